import type { Attachment } from "../conversation/message";
import type { Act, Actor, Change, Current, Refusal } from "./doors";
import { type State, transitions } from "./lifeCycle";

/** What holds for this kind of report (see `Timing` in `office.ts`), and what the public is told of a change. */
export type Rules = {
  now: Date;
  reopenDays: number;
  askFixedDays: number;
  sentence(change: Pick<Change, "kind" | "to" | "unit" | "outside" | "into">): string;
};

const LONGEST_WORDS = 4000;
/** With one act. */
export const MOST_PHOTOS = 5;
const DAY_MS = 24 * 60 * 60_000;

/** What an act comes to, as data: the change to be committed, or why it cannot be. Every way in asks here. */
export function decideAct(current: Current, act: Act, actor: Actor, rules: Rules): Change | Refusal {
  const refusal = refusalOf(current, act, actor, rules);
  if (refusal) return { refused: refusal };
  const change = {
    kind: act.kind,
    actor,
    to: target(current, act),
    words: ("words" in act ? act.words : undefined)?.trim() ?? "",
    attachments: photosOf(act),
    unit: "unit" in act ? act.unit : current.unit,
    because: "because" in act ? act.because : "",
    tellsUnit: tellsUnit(current, act, actor),
    tellsResidents: tellsResidents(current, act),
    ...(act.kind === "forward_outside" && { outside: act.outside }),
    ...(act.kind === "merge" && { into: act.into }),
    // Who saw it fixed is not asked whether it is.
    ...(act.kind === "finish" &&
      actor.kind !== "resident" && { askFixedAt: new Date(rules.now.getTime() + rules.askFixedDays * DAY_MS) }),
  };
  return { ...change, sentence: rules.sentence(change) };
}

function refusalOf(current: Current, act: Act, actor: Actor, rules: Rules): Refusal["refused"] | undefined {
  const { by, from } = transitions[act.kind];
  if (!by.includes(actor.kind)) return "not_allowed";
  // What was brought to the unit once more is no second event.
  if (actor.kind === "system" && current.state !== "received") return "not_now";
  if (actor.kind === "unit" && actor.unit !== current.unit) return "not_yours";
  if (!from.includes(current.state)) return "not_now";
  const words = "words" in act ? (act.words ?? "") : "";
  if (words.length > LONGEST_WORDS) return "too_long";
  if (photosOf(act).length > MOST_PHOTOS) return "too_many_photos";
  if (needsWords(act, actor) && words.trim() === "" && photosOf(act).length === 0) return "words_missing";
  if (act.kind === "merge" && act.into === current.id) return "not_itself";
  if (act.kind === "reopen" && actor.kind === "resident" && rules.now > reopenUntil(current, rules)) return "too_late";
  return undefined;
}

/** Until when the resident may reopen it. */
export function reopenUntil(
  { stateSince }: Pick<Current, "stateSince">,
  { reopenDays }: Pick<Rules, "reopenDays">,
): Date {
  return new Date(stateSince.getTime() + reopenDays * DAY_MS);
}

/** A question, a refusal, "not ours" and "not fixed" need a reason people can read. */
function needsWords({ kind }: Act, actor: Actor): boolean {
  if (kind === "finish") return false;
  return (
    ["ask", "answer", "refuse", "bounce", "add"].includes(kind) || (kind === "reopen" && actor.kind === "resident")
  );
}

function photosOf(act: Act): Attachment[] {
  return "attachments" in act ? (act.attachments ?? []) : [];
}

function target({ state, askedIn }: Current, { kind }: Act): State {
  const { to } = transitions[kind];
  if (to === "same") return state;
  return to === "before" ? (askedIn ?? "received") : to;
}

/**
 * The unit hears what somebody else did to a matter that lies with it. A reopened one, one that is no duplicate after
 * all and one given to another unit are sent like a new one.
 */
function tellsUnit({ state, forwarded, askedIn }: Current, { kind }: Act, actor: Actor): boolean {
  if (kind === "forward") return actor.kind !== "system";
  if (kind === "reopen" || kind === "unmerge") return true;
  // Asked before the unit had it: it may have been brought there meanwhile, without what is answered now.
  if (kind === "answer" && askedIn === "received") return true;
  if (actor.kind === "unit" || !forwarded || state === "duplicate") return false;
  return ["answer", "add", "split", "withdraw", "finish", "merge", "refuse", "forward_outside"].includes(kind);
}

/** Residents hear of everything but their own additions and what happens among units before it is settled. */
function tellsResidents({ state }: Current, { kind }: Act): boolean {
  if (kind === "add" || kind === "confirm" || kind === "answer" || kind === "bounce") return false;
  return !(kind === "forward" && state === "forwarded");
}
