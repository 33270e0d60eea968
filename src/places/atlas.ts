import { readFileSync } from "node:fs";
import { z } from "zod";
import { DistrictNumeral, Point } from "../conversation/place";
import { areaNames, districtNames } from "./data/districts";
import { stopNames, streetNames } from "./data/streets";
import { StreetKind } from "./kinds";

const Street = z.strictObject({
  kind: StreetKind,
  name: z.string().min(1),
  /** Given names or a title people mostly leave out: "Józefa" of "Józefa Dietla". */
  given: z.string().optional(),
  district: DistrictNumeral.optional(),
  /** Points along it, in no order. */
  points: z.array(Point).default([]),
  /** House numbers with their points. */
  addresses: z.record(z.string(), Point).default({}),
});
export type Street = z.infer<typeof Street>;

const Stop = z.strictObject({ name: z.string().min(1), point: Point.optional() });
export type Stop = z.infer<typeof Stop>;

const Area = z.strictObject({ name: z.string().min(1), district: DistrictNumeral });
export type Area = z.infer<typeof Area>;

const Boundary = z.strictObject({
  numeral: DistrictNumeral,
  rings: z.array(z.array(z.tuple([z.number(), z.number()]))),
});

/** All that is known of the city's places. What was left out is not known; nothing is guessed. */
export const Atlas = z.strictObject({
  streets: z.array(Street).default([]),
  stops: z.array(Stop).default([]),
  areas: z.array(Area).default([]),
  boundaries: z.array(Boundary).default([]),
});
export type Atlas = z.infer<typeof Atlas>;

/** The atlas that comes with the program: names, and which of them lie in which district; no positions. */
export function embeddedAtlas(): Atlas {
  return {
    streets: onceEach(linesOf(streetNames).flatMap(streetsOf)),
    stops: linesOf(stopNames).flatMap((line) => line.split(", ").map((name) => ({ name }))),
    areas: linesOf(areaNames).flatMap((line) => {
      const district = DistrictNumeral.parse(line.slice(0, line.indexOf(" ")));
      const names = line.slice(line.indexOf(" ") + 1).split(", ");
      return names.map((name) => ({ name, district }));
    }),
    boundaries: [],
  };
}

/** The atlas of a file that `npm run places` made of official data, over the embedded one. */
export function readAtlas(file: string): Atlas {
  return overlaid(embeddedAtlas(), Atlas.parse(JSON.parse(readFileSync(file, "utf8"))));
}

/** Official names of the districts by number. */
export const districtName: ReadonlyMap<DistrictNumeral, string> = new Map(
  linesOf(districtNames).map((line) => [
    DistrictNumeral.parse(line.slice(0, line.indexOf(" "))),
    line.slice(line.indexOf(" ") + 1),
  ]),
);

/** What `above` knows wins; what only `below` knows stays. */
function overlaid(below: Atlas, above: Atlas): Atlas {
  const key = ({ kind, name }: Street) => `${kind} ${name.toLowerCase()}`;
  const known = new Set(above.streets.map(key));
  const stops = new Set(above.stops.map(({ name }) => name.toLowerCase()));
  return {
    streets: [...above.streets, ...below.streets.filter((street) => !known.has(key(street)))],
    stops: [...above.stops, ...below.stops.filter(({ name }) => !stops.has(name.toLowerCase()))],
    areas: [...above.areas, ...below.areas],
    boundaries: above.boundaries.length > 0 ? above.boundaries : below.boundaries,
  };
}

/** A name that stands under two districts, or under one and none, is not wholly in either. */
function onceEach(streets: Street[]): Street[] {
  const byName = new Map<string, Street>();
  for (const { district, ...street } of streets) {
    const key = `${street.kind} ${street.name}`;
    const before = byName.get(key);
    const same = district !== undefined && (!before || before.district === district);
    byName.set(key, { ...before, ...street, ...(same ? { district } : {}) });
    if (before && !same) delete byName.get(key)?.district;
  }
  return [...byName.values()];
}

function linesOf(text: string): string[] {
  return text.trim().split("\n");
}

/** "ul I Długa, Józefa/Dietla" */
function streetsOf(line: string): Street[] {
  const [kind = "", district = "", ...rest] = line.split(" ");
  return rest
    .join(" ")
    .split(", ")
    .map((entry) => {
      const [given, name] = entry.includes("/") ? entry.split("/") : [undefined, entry];
      return {
        kind: StreetKind.parse(kind),
        name: name ?? entry,
        ...(given === undefined ? {} : { given }),
        ...(district === "-" ? {} : { district: DistrictNumeral.parse(district) }),
        points: [],
        addresses: {},
      };
    });
}
