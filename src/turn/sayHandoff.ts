import type { HandoffReason } from "../conversation/conversation";
import type { Desk, Facts } from "../conversation/facts";
import type { Language } from "../conversation/language";
import type { Choice, Reply } from "../conversation/reply";
import { fill } from "./fill";
import { phrasesIn } from "./phrases/phrases";
import { sayOpening } from "./sayOpening";

type AtTheDesk = Pick<Facts, "desk" | "now">;

/** A resident who wants a person is connected, or waits when all are busy, or may leave a contact when nobody is there. */
export function sayHandoff(reason: HandoffReason, facts: AtTheDesk, language: Language): Reply {
  const phrases = phrasesIn(language);
  const why =
    reason === "not_understood" || reason === "none_of_these"
      ? phrases.handoffNotUnderstood
      : reason === "dialog_stuck"
        ? phrases.handoffStuck
        : "";
  const { text, choices } = sayDesk(facts, language);
  return { text: `${why} ${text}`.trim(), choices };
}

/** Connected, all busy, nobody present, or closed: four states, four texts. */
function sayDesk({ desk, now }: AtTheDesk, language: Language): { text: string; choices: Choice[] } {
  const { handoffWaiting, handoffBusy } = phrasesIn(language);
  const wait = sayWait(desk, language);
  if (desk.present === 0) return { text: sayNobody({ desk, now }, language), choices: [leaveContact(language)] };
  if (desk.free > 0) return { text: fill(handoffWaiting, { wait }), choices: [stop(language)] };
  return { text: fill(handoffBusy, { wait }), choices: [leaveContact(language), stop(language)] };
}

/** Something more was said while waiting; unless somebody is free, waiting is not the only way. */
export function sayWaiting(facts: AtTheDesk, language: Language): Reply {
  const { desk } = facts;
  const { keepWaiting } = phrasesIn(language);
  if (desk.present > 0) {
    const choices = desk.free > 0 ? [stop(language)] : [leaveContact(language), stop(language)];
    return { text: fill(keepWaiting, { wait: sayWait(desk, language) }), choices };
  }
  return {
    text: `${fill(keepWaiting, { wait: "" }).trim()} ${sayNobody(facts, language)}`,
    choices: [leaveContact(language), stop(language)],
  };
}

/** How long people waited lately; of an empty desk that says nothing. */
export function sayWait({ wait, present }: Desk, language: Language): string {
  const { waitRange, waitUnknown } = phrasesIn(language);
  if (!wait || present === 0) return waitUnknown;
  return fill(waitRange, { from: String(wait.fromMinutes), to: String(wait.toMinutes) });
}

function stop(language: Language): Choice {
  return { title: phrasesIn(language).stopWaiting, wish: { kind: "stop_waiting" } };
}

function leaveContact(language: Language): Choice {
  return { title: phrasesIn(language).leaveContact, wish: { kind: "start", dialog: "leave-contact" } };
}

function sayNobody({ desk: { open, opensAt }, now }: AtTheDesk, language: Language): string {
  const phrases = phrasesIn(language);
  if (open) return phrases.handoffNobody;
  if (!opensAt) return phrases.handoffClosedForLong;
  return fill(phrases.handoffClosed, { opensAt: sayOpening(opensAt, now, language) });
}
