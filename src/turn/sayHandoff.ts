import type { HandoffReason } from "../conversation/conversation";
import type { Desk } from "../conversation/facts";
import type { Language } from "../conversation/language";
import type { Choice, Reply } from "../conversation/reply";
import { fill } from "./fill";
import { phrasesIn } from "./phrases/phrases";

const locales: Record<Language, string> = { pl: "pl-PL", en: "en-GB", uk: "uk-UA" };

/** A resident who wants a person is connected when one is at the desk, and may leave a contact when none is. */
export function sayHandoff(reason: HandoffReason, desk: Desk, language: Language): Reply {
  const phrases = phrasesIn(language);
  const why =
    reason === "not_understood" || reason === "none_of_these"
      ? phrases.handoffNotUnderstood
      : reason === "dialog_stuck"
        ? phrases.handoffStuck
        : "";
  const connected = desk.present > 0;
  const text = connected ? phrases.handoffWaiting : sayNobody(desk, language);
  return { text: `${why} ${text}`.trim(), choices: [connected ? stop(language) : leaveContact(language)] };
}

/** Something more was said while waiting; when everybody has left the desk, waiting is not the only way. */
export function sayWaiting(desk: Desk, language: Language): Reply {
  const { keepWaiting } = phrasesIn(language);
  if (desk.present > 0) return { text: keepWaiting, choices: [stop(language)] };
  return {
    text: `${keepWaiting} ${sayNobody(desk, language)}`,
    choices: [leaveContact(language), stop(language)],
  };
}

function stop(language: Language): Choice {
  return { title: phrasesIn(language).stopWaiting, wish: { kind: "stop_waiting" } };
}

function leaveContact(language: Language): Choice {
  return { title: phrasesIn(language).leaveContact, wish: { kind: "start", dialog: "leave-contact" } };
}

function sayNobody({ open, opensAt }: Desk, language: Language): string {
  const phrases = phrasesIn(language);
  if (open) return phrases.handoffNobody;
  if (!opensAt) return phrases.handoffClosedForLong;
  const when = new Intl.DateTimeFormat(locales[language], {
    timeZone: "Europe/Warsaw",
    weekday: "long",
    day: "numeric",
    month: "long",
    hour: "numeric",
    minute: "2-digit",
  });
  return fill(phrases.handoffClosed, { opensAt: when.format(opensAt) });
}
