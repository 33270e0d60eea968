import type { FoundPlace } from "../conversation/facts";
import type { Point } from "../conversation/place";
import { districtName } from "./atlas";
import { type Found, ofPoint } from "./found";
import type { Gazetteer } from "./gazetteer";
import type { Geocoder } from "./geocoder";
import { readPin } from "./pin";

export type Located = { places: FoundPlace[]; photoPlace?: FoundPlace };

type Parts = {
  gazetteer: Gazetteer;
  /** Whoever knows addresses; the gazetteer answers when it takes too long. */
  geocoder: Geocoder;
  timeLimitMs?: number;
};

type Asked = { text: string; photo?: Point | undefined };

/** A turn asks again what was asked when its message came: it must not wait a second time, whatever the answer was. */
const KEEP_MS = 10_000;

/** Finds the places a message names, or its photo shows; answers within the time limit and never rejects. */
export function openLocate({ gazetteer, geocoder, timeLimitMs = 1500 }: Parts) {
  const near = (point: Point) => within(geocoder.near(point), timeLimitMs, () => gazetteer.near(point));
  const recent = new Map<string, Promise<Located>>();
  return (asked: Asked): Promise<Located> => {
    const key = JSON.stringify([asked.text, asked.photo]);
    const known = recent.get(key) ?? locate(asked);
    recent.set(key, known);
    setTimeout(() => recent.delete(key), KEEP_MS).unref();
    return known;
  };

  async function locate({ text, photo }: Asked): Promise<Located> {
    const [places, shown] = await Promise.all([placesIn(text), photo && near(photo)]);
    if (!photo) return { places };
    const photoPlace = named({ ...(shown ?? ofPoint(photo)), point: photo, source: "photo" }, gazetteer);
    return { places, photoPlace };
  }

  async function placesIn(text: string): Promise<FoundPlace[]> {
    const pin = readPin(text);
    if (pin) return [pinned(pin, await near(pin.point), gazetteer)];
    const listed = placesListed(text, gazetteer);
    const [best, other] = listed;
    // Between namesakes the resident has to choose before a register can be asked.
    if (!best || other) return listed;
    const registered = await within<Found[] | undefined>(geocoder.find(text), timeLimitMs, () => undefined);
    return registered?.map((found) => named(asSaid(found, best), gazetteer)) ?? listed;
  }
}

/** What the city's own list knows of the words, or of a position that was shared; asks nobody. */
export function placesListed(text: string, gazetteer: Gazetteer): FoundPlace[] {
  const pin = readPin(text);
  if (pin) return [pinned(pin, gazetteer.near(pin.point), gazetteer)];
  return gazetteer.find(text).map((found) => named(found, gazetteer));
}

type Pin = NonNullable<ReturnType<typeof readPin>>;

/** A shared position by the name of what lies there. */
function pinned(pin: Pin, found: Found | undefined, gazetteer: Gazetteer): FoundPlace {
  return named({ ...(found ?? ofPoint(pin.point)), ...pin, source: "device", score: 1, known: true }, gazetteer);
}

/** What the register found, as surely as the words were read, with what stood beside them. */
function asSaid(found: FoundPlace, said: FoundPlace): FoundPlace {
  const { detail = said.detail } = found;
  const score = said.known ? Math.min(found.score, said.score) : found.score;
  return { ...found, score, ...(detail !== undefined && { detail }) };
}

function named(found: FoundPlace, gazetteer: Gazetteer): FoundPlace {
  const district = found.district ?? (found.point && gazetteer.districtOf(found.point));
  const name = district && districtName.get(district);
  return { ...found, ...(district && { district }), ...(name !== undefined && { districtName: name }) };
}

async function within<T>(answer: Promise<T>, timeLimitMs: number, otherwise: () => T): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<T>((resolve) => {
    timer = setTimeout(() => resolve(otherwise()), timeLimitMs);
  });
  return Promise.race([answer.catch(otherwise), late]).finally(() => clearTimeout(timer));
}
