import type { Point } from "../conversation/place";
import type { Atlas, Street } from "./atlas";
import { distanceMetres } from "./distance";
import { type Found, nameOf } from "./found";

const CELL = 0.002;
const FARTHEST = 120;

type Spot = { point: Point; street: Street; number?: string };

/** A grid over everything that has a position; answers what lies nearest within a short walk. */
export function nearestIn({ streets }: Atlas): (point: Point) => Found | undefined {
  const cells = new Map<string, Spot[]>();
  for (const spot of streets.flatMap(spotsOf)) {
    const key = keyOf(spot.point, 0, 0);
    const others = cells.get(key);
    if (others) others.push(spot);
    else cells.set(key, [spot]);
  }
  return (point) => {
    const around = [-1, 0, 1].flatMap((y) => [-1, 0, 1].flatMap((x) => cells.get(keyOf(point, y, x)) ?? []));
    let best: { spot: Spot; metres: number } | undefined;
    for (const spot of around) {
      const metres = distanceMetres(point, spot.point);
      if (metres <= FARTHEST && (!best || metres < best.metres)) best = { spot, metres };
    }
    return best && foundAt(best.spot, point, best.metres);
  };
}

function spotsOf(street: Street): Spot[] {
  const numbered = Object.entries(street.addresses).map(([number, point]) => ({ point, street, number }));
  return [...numbered, ...street.points.map((point) => ({ point, street }))];
}

function keyOf({ lat, long }: Point, y: number, x: number): string {
  return `${Math.floor(lat / CELL) + y} ${Math.floor(long / CELL) + x}`;
}

/** The point asked for stays; the name is what lies nearest to it. */
function foundAt({ street, number }: Spot, point: Point, metres: number): Found {
  const name = nameOf(street);
  return {
    text: number === undefined ? name : `${name} ${number}`,
    point,
    source: number === undefined ? "street" : "address",
    known: true,
    score: 1 - metres / FARTHEST / 2,
  };
}
