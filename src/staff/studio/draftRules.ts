import { changesIn, type Documents } from "../../content/documents";
import type { Draft } from "../../content/doors";
import { rightsOf } from "../account";
import type { StaffParts } from "../parts";
import type { LiveSession } from "../sessions";
import type { DraftAct } from "../wire";
import { movedIn } from "./draftTexts";

/** Whether everybody who has to agree has; nobody has to unless two people are needed. */
export const isApproved = (draft: Draft, twoPeople: boolean): boolean =>
  !twoPeople || ((draft.state === "approved" || draft.state === "scheduled") && draft.review?.verdict === "approved");

/** Whether approving it would be approving one's own work. */
export const isOwnWork = (draft: Draft, accountId: string, twoPeople: boolean): boolean =>
  twoPeople && draft.writers.includes(accountId);

/** What whoever is logged in may do with the draft now. */
export function mayDo(draft: Draft, released: Documents, session: LiveSession, { settings }: StaffParts): DraftAct[] {
  const { twoPeople, secondFactorFor } = settings;
  const rights = rightsOf(session.account, secondFactorFor);
  const [edits, publishes] = [rights.includes("edit_knowledge"), rights.includes("publish_knowledge")];
  const changes = changesIn(draft).size > 0;
  const { state } = draft;
  const allowed: Record<DraftAct, boolean> = {
    submit: edits && changes && state === "writing",
    unschedule: edits && state === "scheduled",
    assign: edits,
    take_over: edits && movedIn(draft, released).length > 0,
    discard: edits,
    approve: publishes && state === "review" && !isOwnWork(draft, session.account.id, twoPeople),
    return: publishes && state !== "writing",
    publish: publishes && changes && isApproved(draft, twoPeople),
    schedule: publishes && changes && isApproved(draft, twoPeople),
  };
  return acts.filter((act) => allowed[act]);
}

const acts: DraftAct[] = [
  "submit",
  "approve",
  "return",
  "publish",
  "schedule",
  "unschedule",
  "assign",
  "take_over",
  "discard",
];
