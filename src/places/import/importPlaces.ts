import type { Point } from "../../conversation/place";
import { readPoint } from "../../conversation/place";
import type { Atlas, Stop, Street } from "../atlas";
import { distanceMetres } from "../distance";
import { boundariesOf, linesOf, readFeatures } from "./geoJson";
import { streetName } from "./streetName";
import { filled, type Row, readTable } from "./table";

/** Streets in the making, by kind and full name. */
type Streets = Map<string, Street>;

/** Points of a street nearer to one already kept than this add nothing. */
const APART_METRES = 25;

/**
 * Makes an atlas of files as the offices give them out: GeoJSON of districts or of streets, the register of streets
 * (TERYT ULIC, CSV), address points (CSV with longitude and latitude) and stops (GTFS `stops.txt`).
 * What a file is shows in what it holds; throws, naming it, for one that is none of these.
 */
export function importPlaces(files: { name: string; text: string }[]): Atlas {
  const streets: Streets = new Map();
  const stops: Stop[] = [];
  const boundaries: Atlas["boundaries"] = [];
  for (const { name, text } of files) {
    if (/^\s*\{/.test(text.replace(/^\uFEFF/, ""))) {
      const features = readFeatures(name, text);
      boundaries.push(...boundariesOf(features));
      for (const line of linesOf(features)) addPoints(streetAt(streets, line.name), line.points);
      continue;
    }
    const rows = readTable(text);
    const [row] = rows;
    if (row && "stop_name" in row) stops.push(...stopsOf(rows));
    else if (row && "sym_ul" in row) for (const one of rows) addRegistered(streets, one);
    else if (row && ("street" in row || "ulica" in row)) for (const one of rows) addAddress(streets, one);
    else
      throw new Error(`${name}: neither GeoJSON, stops.txt, ULIC nor addresses with columns street, number, lat, lon`);
  }
  return { streets: [...streets.values()], stops, areas: [], boundaries };
}

function streetAt(streets: Streets, full: string, feature?: string, split?: Pick<Street, "name" | "given">): Street {
  const named = { ...streetName(full, feature), ...split };
  const key = `${named.kind} ${named.given ?? ""} ${named.name}`.toLowerCase();
  const street = streets.get(key) ?? { ...named, points: [], addresses: {} };
  streets.set(key, street);
  return street;
}

function addPoints(street: Street, points: Point[]): void {
  for (const point of points) {
    if (street.points.every((kept) => distanceMetres(kept, point) >= APART_METRES)) street.points.push(rounded(point));
  }
}

/** A line of the register: NAZWA_1 is what people say, NAZWA_2 the given names. Only Kraków's (powiat 1261). */
function addRegistered(streets: Streets, row: Row): void {
  if (`${row.woj ?? ""}${row.pow ?? ""}` !== "1261") return;
  const [name = "", given = ""] = [row.nazwa_1, row.nazwa_2];
  if (name === "") return;
  streetAt(streets, `${given} ${name}`.trim(), row.cecha, given === "" ? { name } : { name, given });
}

function addAddress(streets: Streets, row: Row): void {
  const city = filled(row, "city", "miejscowosc", "miejscowość");
  const name = filled(row, "street", "ulica");
  const number = filled(row, "number", "numer", "numerporzadkowy", "nr").toLowerCase().replace(/\s/g, "");
  const point = pointOf(row, ["lat", "latitude", "y"], ["lon", "long", "longitude", "x"]);
  if ((city !== "" && city !== "Kraków") || name === "" || number === "" || !point) return;
  streetAt(streets, name).addresses[number] = rounded(point);
}

/** A stop has several posts: their middle. */
function stopsOf(rows: Row[]): Stop[] {
  const posts = new Map<string, Point[]>();
  for (const row of rows) {
    const point = pointOf(row, ["stop_lat"], ["stop_lon"]);
    // "Teatr Bagatela (nż)", "Teatr Bagatela 01"
    const name = (row.stop_name ?? "").replace(/\s*(?:\(n[żz]\)|\d{2})$/i, "");
    if (point && name !== "") posts.set(name, [...(posts.get(name) ?? []), point]);
  }
  return [...posts].map(([name, points]) => {
    const mean = (of: (point: Point) => number) => points.reduce((sum, one) => sum + of(one), 0) / points.length;
    return { name, point: rounded({ lat: mean(({ lat }) => lat), long: mean(({ long }) => long) }) };
  });
}

function pointOf(row: Row, lat: string[], long: string[]): Point | undefined {
  const [north, east] = [filled(row, ...lat), filled(row, ...long)].map((value) => value.replace(",", "."));
  return north && east ? readPoint(Number(north), Number(east)) : undefined;
}

const rounded = ({ lat, long }: Point): Point => ({ lat: Number(lat.toFixed(6)), long: Number(long.toFixed(6)) });
