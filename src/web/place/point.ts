/** A position in WGS 84, with how many metres it may be off. */
export type Point = { lat: number; long: number; about: number };

/** The message that carries the place (RFC 5870). */
export const geoOf = ({ lat, long, about }: Point): string => `geo:${degrees(lat)},${degrees(long)};u=${metres(about)}`;

/** Seven digits would tell centimetres; nobody knows those. */
const degrees = (value: number): string => value.toFixed(6);

const metres = (about: number): number => Math.min(999_999, Math.max(1, Math.ceil(about)));

/** What a broken device answers instead of a place: the sea off Africa. */
export const isNowhere = ({ lat, long }: Point): boolean => Math.abs(lat) < 0.01 && Math.abs(long) < 0.01;

/** So far from Kraków that it is likely to be a mistake. */
export const isFar = ({ lat, long }: Point): boolean => lat < 49.8 || lat > 50.3 || long < 19.6 || long > 20.4;

/** Hardly more than the part of town. */
export const isRough = ({ about }: Point): boolean => about > 300;

/** For reading back: where, and how far off it may be. */
export function inWords(point: Point, language: string): { where: string; about: string } {
  const about = metres(point.about);
  const [value, unit] = about < 1000 ? [about, "meter"] : [Math.round(about / 100) / 10, "kilometer"];
  return {
    where: `${degrees(point.lat)}, ${degrees(point.long)}`,
    about: value.toLocaleString(language, { style: "unit", unit, maximumFractionDigits: 1 }),
  };
}
