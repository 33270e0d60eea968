import type { Token } from "./tokens";
import { crossings, isOrdinary, links, neverMisspelt, prepositions, streetPrepositions } from "./words";

type Spot = { at: number; end: number; score: number; numbered: boolean };

/** Whether words that could be a name are meant so: by capital letter, number, preposition, or nothing else being said. */
export function isEvident(tokens: Token[], { at, end, score, numbered }: Spot): boolean {
  const before = tokens[at - 1]?.folded ?? "";
  const word = tokens[at]?.folded ?? "";
  const capital = tokens[at]?.capital === true;
  const led = prepositions.has(before) || links.has(before) || crossings.has(before);
  const alone = end === tokens.length && (at === 0 || (at === 1 && led));
  if (alone) return true;
  // A misspelt name needs more, lest every word be one.
  if (score < 0.9) {
    if (neverMisspelt.has(word)) return false;
    return (numbered && (capital || at === 0)) || (streetLed(before) && (capital || numbered));
  }
  if (numbered && (led || at === 0 || capital)) return true;
  if (end - at === 1 && isOrdinary(word))
    return streetLed(before) ? capital || isLast(tokens, end) : capital && before === ",";
  return led || (capital && (at > 0 || score === 1 || isLast(tokens, end)));
}

const streetLed = (before: string) => streetPrepositions.has(before) || crossings.has(before) || links.has(before);

function isLast(tokens: Token[], end: number): boolean {
  const next = tokens[end];
  return next === undefined || !/[a-z\d]/.test(next.folded) || links.has(next.folded);
}
