const MORNING = 8;
const MONDAY = 1;

/** When a snoozed conversation may come back; mornings are at eight. */
export function snoozeTimes(now: Date): { hour: Date; tomorrow: Date; monday: Date } {
  const tomorrow = morningIn(now, 1);
  const untilMonday = (MONDAY - now.getDay() + 7) % 7 || 7;
  return { hour: new Date(now.getTime() + 60 * 60_000), tomorrow, monday: morningIn(now, untilMonday) };
}

function morningIn(now: Date, days: number): Date {
  return new Date(now.getFullYear(), now.getMonth(), now.getDate() + days, MORNING);
}

const two = (n: number) => String(n).padStart(2, "0");

/** As a `datetime-local` field wants it. */
export const toField = (at: Date): string =>
  `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())}T${two(at.getHours())}:${two(at.getMinutes())}`;

/** Undefined while the field is not filled. */
export function fromField(text: string): Date | undefined {
  const at = new Date(text);
  return Number.isNaN(at.getTime()) ? undefined : at;
}
