import PolishTokenizer from "natural/lib/natural/tokenizers/aggressive_tokenizer_pl";
import { fold } from "../conversation/fold";
import { stem } from "./stem";

const polish = new PolishTokenizer();
const LONGEST_WORD = 40;

/** The folded words of a text, in order. */
export function wordsOf(text: string): string[] {
  const folded = fold(text);
  // The Polish tokenizer drops every other script. An apostrophe inside a Ukrainian word is no border.
  const words = /\P{ASCII}/u.test(folded)
    ? (folded.replace(/(?<=\p{L})['’ʼ](?=\p{L})/gu, "").match(/[\p{L}\p{N}]+/gu) ?? [])
    : polish.tokenize(folded);
  return words.map((word) => (word.length > LONGEST_WORD ? word.slice(0, LONGEST_WORD) : word));
}

/** The stems of a text's words: what index, query and classifier compare. */
export function terms(text: string): string[] {
  return wordsOf(text).map(stem);
}
