import { type Point, readPoint } from "../conversation/place";
import type { Area, Stop, Street } from "./atlas";
import { type Index, type Mention, mentionsIn } from "./mentions";
import type { Outside } from "./outside";
import { wordsBetween } from "./said";
import { type Token, tokensOf } from "./tokens";
import { besides, blockWords, crossingLinks, crossings, links, prepositions } from "./words";

/** A street as said: those of the list it may be, or the words for one that is on no list. */
type SaidStreet = { streets: Street[] } | { unlisted: string };

/** What kind of place a phrase names. `detail` is how it lies to something else: "naprzeciwko Biedronki". */
export type SaidPlace = { score: number; detail?: string } & (
  | { kind: "coordinates"; point: Point }
  | { kind: "address"; street: SaidStreet; number: string; flat?: string }
  | { kind: "street"; street: SaidStreet }
  | { kind: "crossing"; streets: [SaidStreet, SaidStreet] }
  | { kind: "stop"; stop: string; known?: Stop }
  | { kind: "area"; area: Area }
  | { kind: "outside"; outside: Outside }
  | { kind: "block"; number: string }
  | { kind: "unknown" }
);

type StreetMention = Extract<Mention, { is: "street" | "unlisted" }>;

/** Reads a resident's phrase; `unknown` when it names no place that can be recognised. */
export function parsePlace(text: string, index: Index): SaidPlace {
  const point = coordinatesIn(text);
  if (point) return { kind: "coordinates", point, score: 1 };
  const tokens = tokensOf(text);
  const mentions = mentionsIn(tokens, text, index);
  const chosen = chooseOf(tokens, mentions);
  if (!chosen) return blockIn(tokens) ?? { kind: "unknown", score: 0 };
  const detail = detailOf(tokens, text, chosen.start, chosen.end);
  return { ...chosen.said, ...(detail === undefined ? {} : { detail }) };
}

type Chosen = { said: SaidPlace; start: number; end: number };

/** A town outside decides; then what tells the spot best. */
function chooseOf(tokens: Token[], mentions: Mention[]): Chosen | undefined {
  const streets = mentions.filter((one): one is StreetMention => one.is === "street" || one.is === "unlisted");
  const stop = mentions.find((one) => one.is === "stop");
  const numbered = streets.find(({ number }) => number !== undefined);
  const outside = mentions.find((one) => one.is === "outside");
  if (outside) return { ...outside, said: { kind: "outside", outside: outside.outside, score: outside.score } };
  const crossing = crossingOf(tokens, streets);
  if (crossing) return crossing;
  if (numbered) return ofStreet(numbered);
  if (stop) {
    const known = stop.known === undefined ? {} : { known: stop.known };
    return { ...stop, said: { kind: "stop", stop: stop.stop, score: stop.score, ...known } };
  }
  const [street] = [...streets].sort((a, b) => b.score - a.score);
  if (street) return ofStreet(street);
  const area = mentions.find((one) => one.is === "area");
  return area && { ...area, said: { kind: "area", area: area.area, score: area.score } };
}

function ofStreet(mention: StreetMention): Chosen {
  const { number, flat, score } = mention;
  const street = saidStreet(mention);
  if (number === undefined) return { ...mention, said: { kind: "street", street, score } };
  return {
    ...mention,
    said: { kind: "address", street, number, score, ...(flat === undefined ? {} : { flat }) },
  };
}

const saidStreet = (mention: StreetMention): SaidStreet =>
  mention.is === "street" ? { streets: mention.streets } : { unlisted: mention.street };

function crossingOf(tokens: Token[], streets: StreetMention[]): Chosen | undefined {
  for (const [at, first] of streets.entries()) {
    const second = streets[at + 1];
    if (!second || first.number !== undefined) continue;
    const between = tokens.slice(first.end, second.start).map(({ folded }) => folded);
    const linked = between.length > 0 && between.every((word) => links.has(word) || prepositions.has(word));
    const announced = tokens.slice(0, first.start).some(({ folded }) => crossings.has(folded));
    const meet =
      between.some((word) => crossingLinks.has(word)) || (announced && between.some((word) => links.has(word)));
    if (!linked || !meet) continue;
    const start = announced ? tokens.findIndex(({ folded }) => crossings.has(folded)) : first.start;
    const score = Math.min(first.score, second.score);
    const pair: [SaidStreet, SaidStreet] = [saidStreet(first), saidStreet(second)];
    return { start, end: second.end, said: { kind: "crossing", streets: pair, score } };
  }
  return undefined;
}

const LONGEST_DETAIL = 6;

/** "naprzeciwko Biedronki" before or after the place it belongs to. */
function detailOf(tokens: Token[], text: string, start: number, end: number): string | undefined {
  const last = prepositions.has(tokens[start - 1]?.folded ?? "") ? start - 1 : start;
  const until = tokens[last - 1]?.folded === "," ? last - 1 : last;
  const from = tokens.findIndex(
    ({ folded }, at) => at < until - 1 && until - at <= LONGEST_DETAIL && besides.has(folded),
  );
  if (from >= 0) return wordsBetween(tokens, text, from, until);
  const after = tokens[end]?.folded === "," ? end + 1 : end;
  if (!besides.has(tokens[after]?.folded ?? "")) return undefined;
  let stop = after + 1;
  while (stop - after < LONGEST_DETAIL && /[a-z\d]/.test(tokens[stop]?.folded ?? "")) stop++;
  return stop - after > 1 ? wordsBetween(tokens, text, after, stop) : undefined;
}

/** "koło bloku 12", with no street said. */
function blockIn(tokens: Token[]): SaidPlace | undefined {
  const at = tokens.findIndex(({ folded }) => blockWords.has(folded));
  const next = tokens[at + 1]?.folded === "nr" ? at + 2 : at + 1;
  const number = at < 0 ? undefined : tokens[next]?.folded;
  return number !== undefined && /^\d{1,3}[a-z]?$/.test(number) ? { kind: "block", number, score: 0.2 } : undefined;
}

const COORDINATES = /(?<![\d.,])(-?\d{1,2}[.,]\d{2,10})°?\s*[NE]?\s*[,; ]\s*(-?\d{1,2}[.,]\d{2,10})°?(?![\d.,]?\d)/i;

/** "50.06, 19.94", in either order: the numbers of this country cannot be confused. */
function coordinatesIn(text: string): Point | undefined {
  const [, first, second] = COORDINATES.exec(text) ?? [];
  if (first === undefined || second === undefined) return undefined;
  const [a, b] = [Number(first.replace(",", ".")), Number(second.replace(",", "."))];
  return a < 30 && b > 45 ? readPoint(b, a) : readPoint(a, b);
}
