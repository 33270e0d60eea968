import type { z } from "zod";
import type { StaffParts } from "../parts";
import { type Answer, type Call, ok, type Route, refuse, withBody } from "../route";
import { ACCEPTED, acceptedText } from "../studio/acceptedText";
import { writeInDraft } from "../studio/writeInDraft";
import { RiskBody, type RiskDraft, RiskQuery, type RiskView } from "../wire";

/** What answering more, or less, would cost; by the very rule that sets the threshold when content is learnt. */
async function risk({ query }: Call, { content }: StaffParts): Promise<Answer> {
  const read = RiskQuery.safeParse(query);
  if (!read.success) return refuse(400, { code: "wrong_body", fields: ["wrong"] });
  const { accepted, curve, risk: riskOf } = content();
  const { wrong } = read.data;
  const view: RiskView = {
    accepted: inPercent(accepted),
    curve,
    now: riskOf(accepted.wrongAnswers),
    ...(wrong !== undefined && { would: riskOf(wrong / 100) }),
  };
  return ok(view);
}

/** What editors want to accept, as a draft like any other. */
const accept = withBody<Call, z.infer<typeof RiskBody>>(RiskBody, async ({ session }, { answers }, parts) => {
  const { reports } = inPercent(parts.content().accepted);
  const about = { subject: `document:${ACCEPTED}`, title: "Ile złych odpowiedzi wolno dać", origin: "editor" as const };
  const who = { by: session.account.id, at: parts.now() };
  const done = await writeInDraft(parts.studio, { ...who, ...about }, (documents) => ({
    path: ACCEPTED,
    text: acceptedText(documents.get(ACCEPTED), { answers, reports }),
  }));
  if ("busy" in done) return refuse(409, { code: "too_many" });
  if ("mistakes" in done) return refuse(400, { code: "content_mistakes", mistakes: done.mistakes });
  // That is what holds already.
  if (!done.draft) return refuse(400, { code: "wrong_body", fields: ["answers"] });
  const view: RiskDraft = { draft: done.draft.id };
  return ok(view);
});

type Shares = { wrongAnswers: number; wrongReports: number };
const inPercent = ({ wrongAnswers, wrongReports }: Shares) => ({
  answers: Math.round(wrongAnswers * 1000) / 10,
  reports: Math.round(wrongReports * 1000) / 10,
});

export const riskRoutes: Route[] = [
  {
    method: "GET",
    path: "knowledge-risk",
    right: "try_knowledge",
    handle: risk,
    what: "wrong answers against all, ?wrong= in percent: what if so many were accepted",
  },
  {
    method: "POST",
    path: "knowledge-risk",
    right: "edit_knowledge",
    handle: accept,
    what: "so many to be accepted, as a draft",
  },
];
