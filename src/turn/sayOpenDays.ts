import { addDays, daysBetween, holidayOn } from "../conversation/holidays";
import type { Language, Localized } from "../conversation/language";
import { type Hours, intervalsOn, inWarsaw, nextOpening, openUntil } from "../conversation/openingHours";
import { sayClock, sayIntervals } from "../knowledge/sayHours";
import { fill } from "./fill";
import type { Phrases } from "./phrases/phrases";

/** What is asked of an office: the days (YYYY-MM-DD), none for now. */
export type AskedOfOffice = { days: string[]; now: Date; language: Language; phrases: Phrases };

type Exceptions = { date: string; why: Localized }[];
type Open = { hours: Hours; exceptions: Exceptions };

/** Now: open until when, or when next. Days: the hours of each, and when next after the last, when that is closed. */
export function sayWhen({ hours, exceptions }: Open, asked: AskedOfOffice): string[] {
  const line = (day: string) => sayDayLine(day, { hours, exceptions }, asked);
  const last = asked.days.at(-1);
  if (last === undefined) return sayNow({ hours, exceptions }, asked, line);
  const closed = intervalsOn(hours, last).length === 0;
  return [...asked.days.map(line), ...(closed ? [sayNext(hours, lateOn(last, asked.now), asked)] : [])];
}

/** Days until then that are different are told with the reason: "Jutro (środa, 11 listopada): zamknięte – Święto Niepodległości." */
function sayNow({ hours, exceptions }: Open, asked: AskedOfOffice, line: (day: string) => string): string[] {
  const { openNow, closedNow } = asked.phrases.hours;
  const today = inWarsaw(asked.now).date;
  const special = (day: string) => sayWhy(day, exceptions, asked.language) !== "";
  const until = openUntil(hours, asked.now);
  if (until !== undefined) {
    const soon = [today, addDays(today, 1)].filter(special);
    return [fill(openNow, { until: sayClock(until) }), ...soon.map(line)];
  }
  const opening = nextOpening(hours, asked.now);
  const ahead = opening ? daysBetween(today, inWarsaw(opening).date) : 0;
  const days = Array.from({ length: ahead + 1 }, (_, after) => addDays(today, after));
  return [closedNow, ...days.filter(special).map(line), sayNext(hours, asked.now, asked)];
}

/** The end of that day, or now when that is later: an office that opens in the last two hours of a day is not known. */
function lateOn(day: string, now: Date): Date {
  return new Date(Math.max(Date.parse(`${day}T21:59:00Z`), now.getTime()));
}

function sayNext(hours: Hours, after: Date, asked: AskedOfOffice): string {
  const { next, unknownNext } = asked.phrases.hours;
  const opening = nextOpening(hours, after);
  if (!opening) return unknownNext;
  const { date, clock } = inWarsaw(opening);
  return fill(next, { day: sayDay(date, asked), time: sayClock(clock) });
}

/** "Jutro (wtorek, 24 listopada): otwarte 7.40–15.30." */
function sayDayLine(day: string, { hours, exceptions }: Open, asked: AskedOfOffice): string {
  const { openOn, closedOn } = asked.phrases.hours;
  const said = sayIntervals(intervalsOn(hours, day));
  const why = sayWhy(day, exceptions, asked.language);
  return fill(said ? openOn : closedOn, { day: capital(sayDay(day, asked)), hours: said, why });
}

/** Why a day is different, to stand at the end of a line; empty for ordinary days. */
export function sayWhy(day: string, exceptions: Exceptions, language: Language): string {
  const why = exceptions.find(({ date }) => date === day)?.why ?? holidayOn(day);
  return why ? ` – ${why[language]}` : "";
}

const locales: Record<Language, string> = { pl: "pl-PL", en: "en-GB", uk: "uk-UA" };
const dayParts = { weekday: "long", day: "numeric", month: "long", timeZone: "UTC" } as const;

/** "jutro (wtorek, 24 listopada)", "środa, 11 listopada"; with the year when it is another one. */
export function sayDay(day: string, { now, language, phrases }: AskedOfOffice): string {
  const { today, tomorrow } = phrases.hours;
  const { date } = inWarsaw(now);
  const year = day.slice(0, 4) === date.slice(0, 4) ? {} : { year: "numeric" as const };
  const named = new Intl.DateTimeFormat(locales[language], { ...dayParts, ...year }).format(
    Date.parse(`${day}T12:00Z`),
  );
  const ahead = daysBetween(date, day);
  if (ahead > 1) return named;
  return `${ahead === 0 ? today : tomorrow} (${named})`;
}

export const capital = (text: string) => text.charAt(0).toLocaleUpperCase("pl") + text.slice(1);
