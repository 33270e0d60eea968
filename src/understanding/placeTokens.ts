import { fold } from "../conversation/fold";
import { type PlaceWord, sortsOf } from "./placeWords";

/** A word, number or sign of a text; `upper` when written in capital letters alone, unlike a name. */
export type Token = {
  folded: string;
  sorts: string[];
  start: number;
  end: number;
  capital: boolean;
  upper: boolean;
  number: boolean;
};

const TOKEN = /\d{1,4}[a-zа-я]?(?:[/\\]\d{1,4}[a-zа-я]?)?(?![a-zа-я\d])|[a-zа-я\d]+(?:['’-][a-zа-я]+)*|[^\s.]/g;
const MOST_TOKENS = 400;
const LONGEST_NAME = 3;

/** The words of a tidied text, as many as a place may be looked for in. */
export function tokensOf(text: string): Token[] {
  const tokens: Token[] = [];
  const shouted = !/\p{Ll}/u.test(text);
  for (const { 0: folded, index: start } of fold(text).matchAll(TOKEN)) {
    const end = start + folded.length;
    const capital = isCapital(text, start);
    const upper = capital && !shouted && folded.length > 1 && /^\p{Lu}+(?:-\p{Lu}+)?$/u.test(text.slice(start, end));
    const number = /^\d{1,3}[a-zа-я]?(?:[/\\]|$)/.test(folded);
    tokens.push({ folded, sorts: sortsOf(folded), start, end, capital, upper, number });
    if (tokens.length === MOST_TOKENS) break;
  }
  return tokens;
}

function isCapital(text: string, at: number): boolean {
  const letter = text.charAt(at);
  return letter !== letter.toLowerCase();
}

/** Past a word such as "ulica", if one stands here. */
export function afterKind(tokens: Token[], at: number): number {
  return is(tokens, at, "kind") ? at + 1 : at;
}

/** A name of one to three words; after the first, lower-case words belong to it only as initials of a longer name. */
export function afterName(tokens: Token[], at: number): number {
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

/** Past the words written with a capital letter, two at most. */
export function afterCapitals(tokens: Token[], at: number): number {
  let end = at;
  while (tokens[end]?.capital && end - at < LONGEST_NAME - 1 && !is(tokens, end, "preposition")) end++;
  return end;
}

/** Past a house number with its flat, if one stands here. */
export function afterNumber(tokens: Token[], at: number): number {
  const said = /^(?:nr|numer|numerem|no|буд)$/.test(tokens[at]?.folded ?? "") ? at + 1 : at;
  const token = tokens[said];
  if (!token?.number) return at;
  const flat = /^(?:m|lok|mieszkania|mieszkanie|кв)$/.test(tokens[said + 1]?.folded ?? "");
  if (flat && tokens[said + 2]?.number) return said + 3;
  // Groups of digits are a phone.
  if (/^\d{3}$/.test(token.folded) && /^\d{2,3}$/.test(tokens[said + 1]?.folded ?? "")) return at;
  return is(tokens, said + 1, "counted") ? at : said + 1;
}

/** Whether the token there is a word of that sort. */
export function is(tokens: Token[], at: number, sort: PlaceWord): boolean {
  return tokens[at]?.sorts.includes(sort) === true;
}
