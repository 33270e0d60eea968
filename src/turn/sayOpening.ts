import type { Language } from "../conversation/language";
import { daysUntil } from "../conversation/openingHours";
import { fill } from "./fill";
import type { Phrases } from "./phrases/phrases";

const locales: Record<Language, string> = { pl: "pl-PL", en: "en-GB", uk: "uk-UA" };
const clock = { timeZone: "Europe/Warsaw", hour: "numeric", minute: "2-digit" } as const;
const day = { weekday: "long", day: "numeric", month: "long" } as const;

/** When the desk opens, as people say it: today, tomorrow, or the day in full. */
export function sayOpening(opensAt: Date, now: Date, language: Language, phrases: Phrases): string {
  const { today, tomorrow } = phrases;
  const time = new Intl.DateTimeFormat(locales[language], clock).format(opensAt);
  const ahead = daysUntil(opensAt, now);
  if (ahead === 0) return fill(today, { time });
  if (ahead === 1) return fill(tomorrow, { time });
  return new Intl.DateTimeFormat(locales[language], { ...day, ...clock }).format(opensAt);
}
