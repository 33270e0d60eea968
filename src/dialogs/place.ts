import type { DialogPlace, KnownPlace, PlaceQuestion } from "../conversation/conversation";
import type { FoundPlace } from "../conversation/facts";
import { fold } from "../conversation/fold";
import type { Point } from "../conversation/place";
import type { ServiceForm } from "../conversation/slot";
import { wordsOf } from "../conversation/words";
import type { Heard } from "./dialogParts";

/** Below this the resident is asked whether it was meant. */
const SURE = 0.9;
/** As likely as the best, so that only the resident can say which. */
const AS_LIKELY = 0.05;
const MOST_CANDIDATES = 4;
/** A point less exact than this shows a street, not a spot. */
const EXACT_METRES = 150;

type Settling = { known: DialogPlace | undefined; places: FoundPlace[]; isOver: boolean };

/** What is known of the place once `said` is the answer; `isOver`: the question about it that was open no longer is. */
export function settlePlace(said: string | undefined, { known, places, isOver }: Settling): DialogPlace | undefined {
  if (!said) return undefined;
  if (known?.said !== said) return resolved(said, places);
  if (!isOver || known.question === undefined) return known;
  const { question: _, ...place } = known;
  return place;
}

function resolved(said: string, places: FoundPlace[]): DialogPlace {
  const fitting = places.filter((place) => speaksOf(said, place));
  const [best] = fitting;
  if (!best) return { said, asked: [] };
  if (best.outside) return { said, whose: best.outside.whose, asked: [] };
  const likely = fitting.filter(({ score, outside }) => !outside && score >= best.score - AS_LIKELY);
  const [only, second] = likely.filter((one, i) => likely.findIndex(({ text }) => text === one.text) === i).map(known);
  if (only && !second && best.score >= SURE && best.known) return { said, found: only, asked: [] };
  return { said, candidates: likely.slice(0, MOST_CANDIDATES).map(known), asked: [] };
}

/** A place as a dialog keeps it. */
export function known({ score: _, known: __, outside: ___, ...place }: FoundPlace): KnownPlace {
  return place;
}

/** Whether what was found in the message is what these words of it name: numbers must agree, and a word. */
function speaksOf(said: string, { text, source, outside }: FoundPlace): boolean {
  if (source === "device" || source === "photo" || outside || text === said) return true;
  const words = wordsOf(said);
  const found = wordsOf(text).filter((word) => !KINDS.has(word));
  const numbers = found.filter((word) => /^\d/.test(word));
  const alike = (one: string) => words.some((word) => word.slice(0, 3) === one.slice(0, 3));
  return numbers.every((number) => words.some((word) => word.startsWith(number))) && found.some(alike);
}

const KINDS = new Set(["ul", "al", "pl", "os", "przystanek", "skrzyzowanie", "rondo", "rynek", "park", "most"]);

/** The place as it is read back: its official name where it was found, else the resident's own words. */
export function sayPlace(place: DialogPlace | undefined, said: string): string {
  const { found } = place ?? {};
  if (!found || place?.said !== said || isArea(found)) return said;
  const { text, districtName, detail } = found;
  const where = districtName === undefined || text.includes(districtName) ? text : `${text} (${districtName})`;
  return detail === undefined ? where : `${where}, ${detail}`;
}

/** What is filed beside the resident's words. */
export function filedPlace(place: DialogPlace | undefined, said: string) {
  const { found } = place ?? {};
  if (!found || place?.said !== said) return {};
  return {
    ...(!isArea(found) && { address: found.text }),
    ...exactPoint(found),
    ...(found.district !== undefined && { district: found.district }),
  };
}

/** The point, where it is one and not just somewhere along a street. */
export function exactPoint({ point, accuracyMetres = 0 }: KnownPlace): { point?: Point } {
  return point && accuracyMetres <= EXACT_METRES ? { point } : {};
}

/** A part of the city, not a spot in it. */
const isArea = ({ source, point }: KnownPlace) => source === "text" && !point;

/** What has to be asked about the place before the dialog can go on; nothing is asked twice. */
export function questionAbout(
  place: DialogPlace | undefined,
  service: ServiceForm | undefined,
): PlaceQuestion | undefined {
  if (!place) return undefined;
  const open = (question: PlaceQuestion) => !place.asked.includes(question);
  if (place.whose) return "outside";
  if (place.candidates && open("which")) return "which";
  if (place.found && service && open("number") && isTooWide(place.found) && needsSpot(service)) return "number";
  return undefined;
}

function isTooWide(found: KnownPlace): boolean {
  if (found.detail !== undefined || exactPoint(found).point) return false;
  return isArea(found) || (found.source === "street" && /^(?:ul|al|os)\. /.test(found.text));
}

function needsSpot({ kind, place }: ServiceForm): boolean {
  return (kind === "report" || kind === "immediate") && !place?.optional;
}

/** "12", "nr 12a", "pod 12": a house number that belongs to the street named before. */
export function houseNumberIn(text: string): string | undefined {
  return /^(?:(?:nr|numer|pod|przy|no|number|номер|№)\.?\s*)*(\d{1,4}\s?[a-z]?(?:\/\d{1,4}[a-z]?)?)[.!]?$/.exec(
    fold(text).trim(),
  )?.[1];
}

/** The message with the place the city's list found in it, where its words alone did not show one. */
export function withFoundPlace(heard: Heard): Heard {
  const [best] = heard.about?.places ?? [];
  if (heard.entities.place !== undefined || !best) return heard;
  const spot = best.source === "device" || best.source === "crossing" || best.source === "stop";
  const sure = best.known && best.score >= SURE && (spot || best.source === "address");
  const place = best.outside ? best.outside.municipality : sure ? best.text : undefined;
  return place === undefined ? heard : { ...heard, entities: { ...heard.entities, place } };
}
