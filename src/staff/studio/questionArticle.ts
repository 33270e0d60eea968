import { type Answer, refuse } from "../route";
import type { QuestionActBody } from "../wire";
import { articleOf } from "./draftTexts";
import { addPhrasings } from "./editPhrasings";
import { beginDraft } from "./newDraft";
import { type Doing, settle, withoutPersonalData } from "./questionActs";
import { writeInDraft } from "./writeInDraft";

type NewArticle = Extract<QuestionActBody, { act: "new_article" }>;

/** Begins an article that is still to be written with what residents asked. */
export async function beginArticle({ title, texts, note }: NewArticle, doing: Doing): Promise<Answer> {
  const { by, parts } = doing;
  const phrasings = withoutPersonalData(texts);
  if (phrasings.length === 0) return refuse(400, { code: "wrong_body", fields: ["texts"] });
  const polish = phrasings.filter(({ language }) => language === "pl").map(({ text }) => text);
  const begun = await beginDraft({ newArticle: title, phrasings: polish }, { by, parts, origin: "questions" });
  const id = begun && articleOf(begun);
  if (!begun || id === undefined) return refuse(409, { code: "too_many" });
  const about = { subject: begun.subject, title, origin: begun.origin, by, at: parts.now() };
  const others = phrasings.filter(({ language }) => language !== "pl");
  const done = await writeInDraft(parts.studio, about, (all) => addPhrasings(all, { kind: "article", id }, others));
  const draft = "wrote" in done && done.draft ? done.draft : begun;
  const target = { draft: draft.id, version: draft.version, texts: phrasings };
  return settle(doing, { state: "new_article", note, target });
}
