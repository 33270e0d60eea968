import type { DistrictNumeral, Point } from "../conversation/place";
import { type Atlas, districtName, embeddedAtlas, type Stop } from "./atlas";
import { boxOf, insideBox, insideRings } from "./distance";
import { type Found, foundOf, ofPoint } from "./found";
import type { Index } from "./mentions";
import { namesOf } from "./names";
import { nearestIn } from "./nearest";
import { outsideNamed } from "./outside";
import { parsePlace, type SaidPlace } from "./parsePlace";

/** The city's streets, stops and districts, ready to be asked. */
export type Gazetteer = {
  parse(text: string): SaidPlace;
  /** Candidates, best first; none when the text names no place. */
  find(text: string): Found[];
  /** What lies nearest; only the district where nothing nearer is known. */
  near(point: Point): Found | undefined;
  insideCity(point: Point): boolean;
  districtOf(point: Point): DistrictNumeral | undefined;
};

/** The city lies within these; without boundaries a point inside them may still be a neighbour's. */
const CITY_BOX = { south: 49.967, north: 50.127, west: 19.792, east: 20.218 };

/** Builds the indexes once; answers are the same for the same atlas. */
export function gazetteerOf(atlas: Atlas = embeddedAtlas()): Gazetteer {
  const index = indexOf(atlas);
  const boundaries = atlas.boundaries.map((boundary) => ({ ...boundary, box: boxOf(boundary.rings) }));
  const districtOf = (point: Point) =>
    boundaries.find(({ rings, box }) => insideBox(box, point) && insideRings(rings, point))?.numeral;
  const insideCity = (point: Point) =>
    atlas.boundaries.length > 0 ? districtOf(point) !== undefined : insideBox(CITY_BOX, point);
  const placed = (found: Found): Found => {
    const district = (found.point && districtOf(found.point)) ?? found.district;
    const out = found.point && !insideCity(found.point) ? { outside: outsideNamed(undefined) } : {};
    return { ...found, ...(district === undefined ? {} : { district }), ...out };
  };
  const parse = (text: string) => parsePlace(text, index);
  const nearest = nearestIn(atlas);
  return {
    parse,
    find: (text) => {
      const said = parse(text);
      const detail = said.detail === undefined ? {} : { detail: said.detail };
      return foundOf(said, text).map((found) => placed({ ...found, ...detail }));
    },
    near: (point) => {
      const district = districtOf(point);
      const found = insideCity(point) ? nearest(point) : undefined;
      return found ? placed(found) : pointAlone(point, district, insideCity(point));
    },
    insideCity,
    districtOf,
  };
}

/** A point's own name is its district; the bare numbers are left to whoever shows them. */
function pointAlone(point: Point, district: DistrictNumeral | undefined, inside: boolean): Found | undefined {
  if (!inside) return { ...ofPoint(point), outside: outsideNamed(undefined) };
  if (district === undefined) return undefined;
  return { ...ofPoint(point), text: `Dzielnica ${district} ${districtName.get(district) ?? ""}`.trim(), district };
}

function indexOf({ streets, stops, areas }: Atlas): Index {
  return {
    streets: namesOf(streets.map((street) => ({ name: street.name, given: street.given, value: street }))),
    stops: namesOf(stops.flatMap((stop) => stopForms(stop).map((name) => ({ name, value: stop })))),
    areas: namesOf(areas.map((area) => ({ name: area.name, value: area }))),
  };
}

/** "Bagatela" for "Teatr Bagatela": the sort of thing is often left out. */
function stopForms(stop: Stop): string[] {
  const [, short] = /^(?:Teatr|Rondo|Plac|Os\.|Dworzec|Szpital|Cmentarz|Aleja|Kopiec) (.+)$/.exec(stop.name) ?? [];
  return short === undefined ? [stop.name] : [stop.name, short];
}
