import { z } from "zod";
import { fold } from "../../conversation/fold";
import { DistrictNumeral, type Point, readPoint } from "../../conversation/place";
import { type Atlas, districtName } from "../atlas";
import type { Ring } from "../distance";
import { oneTypoApart } from "../stems";

const Position = z.tuple([z.number(), z.number()]).rest(z.number());
const Line = z.array(Position);
const Geometry = z.discriminatedUnion("type", [
  z.object({ type: z.literal("Polygon"), coordinates: z.array(Line) }),
  z.object({ type: z.literal("MultiPolygon"), coordinates: z.array(z.array(Line)) }),
  z.object({ type: z.literal("LineString"), coordinates: Line }),
  z.object({ type: z.literal("MultiLineString"), coordinates: z.array(Line) }),
  z.object({ type: z.literal("Point"), coordinates: Position }),
]);
const Feature = z.object({ properties: z.record(z.string(), z.unknown()).nullish(), geometry: Geometry });
type Feature = z.infer<typeof Feature>;
const Collection = z.object({ type: z.literal("FeatureCollection"), features: z.array(z.unknown()) });

/** The features of a GeoJSON file in longitude and latitude; shapes of other sorts are left out. */
export function readFeatures(name: string, text: string): Feature[] {
  const collection = Collection.safeParse(JSON.parse(text));
  if (!collection.success) throw new Error(`${name}: no GeoJSON FeatureCollection`);
  const features = collection.data.features.flatMap((one) => {
    const feature = Feature.safeParse(one);
    return feature.success ? [feature.data] : [];
  });
  const [long = 0, lat = 0] = features.map(firstOf)[0] ?? [];
  if (features.length > 0 && (long < 13 || long > 25 || lat < 48 || lat > 56)) {
    throw new Error(`${name}: coordinates must be longitude and latitude (EPSG:4326)`);
  }
  return features;
}

function firstOf({ geometry }: Feature): number[] {
  return (
    JSON.stringify(geometry.coordinates)
      .match(/-?\d+\.?\d*/g)
      ?.slice(0, 2)
      .map(Number) ?? []
  );
}

/** The boundaries of districts among them: areas whose properties name one. */
export function boundariesOf(features: Feature[]): Atlas["boundaries"] {
  return features.flatMap(({ properties, geometry }) => {
    if (geometry.type !== "Polygon" && geometry.type !== "MultiPolygon") return [];
    const numeral = numeralOf(Object.values(properties ?? {}));
    const rings = geometry.type === "Polygon" ? geometry.coordinates : geometry.coordinates.flat();
    return numeral === undefined ? [] : [{ numeral, rings: rings.map(thinned) }];
  });
}

/** Named lines: streets with their points. */
export function linesOf(features: Feature[]): { name: string; points: Point[] }[] {
  return features.flatMap(({ properties, geometry }) => {
    const name = properties?.name;
    const isLine = geometry.type === "LineString" || geometry.type === "MultiLineString";
    if (!isLine || typeof name !== "string" || name === "") return [];
    const lines = geometry.type === "LineString" ? [geometry.coordinates] : geometry.coordinates;
    return [{ name, points: lines.flat().flatMap(([long, lat]) => readPoint(lat, long) ?? []) }];
  });
}

/** "Dzielnica IV Prądnik Biały", "IV", or the name alone with a slip of the pen in it. */
function numeralOf(values: unknown[]): DistrictNumeral | undefined {
  const texts = values.filter((value) => typeof value === "string");
  for (const text of texts) {
    const [, numeral] = /^(?:dzielnica\s+)?([IVX]+)(?![\p{L}\d])/iu.exec(text) ?? [];
    const read = DistrictNumeral.safeParse(numeral);
    if (read.success) return read.data;
  }
  return [...districtName].find(([, name]) => texts.some((text) => oneTypoApart(fold(text), fold(name))))?.[0];
}

/** About a metre is fine enough for a boundary; corners that fall together are left out. */
function thinned(ring: number[][]): Ring {
  const corners = ring.map(([long = 0, lat = 0]): [number, number] => [round(long), round(lat)]);
  return corners.filter(([long, lat], at) => at === 0 || corners[at - 1]?.[0] !== long || corners[at - 1]?.[1] !== lat);
}

const round = (degrees: number) => Number(degrees.toFixed(5));
