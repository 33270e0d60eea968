import type { Point } from "../conversation/place";
import type { Street } from "./atlas";
import { distanceMetres } from "./distance";

/** A position with how far off it may be; empty when nothing is known. */
type Position = { point?: Point; accuracyMetres?: number };

const ADDRESS_ACCURACY = 15;
/** More than MEET_WITHIN in each direction here: tells most pairs apart without a cosine. */
const FAR_DEGREES = { lat: 0.0008, long: 0.0013 };
/** Streets whose nearest points lie further apart do not meet. */
const MEET_WITHIN = 80;

/** The point of a house number; of the house itself for "8a" when only 8 is known. */
export function addressPoint({ addresses }: Street, number: string): Position | undefined {
  const exact = addresses[number.toLowerCase()];
  if (exact) return { point: exact, accuracyMetres: ADDRESS_ACCURACY };
  const house = addresses[number.replace(/[a-z]$/i, "")];
  return house && { point: house, accuracyMetres: ADDRESS_ACCURACY * 3 };
}

/** The point of a street nearest to its middle; as inaccurate as the street is long. */
export function middleOf(street: Street): Position {
  const points = pointsOf(street);
  const [first] = points;
  if (!first) return {};
  const centre = {
    lat: points.reduce((sum, { lat }) => sum + lat, 0) / points.length,
    long: points.reduce((sum, { long }) => sum + long, 0) / points.length,
  };
  const point = points.reduce((best, one) => (distanceMetres(one, centre) < distanceMetres(best, centre) ? one : best));
  const reach = Math.max(...points.map((one) => distanceMetres(one, point)));
  return { point, accuracyMetres: Math.max(30, Math.round(reach)) };
}

/** Where two streets meet. */
export function crossingPoint(a: Street, b: Street): Position {
  let best: { point: Point; metres: number } | undefined;
  for (const one of pointsOf(a)) {
    for (const other of pointsOf(b)) {
      if (Math.abs(one.lat - other.lat) > FAR_DEGREES.lat || Math.abs(one.long - other.long) > FAR_DEGREES.long)
        continue;
      const metres = distanceMetres(one, other);
      if (metres > MEET_WITHIN || (best && metres >= best.metres)) continue;
      best = { metres, point: { lat: (one.lat + other.lat) / 2, long: (one.long + other.long) / 2 } };
    }
  }
  return best ? { point: best.point, accuracyMetres: Math.max(25, Math.round(best.metres)) } : {};
}

function pointsOf({ points, addresses }: Street): Point[] {
  return points.length > 0 ? points : Object.values(addresses);
}
