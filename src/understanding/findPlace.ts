import { fold, tidy } from "../conversation/fold";
import { isWord } from "./placeWords";

type Token = { folded: string; start: number; end: number; capital: boolean; number: boolean };

const TOKEN = /\d{1,4}[\p{L}]?(?:[/\\]\d{1,4}[\p{L}]?)?(?![\p{L}\d])|[\p{L}\d]+(?:['’-]\p{L}+)*|[^\s.]/gu;
const MOST_TOKENS = 400;
const LONGEST_NAME = 3;
// "Długiej", "karmelicka", "Wielickiego": a street named by an adjective.
const STREET_ENDING = /(?:..ej|.[sc]ka|.[sc]kiego|..[sc]kim|.owa|..nej)$/;

/** The place a text speaks of, in the resident's own words with the preposition ("na Długiej 12"); undefined if none. */
export function findPlace(text: string): string | undefined {
  const tidied = tidy(text);
  const tokens = tokensOf(tidied);
  for (let at = 0; at < tokens.length; at++) {
    let end = placeAt(tokens, at);
    if (end === at) continue;
    // "naprzeciwko Biedronki na Czarnowiejskiej" is one place.
    for (let next = placeAfter(tokens, end); next > end; next = placeAfter(tokens, end)) end = next;
    return tidied.slice(tokens[at]?.start, tokens[end - 1]?.end);
  }
  return undefined;
}

function tokensOf(text: string): Token[] {
  const tokens: Token[] = [];
  for (const match of text.matchAll(TOKEN)) {
    const [word] = match;
    const capital = /^\p{Lu}/u.test(word);
    const number = /^\d{1,4}[\p{L}]?(?:[/\\]|$)/u.test(word);
    tokens.push({ folded: fold(word), start: match.index, end: match.index + word.length, capital, number });
    if (tokens.length === MOST_TOKENS) break;
  }
  return tokens;
}

function placeAfter(tokens: Token[], end: number): number {
  const next = tokens[end]?.folded === "," ? end + 1 : end;
  const found = placeAt(tokens, next);
  return found > next ? found : end;
}

/** Where the place that begins at this token ends; the token itself when none begins here. */
function placeAt(tokens: Token[], at: number): number {
  const core = is(tokens, at, "preposition") ? at + 1 : at;
  const preposition = core > at;
  const next = tokens[core]?.folded === "poblizu" || tokens[core]?.folded === "okolicy" ? core + 1 : core;
  for (const read of [crossing, typed, landmark, area, street]) {
    const end = read(tokens, next, preposition);
    if (end > next) return end;
  }
  return at;
}

/** "skrzyżowanie Dietla i Starowiślnej" */
function crossing(tokens: Token[], at: number): number {
  if (!is(tokens, at, "crossing")) return at;
  const first = afterName(tokens, afterKind(tokens, tokens[at + 1]?.folded === "of" ? at + 2 : at + 1));
  if (!is(tokens, first, "link")) return at;
  const from = afterKind(tokens, first + 1);
  const second = afterName(tokens, from);
  return second > from ? second : at;
}

/** "ul. Karmelicka 5/7", "rondzie Mogilskim" */
function typed(tokens: Token[], at: number): number {
  if (!is(tokens, at, "kind")) return at;
  const end = afterName(tokens, at + 1);
  return end > at + 1 ? afterNumber(tokens, end) : at;
}

/** "Biedronki", "szkoły nr 5", "kościoła św. Anny" — only after a preposition. */
function landmark(tokens: Token[], at: number, preposition: boolean): number {
  if (!preposition || !is(tokens, at, "landmark")) return at;
  const described = /^(?:nr|numer)$/.test(tokens[at + 2]?.folded ?? "") ? at + 2 : at + 1;
  return afterNumber(tokens, afterCapitals(tokens, described));
}

/** "w Nowej Hucie", "na Ruczaju" */
function area(tokens: Token[], at: number, preposition: boolean): number {
  if (!preposition) return at;
  const name = is(tokens, at, "areaBefore") && is(tokens, at + 1, "area") ? at + 1 : at;
  return is(tokens, name, "area") ? name + 1 : at;
}

/** "na Długiej 12", "na dlugiej", "Długa 12" */
function street(tokens: Token[], at: number, preposition: boolean): number {
  const token = tokens[at];
  if (!token || token.number || is(tokens, at, "noStreet")) return at;
  const adjective = STREET_ENDING.test(token.folded);
  if (!token.capital && !adjective) return at;
  const named = token.capital ? afterCapitals(tokens, at + 1) : at + 1;
  const numbered = afterNumber(tokens, named);
  if (numbered > named) return token.capital || preposition || tokens.length < 5 ? numbered : at;
  if (!preposition || !adjective)
    return preposition && token.capital && isStreetPreposition(tokens[at - 1]) ? named : at;
  return token.capital || standsAlone(tokens[at + 1]) ? named : at;
}

/** After these a capital letter is most likely a street: "na Dietla". After "w" or "z" it may be a town or a person. */
function isStreetPreposition(token: Token | undefined): boolean {
  return token?.folded === "na" || token?.folded === "przy" || token?.folded === "on";
}

function standsAlone(next: Token | undefined): boolean {
  return !next || !/\p{L}/u.test(next.folded) || isWord("after", next.folded);
}

function afterKind(tokens: Token[], at: number): number {
  return is(tokens, at, "kind") ? at + 1 : at;
}

/** A name of one to three words; after the first, lower-case words belong to it only as initials of a longer name. */
function afterName(tokens: Token[], at: number): number {
  const first = tokens[at];
  if (!first || !/^[\p{L}\d]/u.test(first.folded)) return at;
  if (first.number) return /^\d+$/.test(first.folded) && tokens[at + 1]?.capital ? afterCapitals(tokens, at + 1) : at;
  if (is(tokens, at, "preposition") || is(tokens, at, "noStreet") || is(tokens, at, "after")) return at;
  const title = /^(?:sw|swietego|swietej|gen|generala|ks|ksiedza|plk|prof|jana|krola|krolowej|wszystkich)$/.test(
    first.folded,
  );
  const second = tokens[at + 1];
  if (title && second && /^\p{L}/u.test(second.folded)) return afterCapitals(tokens, at + 2);
  return afterCapitals(tokens, at + 1);
}

function afterCapitals(tokens: Token[], at: number): number {
  let end = at;
  while (tokens[end]?.capital && end - at < LONGEST_NAME - 1 && !is(tokens, end, "preposition")) end++;
  return end;
}

function afterNumber(tokens: Token[], at: number): number {
  const said = /^(?:nr|numer|numerem|no|буд)$/.test(tokens[at]?.folded ?? "") ? at + 1 : at;
  const token = tokens[said];
  if (!token?.number) return at;
  const flat = /^(?:m|lok|mieszkania|mieszkanie|кв)$/.test(tokens[said + 1]?.folded ?? "");
  if (flat && tokens[said + 2]?.number) return said + 3;
  return is(tokens, said + 1, "counted") ? at : said + 1;
}

function is(tokens: Token[], at: number, sort: Parameters<typeof isWord>[0]): boolean {
  const token = tokens[at];
  return token !== undefined && isWord(sort, token.folded);
}
