import type { Area, Stop, Street } from "./atlas";
import { isEvident } from "./evident";
import { kindOf, type StreetKind } from "./kinds";
import type { Names } from "./names";
import { type HouseNumber, numberAt } from "./numbers";
import { type Outside, outsideAt } from "./outside";
import { stopMention, unknownStreet } from "./said";
import type { Token } from "./tokens";
import { isOrdinary, numberWords, prepositions, stopWords } from "./words";

/** The indexes a text is read with. */
export type Index = { streets: Names<Street>; stops: Names<Stop>; areas: Names<Area> };

/** One place a text names, from the token `start` to before `end`. */
export type Mention = { start: number; end: number; score: number } & (
  | { is: "street"; streets: Street[]; number?: string; flat?: string }
  | { is: "unlisted"; street: string; number?: string; flat?: string }
  | { is: "stop"; stop: string; known?: Stop }
  | { is: "area"; area: Area }
  | { is: "outside"; outside: Outside }
);

/** Every place a text names, in the order of the text. */
export function mentionsIn(tokens: Token[], text: string, index: Index): Mention[] {
  const found: Mention[] = [];
  for (let at = 0; at < tokens.length; ) {
    const mention = mentionAt(tokens, at, text, index);
    if (mention) found.push(mention);
    at = mention ? mention.end : at + 1;
  }
  return found;
}

function mentionAt(tokens: Token[], at: number, text: string, index: Index): Mention | undefined {
  const word = tokens[at]?.folded ?? "";
  if (prepositions.has(word) && !tokens[at]?.capital) return undefined;
  if (stopWords.has(word)) return stopMention(tokens, at, text, index.stops);
  const kind = kindOf(word);
  const plain = nameMention(tokens, at, index);
  if (kind === undefined) return plain;
  const typed = streetMention(tokens, at, at + 1, kind, index.streets);
  if (typed && plain) return plain.end > typed.end ? plain : typed;
  return typed ?? plain ?? unknownStreet(tokens, at, text);
}

/** A name without "ulica" before it. */
function nameMention(tokens: Token[], at: number, index: Index): Mention | undefined {
  const street = streetMention(tokens, at, at, undefined, index.streets);
  // "na Zabłociu" is the quarter rather than the street in it; "na Rajskiej" is no Rajsko.
  const adjective = /[^i]ej$|[kgc]iej$/.test(tokens[at]?.folded ?? "");
  const rank = (mention: Mention) => ((mention.is === "street") === adjective ? 0 : 1);
  const area = areaMention(tokens, at, index.areas);
  const outside = outsideMention(tokens, at);
  const [best] = [street, area, outside]
    .filter((mention) => mention !== undefined)
    .sort(
      (a, b) => Number(hasNumber(b)) - Number(hasNumber(a)) || b.end - a.end || b.score - a.score || rank(a) - rank(b),
    );
  return best;
}

const hasNumber = (mention: Mention) => "number" in mention;

function streetMention(
  tokens: Token[],
  start: number,
  at: number,
  kind: StreetKind | undefined,
  names: Names<Street>,
): Mention | undefined {
  const heard = names.heardAt(tokens, at);
  if (!heard) return undefined;
  const fitting = kind === undefined ? likelyOf(heard.values) : heard.values.filter((street) => street.kind === kind);
  // "ulica Pokoju" is aleja Pokoju; but an estate is never a street.
  const others = heard.values.filter((street) => kind !== "os" && street.kind !== "os");
  const streets = fitting.length > 0 ? fitting : kind === undefined ? [] : others;
  const numbered = numberAt(tokens, heard.end) ?? blockBefore(tokens, start, heard.end, kind);
  const end = numbered?.end ?? heard.end;
  if (streets.length === 0) return undefined;
  if (
    kind === undefined &&
    !isEvident(tokens, { at, end: heard.end, score: heard.score, numbered: numbered !== undefined })
  )
    return undefined;
  const score = heard.score * (fitting.length > 0 ? 1 : 0.85);
  const { number, flat } = numbered ?? {};
  return {
    is: "street",
    start,
    end,
    score,
    streets,
    ...(number === undefined ? {} : { number }),
    ...(flat === undefined ? {} : { flat }),
  };
}

/** What is meant when no kind was said: streets before squares; bridges and parks of one word are never named without the kind. */
function likelyOf(streets: Street[]): Street[] {
  const named = streets.filter(({ kind, name }) => !/^(?:most|park|bulwar)$/.test(kind) || name.includes(" "));
  const ways = named.filter(({ kind }) => kind === "ul" || kind === "al");
  return ways.length > 0 ? ways : named;
}

/** "blok 7, os. Kalinowe" */
function blockBefore(tokens: Token[], start: number, end: number, kind?: StreetKind): HouseNumber | undefined {
  if (kind !== "os") return undefined;
  let at = start - 1;
  while (at > 0 && (tokens[at]?.folded === "," || prepositions.has(tokens[at]?.folded ?? ""))) at--;
  const number = tokens[at]?.folded ?? "";
  const isBlock = numberWords.has(tokens[at - 1]?.folded ?? "") && /^[1-9]\d{0,2}[a-z]?$/.test(number);
  return isBlock ? { number, end } : undefined;
}

function areaMention(tokens: Token[], at: number, names: Names<Area>): Mention | undefined {
  const heard = names.heardAt(tokens, at);
  const [area] = heard?.values ?? [];
  if (!heard || !area || !isEvident(tokens, { at, end: heard.end, score: heard.score, numbered: false }))
    return undefined;
  return { is: "area", area, start: at, end: heard.end, score: heard.score };
}

function outsideMention(tokens: Token[], at: number): Mention | undefined {
  const heard = outsideAt(tokens, at);
  if (!heard) return undefined;
  const led = /^(?:w|we|z|ze|do|gmina|gminie|gminy|kolo|pod|in|near)$/.test(tokens[at - 1]?.folded ?? "");
  const alone = at === 0 && heard.end === tokens.length;
  const capital = tokens[at]?.capital === true;
  if ((!led && !alone && !capital) || (!capital && isOrdinary(tokens[at]?.folded ?? ""))) return undefined;
  return { is: "outside", outside: heard.outside, start: at, end: heard.end, score: 1 };
}
