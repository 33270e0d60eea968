import type { Bounds, MapMark } from "../../serviceRequests/doors";
import { statusOf } from "../../serviceRequests/lifeCycle";
import type { Call } from "../call";
import { serviceName } from "../telling";
import { filterOf, type Narrowed, parametersOf, queryOf, readBounds, readNarrowed } from "./narrow";
import { type PublicParts, type PublicReader, readerFor } from "./parts";
import { addressOf } from "./publicRequest";
import { limitReading, sendKept } from "./sendPublic";
import type { PublicMark, PublicMarks } from "./wire";

const HIGHEST_ZOOM = 19;
const MOST = 1500;
/** Marks are grouped in squares: so much shorter is a degree to the east in Kraków. */
const EAST_TO_NORTH = Math.cos((50.06 * Math.PI) / 180);
/** What is asked for is widened to whole blocks of squares, so that a small move of the map asks for the same. */
const SQUARES_PER_BLOCK = 4;

/** `GET /mapa/znaczniki.json`: what lies in a part of the map, grouped as its zoom needs. */
export async function showMarks(call: Call, parts: PublicParts): Promise<void> {
  await limitReading(call, parts);
  const { query, response } = call;
  const asked = readBounds(...["south", "west", "north", "east"].map((name) => query.get(name)));
  const zoom = Number(query.get("zoom") ?? Number.NaN);
  if (!asked || !Number.isInteger(zoom) || zoom < 0 || zoom > HIGHEST_ZOOM) {
    const message = `Give south, west, north, east in degrees and zoom as a whole number up to ${HIGHEST_ZOOM}.`;
    response.setHeader("Content-Type", "application/json; charset=utf-8");
    response.sendRaw(400, JSON.stringify({ error: { code: "BadArea", message } }));
    return;
  }
  const { bounds: _, ...narrowed } = readNarrowed(query, parts.names());
  const east = gridOf(zoom);
  const bounds = around(asked, east * SQUARES_PER_BLOCK);
  const reader = readerFor(call, parts);
  const key = queryOf({ ...parametersOf({ ...narrowed, bounds }), lang: reader.language });
  const body = await parts.keep(`marks ${zoom} ${key}`, async () => {
    const found = await parts.requests.marks({ ...filterOf(narrowed, parts.now()), bounds }, east, MOST);
    const answer: PublicMarks = { marks: found.map((mark) => markOf(mark, { east, narrowed, reader })) };
    return JSON.stringify(answer);
  });
  response.setHeader("Vary", "Accept-Language");
  sendKept(call, body, "application/json; charset=utf-8");
}

type Drawing = { east: number; narrowed: Narrowed; reader: PublicReader };

function markOf({ point, count, id, service, state }: MapMark, { east, narrowed, reader }: Drawing): PublicMark {
  const { texts, words, language } = reader;
  const mark = { ...point, count };
  if (id !== undefined && service !== undefined && state !== undefined) {
    const title = `${serviceName(service, reader)}: ${texts.states[state]}`;
    const url = `${addressOf({ kind: "report", id })}?lang=${language}`;
    return { ...mark, title, url, isOpen: statusOf(state) === "open" };
  }
  const square = around({ south: point.lat, north: point.lat, west: point.long, east: point.long }, east);
  const url = `/mapa/${queryOf({ ...parametersOf({ ...narrowed, bounds: square }), lang: language })}`;
  return { ...mark, title: words.map.many(count), url, isOpen: true };
}

/** About 64 pixels on the screen. */
const gridOf = (zoom: number) => 90 / 2 ** zoom;

/** The whole squares of that width around it, as the storage groups points. */
function around({ south, west, north, east }: Bounds, width: number): Bounds {
  const height = width * EAST_TO_NORTH;
  const down = (value: number, step: number) => Math.floor(value / step) * step;
  return {
    south: down(south, height),
    west: down(west, width),
    north: down(north, height) + height,
    east: down(east, width) + width,
  };
}
