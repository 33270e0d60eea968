const MINUTE = 60_000;
const SECOND = 1000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const MOST_HOURS = 10_000;

const warsaw = new Intl.DateTimeFormat("en-GB", { timeZone: "Europe/Warsaw", timeZoneName: "longOffset" });
/** Asking is slow and lists are long; within an hour clocks are never put forward or back. */
const offsets = new Map<number, number>();

/** As Kraków's clocks show it, with the offset they had then: "2026-07-01T14:05:09+02:00". */
export function writeDate(date: Date): string {
  const ahead = minutesAhead(date);
  const shown = new Date(date.getTime() + ahead * MINUTE).toISOString().slice(0, 19);
  return `${shown}+${String(Math.floor(ahead / 60)).padStart(2, "0")}:${String(ahead % 60).padStart(2, "0")}`;
}

/** Kraków's clocks have always been ahead of UTC. */
function minutesAhead(date: Date): number {
  const hour = Math.floor(date.getTime() / HOUR);
  const known = offsets.get(hour);
  if (known !== undefined) return known;
  const [, hours, minutes] = /GMT\+(\d{2}):(\d{2})/.exec(warsaw.format(date)) ?? [];
  const ahead = Number(hours ?? 0) * 60 + Number(minutes ?? 0);
  if (offsets.size >= MOST_HOURS) offsets.clear();
  offsets.set(hour, ahead);
  return ahead;
}

const DATE =
  /^(\d{4})-(\d{2})-(\d{2})(?:T(\d{2}):(\d{2})(?::(\d{2})(?:\.\d{1,9})?)?(?:(Z)|([+ -])(\d{2}):?(\d{2}))?)?$/i;

/** The first and the last moment a date means: a second, or a whole day where no time is given. */
export type Span = { from: Date; to: Date };

/** Reads a date of the W3C kind; without a zone it is Kraków's. A plus that became a space in an address is meant as one. */
export function readDate(text: string): Span | undefined {
  const found = DATE.exec(text.trim());
  if (!found) return undefined;
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = found.slice(1, 7).map((n) => Number(n ?? 0));
  const clock = Date.UTC(year, month - 1, day, hour, minute, second);
  if (!isReal(clock, [year, month, day, hour, minute, second])) return undefined;
  const [, , , , time, , , zulu, sign, hours, minutes] = found;
  if (time === undefined) return { from: inWarsaw(clock), to: new Date(inWarsaw(clock + DAY).getTime() - 1) };
  const ahead = Number(hours ?? 0) * 60 + Number(minutes ?? 0);
  if (ahead > 18 * 60) return undefined;
  const from = zulu || sign ? new Date(clock - (sign === "-" ? -ahead : ahead) * MINUTE) : inWarsaw(clock);
  return { from, to: new Date(from.getTime() + SECOND - 1) };
}

function isReal(clock: number, [year, month, day, hour, minute, second]: number[]): boolean {
  const date = new Date(clock);
  return (
    date.getUTCFullYear() === year &&
    date.getUTCMonth() + 1 === month &&
    date.getUTCDate() === day &&
    date.getUTCHours() === hour &&
    date.getUTCMinutes() === minute &&
    date.getUTCSeconds() === second
  );
}

/** The moment Kraków's clocks show this; the earlier one of two in autumn, an hour on where spring leaves it out. */
function inWarsaw(clock: number): Date {
  const summer = new Date(clock - 120 * MINUTE);
  return minutesAhead(summer) === 120 ? summer : new Date(clock - minutesAhead(summer) * MINUTE);
}
