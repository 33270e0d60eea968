import type { HandoffReason } from "../conversation/conversation";
import type { Desk } from "../conversation/facts";
import type { Language } from "../conversation/language";
import type { Reply } from "../conversation/reply";
import { fill } from "./fill";
import { phrasesIn } from "./phrases/phrases";

const locales: Record<Language, string> = { pl: "pl-PL", en: "en-GB", uk: "uk-UA" };

/** A resident who wants a person is connected when one is at the desk, and may leave a contact when none is. */
export function sayHandoff(reason: HandoffReason, desk: Desk, language: Language): Reply {
  const phrases = phrasesIn(language);
  const why =
    reason === "not_understood" ? phrases.handoffNotUnderstood : reason === "dialog_stuck" ? phrases.handoffStuck : "";
  if (desk.present > 0) {
    const choices: Reply["choices"] = [{ title: phrases.stopWaiting, wish: { kind: "stop_waiting" } }];
    return { text: `${why} ${phrases.handoffWaiting}`.trim(), choices };
  }
  const text = desk.open ? phrases.handoffNobody : sayClosed(desk, language);
  const choices: Reply["choices"] = [{ title: phrases.leaveContact, wish: { kind: "start", dialog: "leave-contact" } }];
  return { text: `${why} ${text}`.trim(), choices };
}

function sayClosed({ opensAt }: Desk, language: Language): string {
  const phrases = phrasesIn(language);
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
