import type { StaffParts } from "../parts";
import { type Answer, type Call, ok, type Route, refuse, subjectOf, withBody } from "../route";
import { addPhrasing, addToSet, caretakers, type Doing, give, settle, undo } from "../studio/questionActs";
import { beginArticle } from "../studio/questionArticle";
import { byTimes, countStates, fits } from "../studio/questionStanding";
import { questionRows, questionView, standings } from "../studio/questionViews";
import { QuestionActBody, type QuestionList, QuestionQuery } from "../wire";

const PAGE = 20;

/** What residents asked in vain, near-identical questions together, the most asked first. */
async function questions({ query }: Call, parts: StaffParts): Promise<Answer> {
  const read = QuestionQuery.safeParse(query);
  if (!read.success)
    return refuse(400, { code: "wrong_body", fields: read.error.issues.map(({ path }) => path.join(".")) });
  const { from, state } = read.data;
  const fitting = (await standings(parts)).standings.filter((standing) => fits(standing, read.data));
  const found = fitting.filter((standing) => standing.state === state).sort(byTimes);
  const view: QuestionList = {
    items: await questionRows(found.slice(from, from + PAGE), parts),
    found: found.length,
    ...(found.length > from + PAGE && { next: from + PAGE }),
    counts: countStates(fitting),
    people: await caretakers(parts),
  };
  return ok(view);
}

async function question({ params }: Call, parts: StaffParts): Promise<Answer> {
  const { standings: all, cares } = await standings(parts);
  const one = all.find(({ group }) => group.id === params.id);
  const view = one && (await questionView(one, cares, parts));
  return view ? ok(view) : refuse(404, { code: "not_found" });
}

const act = withBody<Call, QuestionActBody>(QuestionActBody, async ({ params, session }, body, parts) => {
  const by = session.account.id;
  const done =
    body.act === "undo" ? await undo(body, { by, parts }) : await actOnGroup(params.id ?? "", body, by, parts);
  parts.log.info("staff_question_decided", { question: params.id, act: body.act, by, status: done.status });
  // Never the words: they are residents'.
  const details = { what: body.act, ...("intent" in body && { intent: `${body.intent.kind}:${body.intent.id}` }) };
  return { ...done, noted: { details: { ...details, ...done.body } } };
});

async function actOnGroup(
  id: string,
  body: Exclude<QuestionActBody, { act: "undo" }>,
  by: string,
  parts: StaffParts,
): Promise<Answer> {
  const standing = (await standings(parts)).standings.find(({ group }) => group.id === id);
  if (!standing) return refuse(404, { code: "not_found" });
  const doing: Doing = { standing, by, parts };
  switch (body.act) {
    case "add_phrasing":
      return addPhrasing(body, doing);
    case "new_article":
      return beginArticle(body, doing);
    case "label":
      return addToSet(body, doing);
    case "give":
      return give(body, doing);
    case "out_of_scope":
    case "done":
      return settle(doing, { state: body.act, note: body.note });
  }
}

const right = "review_labels";
const audit = { act: "question_decided", subject: subjectOf("question") };

export const questionsRoutes: Route[] = [
  { method: "GET", path: "questions", right, handle: questions, what: "what was asked in vain, filtered" },
  { method: "GET", path: "questions/:id", right, handle: question, what: "one group with its texts" },
  { method: "POST", path: "questions/:id/acts", right, handle: act, what: "an editor decides about it", audit },
];
