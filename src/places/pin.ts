import { type Point, readPoint } from "../conversation/place";

const PIN = /^\s*geo:(-?\d{1,3}(?:\.\d+)?),(-?\d{1,3}(?:\.\d+)?)(?:,-?[\d.]+)?((?:;[^;\s]+)*)\s*$/i;
/** What a telephone that does not say it may be off. */
const USUAL_ACCURACY = 30;

/** A position that a device shared as a message, `geo:50.06143,19.93658;u=25` (RFC 5870). */
export function readPin(text: string): { point: Point; accuracyMetres: number } | undefined {
  const [, lat, long, parameters = ""] = PIN.exec(text) ?? [];
  const point = lat === undefined || long === undefined ? undefined : readPoint(Number(lat), Number(long));
  if (!point) return undefined;
  const [, u] = /;u=(\d+(?:\.\d+)?)/i.exec(parameters) ?? [];
  return { point, accuracyMetres: Math.max(1, u === undefined ? USUAL_ACCURACY : Number(u)) };
}
