import { findServiceRequestIds } from "../understanding/findContacts";
import { stem } from "../understanding/stem";
import { wordsOf } from "../understanding/words";
import type { Sought } from "./doors";

/** People leave these out or put others in their place; asking for them would hide what is sought. */
const FUNCTION_WORDS = new Set(
  "a i o u w z we ze na do od po za ku dla przy przez pod nad oraz albo lub the of in on at to and or an в у з і и та на до".split(
    " ",
  ),
);

/** What the stemmer keeps apart and a consultant means alike. */
const ALIKE = new Map([
  ["zglosz", "zglos"],
  ["zglasz", "zglos"],
]);

/** A phone or another long number, however it is grouped. */
const LONG_NUMBER = /(?<![\p{L}\p{N}])\d[\d -]{5,24}\d(?![\p{L}\p{N}])/gu;

const SHORTEST_LONG_NUMBER = 7;
/** Once `requestNumbers` has found one, where it stood. */
const REQUEST_NUMBER = /(?:kr[^\p{L}\p{N}]{0,3})?20\d\d[^\p{L}\p{N}]{0,3}\d{1,6}[^\p{L}\p{N}]{0,3}\d(?!\d)/giu;

/** A long word is cut; half a letter at the cut is none, and the database would refuse it. */
const wholeWords = (text: string) => wordsOf(text).map((word) => word.replace(/[\uD800-\uDBFF]$/, ""));

const stemOf = (word: string) => {
  const found = stem(word);
  return ALIKE.get(found) ?? found;
};

/**
 * All that a text is found by: its words, their stems, request numbers and long numbers as wholes, once each.
 * The words stand beside the stems so that a word cut short finds them.
 */
export function indexWords(text: string): string[] {
  const words = wholeWords(text);
  return [...new Set([...words, ...words.map(stemOf), ...requestNumbers(text), ...longNumbers(text)])];
}

/** The numbers of service requests in a text, as the index keeps them. */
export const requestNumbers = (text: string) => findServiceRequestIds(text).map((id) => id.toLowerCase());

/** What somebody looks for; undefined when there is no word in it. */
export function soughtIn(query: string): Sought | undefined {
  const requests = requestNumbers(query);
  const rest = requests.length > 0 ? query.replace(REQUEST_NUMBER, " ") : query;
  const words = wholeWords(rest.replace(LONG_NUMBER, (run) => (isLong(run) ? " " : run)));
  const typed = words.pop();
  // One letter says nothing yet, and half of all conversations hold a word that begins with it.
  const beginning = typed !== undefined && (typed.length > 1 || /\d/.test(typed)) ? typed : undefined;
  const before = words.filter((word) => !FUNCTION_WORDS.has(word)).map(stemOf);
  const stems = [...new Set([...requests, ...longNumbers(rest), ...before])];
  if (stems.length === 0 && beginning === undefined) return undefined;
  return { stems, ...(beginning !== undefined && { last: { stem: stemOf(beginning), beginning } }) };
}

const digitsOf = (run: string) => run.replace(/\D/g, "");
const isLong = (run: string) => digitsOf(run).length >= SHORTEST_LONG_NUMBER;
const longNumbers = (text: string) =>
  [...text.matchAll(LONG_NUMBER)]
    .map(([run]) => run)
    .filter(isLong)
    .map(digitsOf);
