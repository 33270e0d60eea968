import { z } from "zod";

/** A position on the ground, WGS 84. */
export const Point = z.strictObject({ lat: z.number().min(-90).max(90), long: z.number().min(-180).max(180) });
export type Point = z.infer<typeof Point>;

/** A district's number as the city writes it. */
export const DistrictNumeral = z.enum([
  "I",
  "II",
  "III",
  "IV",
  "V",
  "VI",
  "VII",
  "VIII",
  "IX",
  "X",
  "XI",
  "XII",
  "XIII",
  "XIV",
  "XV",
  "XVI",
  "XVII",
  "XVIII",
]);
export type DistrictNumeral = z.infer<typeof DistrictNumeral>;

/** How a place became known: the resident's device or photo, or what their words name. */
const PlaceSource = z.enum(["device", "photo", "address", "street", "crossing", "stop", "text"]);

/** Where something is, in words that can be read back, with what else is known. */
export const Place = z.strictObject({
  text: z.string().min(1),
  point: Point.optional(),
  district: DistrictNumeral.optional(),
  source: PlaceSource,
  accuracyMetres: z.number().positive().optional(),
});
export type Place = z.infer<typeof Place>;

/** A point of two numbers from outside; undefined for what is none. 0,0 is what devices say when they know nothing. */
export function readPoint(lat: unknown, long: unknown): Point | undefined {
  const read = Point.safeParse({ lat, long });
  if (!read.success || !Number.isFinite(read.data.lat + read.data.long)) return undefined;
  return Math.abs(read.data.lat) < 1e-6 && Math.abs(read.data.long) < 1e-6 ? undefined : read.data;
}
