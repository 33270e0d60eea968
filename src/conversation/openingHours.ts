import { z } from "zod";
import { addDays, daysBetween, holidayOn } from "./holidays";

const Clock = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, "wpisz godzinę jako HH:MM");
const Interval = z
  // A day ends at 24:00; hours that go on into the night are two intervals.
  .strictObject({ from: Clock, to: z.union([Clock, z.literal("24:00")]) })
  .refine(({ from, to }) => from < to, "godzina 'to' musi być późniejsza niż 'from'");
export const Intervals = z.array(Interval).refine(areApart, "przedziały nachodzą na siebie");
export type Intervals = z.infer<typeof Intervals>;

function areApart(intervals: { from: string; to: string }[]): boolean {
  const inOrder = intervals.toSorted((one, other) => one.from.localeCompare(other.from));
  return inOrder.every(({ from }, i) => from >= (inOrder[i - 1]?.to ?? ""));
}

/** The hours of an ordinary week; a day without any is closed. */
export const Week = z.strictObject({
  monday: Intervals,
  tuesday: Intervals,
  wednesday: Intervals,
  thursday: Intervals,
  friday: Intervals,
  saturday: Intervals,
  sunday: Intervals,
});
export type Week = z.infer<typeof Week>;

/** A week, and the one-off days that are different. Public holidays are closed of themselves. */
export type Hours = Week & { exceptions: { date: string; open: Intervals }[] };

export const weekdays = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"] as const;
export type Weekday = (typeof weekdays)[number];

const LOOK_AHEAD_DAYS = 21;
const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

/** Whether it is open at `now`. */
export function isOpen(hours: Hours, now: Date): boolean {
  return openUntil(hours, now) !== undefined;
}

/** The clock (HH:MM) at which it closes, when it is open at `now`; intervals that meet are one. */
export function openUntil(hours: Hours, now: Date): string | undefined {
  const { date, clock } = inWarsaw(now);
  const today = intervalsOn(hours, date);
  let until = today.find(({ from, to }) => from <= clock && clock < to)?.to;
  for (let next = until; next !== undefined; next = today.find(({ from }) => from === until)?.to) until = next;
  return until;
}

/** The next moment it opens after `now`; undefined when there is none within three weeks. */
export function nextOpening(hours: Hours, now: Date): Date | undefined {
  const today = inWarsaw(now);
  for (let ahead = 0; ahead <= LOOK_AHEAD_DAYS; ahead++) {
    const date = addDays(today.date, ahead);
    const begins = intervalsOn(hours, date).map(({ from }) => from);
    const next = begins.filter((from) => ahead > 0 || from > today.clock).sort()[0];
    if (next) return fromWarsaw(date, next, now);
  }
  return undefined;
}

/** When it is open on a day (YYYY-MM-DD). */
export function intervalsOn(hours: Hours, date: string): Intervals {
  const exception = hours.exceptions.find((day) => day.date === date);
  if (exception) return exception.open;
  return holidayOn(date) ? [] : hours[weekdayOf(date)];
}

export function weekdayOf(date: string): Weekday {
  return weekdays[(new Date(`${date}T12:00:00Z`).getUTCDay() + 6) % 7] ?? "sunday";
}

const warsaw = new Intl.DateTimeFormat("sv-SE", { timeZone: "Europe/Warsaw", dateStyle: "short", timeStyle: "short" });

/** The date (YYYY-MM-DD) and the clock (HH:MM) in Kraków. */
export function inWarsaw(moment: Date): { date: string; clock: string } {
  const [date = "", clock = ""] = warsaw.format(moment).split(" ");
  return { date, clock };
}

/** How many midnights lie between `now` and a later moment, in Kraków. */
export function daysUntil(moment: Date, now: Date): number {
  return daysBetween(inWarsaw(now).date, inWarsaw(moment).date);
}

/**
 * The first moment after `after` at which the clocks in Kraków, one or two hours ahead of UTC, show this. In the night
 * in which they leave an hour out, that hour is the moment at which they are put forward.
 */
function fromWarsaw(date: string, clock: string, after: Date): Date {
  const asUtc = Date.parse(`${date}T${clock}:00Z`);
  const shown = [120, 60]
    .map((ahead) => new Date(asUtc - ahead * MINUTE))
    .filter((moment) => inWarsaw(moment).clock === clock && inWarsaw(moment).date === date);
  return shown.find((moment) => moment > after) ?? shown[0] ?? new Date(Math.floor(asUtc / HOUR - 1) * HOUR);
}
