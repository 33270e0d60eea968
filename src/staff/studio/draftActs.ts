import type { z } from "zod";
import { changesIn } from "../../content/documents";
import type { Draft, DraftChange, DraftChanged, DraftState } from "../../content/doors";
import type { StaffParts } from "../parts";
import type { DraftAct, DraftActBody, DraftDecisionBody, Refused } from "../wire";
import { isApproved, isOwnWork } from "./draftRules";
import { movedIn, takenOver } from "./draftTexts";

type Act = z.infer<typeof DraftActBody>;
type Decision = z.infer<typeof DraftDecisionBody>;
type Doing = { draft: Draft; by: string; parts: StaffParts };
/** What became of the draft, or why nothing did. */
type Done = DraftChanged | { refused: Refused };

/** Does what those who write may do. */
export async function act(body: Act, { draft, by, parts }: Doing): Promise<Done> {
  const { store, documents } = parts.studio;
  const change = (to: DraftChange) => store.changeDraft(draft.id, body.seen, to, by, parts.now());
  if (!fits(body.act, draft)) return wrong("act");
  switch (body.act) {
    case "submit":
      if (changesIn(draft).size === 0) return wrong("documents");
      return change({ state: "review", why: body.why, publishAt: null, problem: null });
    case "unschedule":
      return change({ state: draft.review?.verdict === "approved" ? "approved" : "writing", publishAt: null });
    case "assign":
      if (body.owner !== null && !(await parts.store.accounts.withId(body.owner))) return wrong("owner");
      return change({ owner: body.owner });
    case "take_over":
      return change({ ...toWriting(draft), documents: takenOver(draft, await documents()) });
    case "discard":
      return store.removeDraft(draft.id, body.seen);
  }
}

/** Does what those who publish may do, but for publishing itself. */
export async function decide(body: Exclude<Decision, { act: "publish" }>, { draft, by, parts }: Doing): Promise<Done> {
  const { studio, settings, now } = parts;
  const change = (to: DraftChange) => studio.store.changeDraft(draft.id, body.seen, to, by, now());
  if (!fits(body.act, draft)) return wrong("act");
  if (body.act === "return") {
    const review = { verdict: "returned" as const, note: body.note, by };
    return change({ state: "writing", review, publishAt: null });
  }
  if (changesIn(draft).size === 0) return wrong("documents");
  if (body.act === "approve") {
    if (isOwnWork(draft, by, settings.twoPeople)) return { refused: { code: "not_published", because: "own_work" } };
    return change({ state: "approved", review: { verdict: "approved", note: body.note, by } });
  }
  const publishAt = new Date(body.at);
  if (publishAt <= now()) return { refused: { code: "in_the_past" } };
  if (!isApproved(draft, settings.twoPeople)) return { refused: { code: "not_published", because: "not_approved" } };
  const paths = movedIn(draft, await studio.documents());
  if (paths.length > 0) return { refused: { code: "not_published", because: "moved", paths } };
  const mistakes = await studio.check(changesIn(draft));
  if (mistakes.length > 0) return { refused: { code: "content_mistakes", mistakes } };
  // Where nobody else had to approve it, whoever sets the time stands for it.
  const review = settings.twoPeople ? undefined : { verdict: "approved" as const, note: "", by };
  return change({ state: "scheduled", publishAt, why: body.why || draft.why, problem: null, review });
}

/** Acts that are only for drafts in some states. */
const states: Partial<Record<DraftAct, DraftState[]>> = {
  submit: ["writing"],
  unschedule: ["scheduled"],
  approve: ["review"],
  return: ["review", "approved", "scheduled"],
};
const fits = (act: DraftAct, { state }: Draft): boolean => states[act]?.includes(state) ?? true;

const wrong = (field: string): Done => ({ refused: { code: "wrong_body", fields: [field] } });

/** Whoever approved it approved something else; what a reviewer asked for stays to be read. */
export const toWriting = ({ review }: Draft): DraftChange => ({
  state: "writing",
  ...(review?.verdict === "approved" && { review: null }),
  publishAt: null,
  problem: null,
});
