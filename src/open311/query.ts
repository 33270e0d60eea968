import { type Point, readPoint } from "../conversation/place";
import type { Bounds, Filter } from "../serviceRequests/doors";
import { parseNumber } from "../serviceRequests/number";
import { badRequest } from "./answer";
import { readDate, type Span } from "./dates";
import type { Fields } from "./fields";

export type Near = { point: Point; metres: number };

/** Which requests are asked for, and how many of them. */
export type Query = {
  filter: Filter;
  /** Only those so near to it. */
  near?: Near;
  skip: number;
  most: number;
  extensions: boolean;
};

export const MOST = 1000;
const MOST_SKIPPED = 20_000;
const MOST_DAYS = 90;
const MOST_METRES = 50_000;
const DAY_MS = 24 * 60 * 60_000;
/** A clock put back makes ninety days an hour longer. */
const HOUR_MS = 60 * 60_000;

/** What may be read at all: ideas have a page of their own. */
export const readable: Filter = { public: true, kind: "report" };

/** Reads the parameters of a list. Ids count before everything else; without dates it is the last ninety days. */
export function readQuery(fields: Fields, { paging, now }: { paging: boolean; now: Date }): Query {
  const extensions = fields.one("extensions") === "true";
  const ids = fields.listed("service_request_id").map((id) => parseNumber(id) ?? id);
  if (ids.length > MOST) throw badRequest(`Podaj najwyżej ${MOST} numerów naraz (service_request_id).`);
  if (ids.length > 0) return { filter: { ...readable, ids }, skip: 0, most: MOST, extensions };
  const near = readNear(fields);
  const services = fields.listed("service_code");
  return {
    filter: {
      ...readable,
      ...readTimes(fields, now),
      ...(services.length > 0 && { services }),
      ...readStatus(fields),
      ...(near && { bounds: boundsAround(near) }),
    },
    ...(near && { near }),
    ...(paging ? readPage(fields) : { skip: 0, most: MOST }),
    extensions,
  };
}

function readStatus(fields: Fields): Pick<Filter, "status"> {
  const status = fields.listed("status").map((one) => {
    if (one === "open" || one === "closed") return one;
    throw badRequest("Stan (status) to open albo closed.");
  });
  return status.length > 0 ? { status } : {};
}

function readTimes(fields: Fields, now: Date): Filter {
  const after = spanOf(fields, "updated_after");
  const before = spanOf(fields, "updated_before");
  const changed = { ...(after && { updatedFrom: after.from }), ...(before && { updatedTo: before.to }) };
  const asked = fields.one("start_date") ?? fields.one("end_date");
  // Whoever follows changes wants those of old requests too.
  if (!asked && (after || before)) return changed;
  const { from, to } = readWindow(fields, now);
  return { ...changed, requestedFrom: from, requestedTo: to };
}

/** From `start_date` to `end_date`, both included; ninety days where only one is given, the last ninety without any. */
export function readWindow(fields: Fields, now: Date): Span {
  const [start, end] = [spanOf(fields, "start_date"), spanOf(fields, "end_date")];
  const from = start?.from ?? days(end?.to ?? now, -MOST_DAYS);
  const to = end?.to ?? (start ? days(from, MOST_DAYS) : now);
  if (from > to) throw badRequest("Początek (start_date) jest później niż koniec (end_date).");
  if (to.getTime() - from.getTime() > MOST_DAYS * DAY_MS + HOUR_MS + 1000)
    throw badRequest(`Okres od start_date do end_date może mieć najwyżej ${MOST_DAYS} dni.`);
  return { from, to };
}

const days = (date: Date, count: number) => new Date(date.getTime() + count * DAY_MS);

function spanOf(fields: Fields, name: string): Span | undefined {
  const text = fields.one(name);
  if (text === undefined) return undefined;
  const span = readDate(text);
  if (!span) throw badRequest(`To nie jest data: ${name}. Napisz na przykład 2026-07-01T12:00:00+02:00.`);
  return span;
}

function readPage(fields: Fields): Pick<Query, "skip" | "most"> {
  const page = wholeOf(fields, "page", { least: 1, most: MOST_SKIPPED, usual: 1 });
  const most = wholeOf(fields, "page_size", { least: 1, most: MOST, usual: MOST });
  const skip = (page - 1) * most;
  if (skip > MOST_SKIPPED) throw badRequest("Tak daleko strony nie sięgają (page). Zawęź wyszukiwanie datami.");
  return { skip, most };
}

function wholeOf(fields: Fields, name: string, limits: { least: number; most: number; usual: number }): number {
  const text = fields.one(name);
  if (text === undefined) return limits.usual;
  const value = /^\d{1,9}$/.test(text) ? Number(text) : -1;
  if (value >= limits.least && value <= limits.most) return value;
  throw badRequest(`${name} to liczba od ${limits.least} do ${limits.most}.`);
}

function readNear(fields: Fields): Near | undefined {
  const [lat, long, radius] = [fields.one("lat"), fields.one("long"), fields.one("radius")];
  if (lat === undefined && long === undefined && radius === undefined) return undefined;
  const point = lat !== undefined && long !== undefined ? readPoint(Number(lat), Number(long)) : undefined;
  const metres = Number(radius ?? Number.NaN);
  if (!point) throw badRequest("Podaj lat i long jako liczby, a obok nich promień w metrach (radius).");
  if (!(metres > 0 && metres <= MOST_METRES)) throw badRequest(`Promień (radius) to metry, najwyżej ${MOST_METRES}.`);
  return { point, metres };
}

const METRES_PER_DEGREE = 111_000;

function boundsAround({ point: { lat, long }, metres }: Near): Bounds {
  const up = metres / METRES_PER_DEGREE;
  const along = up / Math.max(0.01, Math.cos((lat * Math.PI) / 180));
  return { south: lat - up, north: lat + up, west: long - along, east: long + along };
}
