import { z } from "zod";

const Clock = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, "write HH:MM");
const Interval = z
  // A day ends at 24:00; hours that go on into the night are two intervals.
  .strictObject({ from: Clock, to: z.union([Clock, z.literal("24:00")]) })
  .refine(({ from, to }) => from < to, "'to' must be later than 'from'");
const Intervals = z.array(Interval);

/** `dialogs/_openingHours.yaml`: when consultants work, Europe/Warsaw. Public holidays are closed of themselves. */
export const OpeningHours = z.strictObject({
  monday: Intervals,
  tuesday: Intervals,
  wednesday: Intervals,
  thursday: Intervals,
  friday: Intervals,
  saturday: Intervals,
  sunday: Intervals,
  /** One-off days: other hours, or none at all. */
  exceptions: z.array(z.strictObject({ date: z.iso.date(), open: Intervals, why: z.string() })),
});
export type OpeningHours = z.infer<typeof OpeningHours>;

const weekdays = ["sunday", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday"] as const;
const LOOK_AHEAD_DAYS = 21;
const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

/** Whether consultants work at `now`. */
export function isOpen(hours: OpeningHours, now: Date): boolean {
  const { date, clock } = inWarsaw(now);
  return intervalsOn(hours, date).some(({ from, to }) => from <= clock && clock < to);
}

/** The next moment consultants begin to work after `now`; undefined when there is none within three weeks. */
export function nextOpening(hours: OpeningHours, now: Date): Date | undefined {
  const today = inWarsaw(now);
  for (let ahead = 0; ahead <= LOOK_AHEAD_DAYS; ahead++) {
    const date = addDays(today.date, ahead);
    const begins = intervalsOn(hours, date).map(({ from }) => from);
    const next = begins.filter((from) => ahead > 0 || from > today.clock).sort()[0];
    if (next) return fromWarsaw(date, next, now);
  }
  return undefined;
}

function intervalsOn(hours: OpeningHours, date: string) {
  const exception = hours.exceptions.find((day) => day.date === date);
  if (exception) return exception.open;
  if (isPublicHoliday(date)) return [];
  return hours[weekdays[new Date(`${date}T12:00:00Z`).getUTCDay()] ?? "sunday"];
}

const FIXED_HOLIDAYS = ["01-01", "01-06", "05-01", "05-03", "08-15", "11-01", "11-11", "12-24", "12-25", "12-26"];

/** Days off by the Act of 18 January 1951 on days free from work; 24 December since 2025. `date` is YYYY-MM-DD. */
export function isPublicHoliday(date: string): boolean {
  const year = Number(date.slice(0, 4));
  const day = date.slice(5);
  if (FIXED_HOLIDAYS.includes(day)) return day !== "12-24" || year >= 2025;
  const easter = easterSunday(year);
  const movable = [0, 1, 49, 60]; // Easter Sunday and Monday, Pentecost, Corpus Christi
  return movable.some((days) => addDays(easter, days) === date);
}

/** Easter Sunday as YYYY-MM-DD, by the anonymous Gregorian algorithm (Nature, 20 April 1876). */
export function easterSunday(year: number): string {
  const a = year % 19;
  const b = Math.floor(year / 100);
  const c = year % 100;
  const d = Math.floor(b / 4);
  const f = Math.floor((b + 8) / 25);
  const g = Math.floor((b - f + 1) / 3);
  const h = (19 * a + b - d - g + 15) % 30;
  const l = (32 + 2 * (b % 4) + 2 * Math.floor(c / 4) - h - (c % 4)) % 7;
  const m = Math.floor((a + 11 * h + 22 * l) / 451);
  const n = h + l - 7 * m + 114;
  const pad = (value: number) => String(value).padStart(2, "0");
  return `${year}-${pad(Math.floor(n / 31))}-${pad((n % 31) + 1)}`;
}

function addDays(date: string, days: number): string {
  return new Date(Date.parse(`${date}T12:00:00Z`) + days * 24 * 60 * MINUTE).toISOString().slice(0, 10);
}

const warsaw = new Intl.DateTimeFormat("sv-SE", { timeZone: "Europe/Warsaw", dateStyle: "short", timeStyle: "short" });

function inWarsaw(moment: Date): { date: string; clock: string } {
  const [date = "", clock = ""] = warsaw.format(moment).split(" ");
  return { date, clock };
}

/** How many midnights lie between `now` and a later moment, in Kraków. */
export function daysUntil(moment: Date, now: Date): number {
  const noon = (at: Date) => Date.parse(`${inWarsaw(at).date}T12:00:00Z`);
  return Math.round((noon(moment) - noon(now)) / (24 * 60 * MINUTE));
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
