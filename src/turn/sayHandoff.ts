import type { HandoffReason } from "../conversation/conversation";
import type { Desk, Facts } from "../conversation/facts";
import type { Language } from "../conversation/language";
import type { Choice, Reply } from "../conversation/reply";
import { fill } from "./fill";
import type { Phrases } from "./phrases/phrases";
import { sayOpening } from "./sayOpening";

type AtTheDesk = Pick<Facts, "desk" | "now">;

/** A resident who wants a person is connected, or waits when all are busy, or may leave a contact when nobody is there. */
export function sayHandoff(reason: HandoffReason, facts: AtTheDesk, language: Language, phrases: Phrases): Reply {
  const why =
    reason === "not_understood" || reason === "none_of_these"
      ? phrases.handoffNotUnderstood
      : reason === "dialog_stuck"
        ? phrases.handoffStuck
        : "";
  const { text, choices } = sayDesk(facts, language, phrases);
  return { text: `${why} ${text}`.trim(), choices };
}

/** Connected, all busy, nobody present, or closed: four states, four texts. */
function sayDesk({ desk, now }: AtTheDesk, language: Language, phrases: Phrases): { text: string; choices: Choice[] } {
  const { handoffWaiting, handoffBusy } = phrases;
  const wait = sayWait(desk, phrases);
  if (desk.present === 0)
    return { text: sayNobody({ desk, now }, language, phrases), choices: [leaveContact(phrases)] };
  if (desk.free > 0) return { text: fill(handoffWaiting, { wait }), choices: [stop(phrases)] };
  return { text: fill(handoffBusy, { wait }), choices: [leaveContact(phrases), stop(phrases)] };
}

/** Something more was said while waiting; unless somebody is free, waiting is not the only way. */
export function sayWaiting(facts: AtTheDesk, language: Language, phrases: Phrases): Reply {
  const { desk } = facts;
  const { keepWaiting } = phrases;
  if (desk.present > 0) {
    const choices = desk.free > 0 ? [stop(phrases)] : [leaveContact(phrases), stop(phrases)];
    return { text: fill(keepWaiting, { wait: sayWait(desk, phrases) }), choices };
  }
  return {
    text: `${fill(keepWaiting, { wait: "" }).trim()} ${sayNobody(facts, language, phrases)}`,
    choices: [leaveContact(phrases), stop(phrases)],
  };
}

/** How long people waited lately; of an empty desk that says nothing. */
export function sayWait({ wait, present }: Desk, { waitRange, waitUnknown }: Phrases): string {
  if (!wait || present === 0) return waitUnknown;
  return fill(waitRange, { from: String(wait.fromMinutes), to: String(wait.toMinutes) });
}

function stop(phrases: Phrases): Choice {
  return { title: phrases.stopWaiting, wish: { kind: "stop_waiting" } };
}

function leaveContact(phrases: Phrases): Choice {
  return { title: phrases.leaveContact, wish: { kind: "start", dialog: "leave-contact" } };
}

function sayNobody({ desk: { open, opensAt }, now }: AtTheDesk, language: Language, phrases: Phrases): string {
  if (open) return phrases.handoffNobody;
  if (!opensAt) return phrases.handoffClosedForLong;
  return fill(phrases.handoffClosed, { opensAt: sayOpening(opensAt, now, language, phrases) });
}
