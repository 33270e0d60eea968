import type { Point } from "../conversation/place";

const EARTH_RADIUS = 6_371_008.8;
const radians = (degrees: number) => (degrees * Math.PI) / 180;

/** How far two points lie apart over the ground, in metres. */
export function distanceMetres(a: Point, b: Point): number {
  const north = Math.sin(radians(b.lat - a.lat) / 2) ** 2;
  const east = Math.sin(radians(b.long - a.long) / 2) ** 2;
  const half = north + Math.cos(radians(a.lat)) * Math.cos(radians(b.lat)) * east;
  return 2 * EARTH_RADIUS * Math.asin(Math.min(1, Math.sqrt(half)));
}

/** One ring of a boundary: its corners as [longitude, latitude], the way GeoJSON writes them. */
export type Ring = [long: number, lat: number][];

/** The rectangle around something. */
type Box = { south: number; north: number; west: number; east: number };

/** The rectangle around an area: asked first, for it is quick. */
export function boxOf(rings: Ring[]): Box {
  const box = { south: 90, north: -90, west: 180, east: -180 };
  for (const [long, lat] of rings.flat()) {
    box.south = Math.min(box.south, lat);
    box.north = Math.max(box.north, lat);
    box.west = Math.min(box.west, long);
    box.east = Math.max(box.east, long);
  }
  return box;
}

/** Whether a point lies in a rectangle. */
export function insideBox({ south, north, west, east }: Box, { lat, long }: Point): boolean {
  return lat >= south && lat <= north && long >= west && long <= east;
}

/** Whether a point lies in an area of rings; a ring inside another is a hole. */
export function insideRings(rings: Ring[], { lat, long }: Point): boolean {
  let inside = false;
  for (const ring of rings) {
    for (let at = 0, before = ring.length - 1; at < ring.length; before = at++) {
      const [x1, y1] = ring[at] ?? [0, 0];
      const [x2, y2] = ring[before] ?? [0, 0];
      if (y1 > lat !== y2 > lat && long < ((x2 - x1) * (lat - y1)) / (y2 - y1) + x1) inside = !inside;
    }
  }
  return inside;
}
