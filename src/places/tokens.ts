import { fold, tidy } from "../conversation/fold";

/** A word, number or sign of a text; `capital` when it begins so in the text. */
export type Token = { folded: string; start: number; end: number; capital: boolean };

const TOKEN = /\d{1,4}\p{L}?(?![\p{L}\d])|[\p{L}\d]+|[^\s.]/gu;
const MOST_TOKENS = 120;

/** The words of a text. A hyphen parts words: "Bora-Komorowskiego" is said with and without it. */
export function tokensOf(text: string): Token[] {
  const tidied = tidy(text);
  const found: Token[] = [];
  // Where everything is in capital letters they tell nothing.
  const shouted = !/\p{Ll}/u.test(tidied) && tidied.length > 20;
  for (const { 0: folded, index: start } of fold(tidied).matchAll(TOKEN)) {
    if (folded === "-") continue;
    const letter = tidied.charAt(start);
    found.push({ folded, start, end: start + folded.length, capital: !shouted && letter !== letter.toLowerCase() });
    if (found.length === MOST_TOKENS) break;
  }
  return found;
}

/** The folded words of a name, without titles nobody says the same way ("św.", "gen."). */
export function wordsOf(name: string): string[] {
  return tokensOf(name)
    .map(({ folded }) => folded)
    .filter((word) => /[\p{L}\d]/u.test(word) && !isTitle(word));
}

const TITLES = new Set(
  "sw swietego swietej swietych gen generala ks ksiedza plk pulkownika prof profesora dr doktora marsz marszalka bpa kard im imienia".split(
    " ",
  ),
);

export const isTitle = (word: string) => TITLES.has(word);
