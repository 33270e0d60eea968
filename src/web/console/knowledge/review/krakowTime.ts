const ZONE = "Europe/Warsaw";
const FIELD = /^(\d{4})-(\d{2})-(\d{2})T(\d{2}):(\d{2})$/;

const clock = new Intl.DateTimeFormat("sv-SE", { timeZone: ZONE, dateStyle: "short", timeStyle: "short" });

/** As a `datetime-local` field wants it: the clock in Kraków, wherever the browser is. */
export const toKrakowField = (at: Date): string => clock.format(at).replace(" ", "T");

/** The moment a `datetime-local` field means in Kraków; an hour that the clock leaves out is the next one. */
export function fromKrakowField(text: string): Date | undefined {
  if (!FIELD.test(text)) return undefined;
  const asUtc = Date.parse(`${text}:00Z`);
  if (Number.isNaN(asUtc)) return undefined;
  const guesses = [asUtc - offsetAt(asUtc), asUtc - offsetAt(asUtc - offsetAt(asUtc))];
  const right = guesses.find((at) => toKrakowField(new Date(at)) === text);
  return new Date(right ?? Math.max(...guesses));
}

/** How far the clock in Kraków is before UTC then, in milliseconds. */
const offsetAt = (at: number): number =>
  Date.parse(`${toKrakowField(new Date(at))}:00Z`) - Math.floor(at / 60_000) * 60_000;
