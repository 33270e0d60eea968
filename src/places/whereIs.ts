import type { Point } from "../conversation/place";
import type { Found } from "./found";
import type { Geocoder } from "./geocoder";

/** Where things are, as far as it is known. */
export type Places = Geocoder & { insideCity(point: Point): boolean };

/** A place as a service request keeps it: `place` in the reporter's words, the rest as far as it was found. */
export type Where = { place: string; address?: string; point?: Point; district?: string };

/** What a program sent of a place: a point, words, or both. */
type Sent = { point?: Point | undefined; words?: string | undefined };

/** The place meant, or that it is not in the city and, as far as that is known, whose it is. */
export async function whereIs(sent: Sent, places: Places): Promise<Where | { outside: Found["outside"] | "unknown" }> {
  return sent.point ? atPoint(sent.point, sent.words, places) : atWords(sent.words ?? "", places);
}

async function atPoint(point: Point, words: string | undefined, places: Places): ReturnType<typeof whereIs> {
  if (!places.insideCity(point)) return { outside: "unknown" };
  const near = await places.near(point);
  const named = words ? (await places.find(words)).find(({ known, outside }) => known && !outside) : undefined;
  const address = named?.text ?? near?.text;
  const district = near?.district ?? named?.district;
  return {
    place: words ?? address ?? `${point.lat.toFixed(5)}, ${point.long.toFixed(5)}`,
    point,
    ...(address && { address }),
    ...(district && { district }),
  };
}

/** A place nobody knows is taken as it was called: people who look for it may know better. */
async function atWords(words: string, places: Places): ReturnType<typeof whereIs> {
  const [best] = await places.find(words);
  if (best?.outside) return { outside: best.outside };
  if (!best?.known) return { place: words };
  const { text: address, point, district } = best;
  return { place: words, address, ...(point && { point }), ...(district && { district }) };
}
