import { randomUUID } from "node:crypto";
import type { Documents } from "../../content/documents";
import { nameOfIntent } from "../../conversation/understanding";
import { maskPersonalData, withoutMarks } from "../../understanding/maskPersonalData";
import { type Role, rightsOf } from "../account";
import type { NewCare } from "../doors";
import type { StaffParts } from "../parts";
import { type Answer, ok, refuse } from "../route";
import { isKnown } from "../routes/labels";
import { meaningOf } from "../views";
import type { PhrasingIn, QuestionActBody, QuestionActed } from "../wire";
import { addPhrasings, documentOf, removePhrasings } from "./editPhrasings";
import type { Standing } from "./questionStanding";
import { CareTarget } from "./questionViews";
import { stealsIn } from "./steals";
import { takeOutOfDraft, writeInDraft } from "./writeInDraft";

/** Who does it to which group. */
export type Doing = { standing: Standing; by: string; parts: StaffParts };
type Act<Name extends QuestionActBody["act"]> = Extract<QuestionActBody, { act: Name }>;

/** Teaches the bot these words, in a draft; warns first when they are taken for something else now. */
export async function addPhrasing({ intent, texts, anyway, note }: Act<"add_phrasing">, doing: Doing): Promise<Answer> {
  const { by, parts } = doing;
  const content = parts.content();
  if (!isKnown(intent, content)) return refuse(400, { code: "unknown_intent", fields: ["intent"] });
  const phrasings = withoutPersonalData(texts);
  if (phrasings.length === 0) return refuse(400, { code: "wrong_body", fields: ["texts"] });
  const steals = anyway ? [] : stealsIn(phrasings, intent, content);
  if (steals.length > 0) return refuse(409, { code: "steals", steals });
  const path = documentOf(intent);
  const title = meaningOf(intent, content.names);
  const subject = intent.kind === "article" ? `article:${intent.id}` : `document:${path}`;
  const about = { subject, title, origin: "questions" as const, by, at: parts.now() };
  const done = await writeInDraft(parts.studio, about, (documents) => addPhrasings(documents, intent, phrasings));
  if ("mistakes" in done) return refuse(400, { code: "content_mistakes", mistakes: done.mistakes });
  if ("busy" in done) return refuse(409, { code: "too_many" });
  const draft = done.draft?.id;
  const target: CareTarget = { intent, ...(draft !== undefined && { draft }), texts: done.wrote.changed };
  return settle(doing, { state: "added", note, target });
}

/** Keeps the texts with their right meaning, so that nobody makes them worse unseen; settles nothing. */
export async function addToSet({ intent, texts, set }: Act<"label">, { by, parts }: Doing): Promise<Answer> {
  if (!isKnown(intent, parts.content())) return refuse(400, { code: "unknown_intent", fields: ["intent"] });
  const right = [nameOfIntent(intent)];
  const kept = texts.map(({ text }) => ({ text: maskPersonalData(text), right, note: "" }));
  const adding = { accountId: by, at: parts.now(), most: MOST_IN_SET };
  const done = await parts.store.regression.add(set, kept, adding);
  if ("full" in done) return refuse(409, { code: "set_full", texts: done.full, most: MOST_IN_SET });
  return answer({ added: done.added });
}

const MOST_IN_SET = 5000;

/** Says who sees to it; nobody puts it back among the open ones. */
export async function give({ owner, note }: Act<"give">, doing: Doing): Promise<Answer> {
  if (owner === null) return settle(doing, { state: "open", note });
  const known = (await caretakers(doing.parts)).some(({ id }) => id === owner);
  return known
    ? settle(doing, { state: "taken", owner, note })
    : refuse(400, { code: "wrong_body", fields: ["owner"] });
}

/** Writes the decision down on everything of the group that is not settled yet. */
export async function settle(
  { standing, by, parts }: Doing,
  care: Pick<NewCare, "state" | "note" | "target" | "owner">,
): Promise<Answer> {
  const batch = randomUUID();
  const sources = standing.live.map(({ source }) => source);
  const note = maskPersonalData(care.note);
  await parts.store.questions.care({ ...care, note, sources, by, at: parts.now(), batch });
  const { draft } = CareTarget.safeParse(care.target).data ?? {};
  return answer({ batch, ...(draft !== undefined && { draft }) });
}

/** Takes back what was decided at once, and what it wrote in a draft that was not published yet. */
export async function undo({ batch }: Act<"undo">, { by, parts }: Omit<Doing, "standing">): Promise<Answer> {
  const care = await parts.store.questions.batch(batch);
  if (!care) return refuse(404, { code: "not_found" });
  const target = CareTarget.safeParse(care.target).data;
  const left = target ? await takeBack(target, by, parts) : {};
  if (!(await parts.store.questions.undo(batch))) return refuse(404, { code: "not_found" });
  return answer(left);
}

/** What stays: the draft, or words that were published. */
async function takeBack(target: CareTarget, by: string, { studio, now }: StaffParts): Promise<QuestionActed> {
  const { intent, draft, version, texts } = target;
  if (draft === undefined) return {};
  if (!intent) {
    // A new article; somebody who wrote in it meanwhile keeps it.
    const gone = version !== undefined && "draft" in (await studio.store.removeDraft(draft, version));
    return gone || !(await studio.store.draft(draft)) ? {} : { draft };
  }
  const without = (documents: Documents) => removePhrasings(documents, intent, texts);
  const left = await takeOutOfDraft(studio, { id: draft, by, at: now() }, without);
  if (left) return { draft: left.id };
  const released = without(await studio.documents());
  return "changed" in released && released.changed.length > 0 ? { live: true } : {};
}

/** Everybody who may decide about questions. */
export async function caretakers({ store }: StaffParts): Promise<{ id: string; name: string }[]> {
  const accounts = await store.accounts.all();
  const entitled = accounts.filter(({ disabled, role }) => !disabled && mayReview(role));
  return entitled.map(({ id, name }) => ({ id, name }));
}

/** Words somebody could say: masked, and then without the marks. */
export function withoutPersonalData(texts: PhrasingIn[]): PhrasingIn[] {
  const clean = texts.map(({ text, language }) => {
    return { text: withoutMarks(maskPersonalData(text)).replace(/\s+/g, " ").trim(), language };
  });
  return clean.filter(({ text }) => /\p{L}/u.test(text));
}

const mayReview = (role: Role) =>
  rightsOf({ role, mustChangePassword: false, secondFactor: true }, []).includes("review_labels");

const answer = (acted: QuestionActed) => ok(acted);
