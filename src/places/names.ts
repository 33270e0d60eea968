import { oneTypoApart, stemOf, stemsOf, withoutOneLetter } from "./stems";
import { isTitle, type Token, wordsOf } from "./tokens";

/** Names that were heard at one spot of a text: all that fit equally well. `end` is the token after the last word. */
export type Heard<T> = { values: T[]; end: number; score: number };

/** Finds names in any case ending, without diacritics and with a typo. */
export type Names<T> = { heardAt(tokens: Token[], at: number): Heard<T> | undefined };

type Name<T> = { words: string[]; stems: string[]; value: T };

/** Below this many letters a typo makes too many other words. */
const LONG_ENOUGH = 5;
/** Words recur; looking for typos of each is the costly part. */
const MOST_REMEMBERED = 4000;

/** An index of names, each also known by its longer form with given names. Built once, asked often. */
export function namesOf<T>(entries: { name: string; given?: string | undefined; value: T }[]): Names<T> {
  const byStem = new Map<string, Name<T>[]>();
  const byTypo = new Map<string, Set<string>>();
  for (const { name, given, value } of entries) {
    for (const form of given === undefined ? [name] : [name, `${given} ${name}`]) add(wordsOf(form), value);
  }
  function add(words: string[], value: T): void {
    const stems = words.map(stemOf);
    const [first] = stems;
    if (first === undefined) return;
    const others = byStem.get(first);
    if (others) others.push({ words, stems, value });
    else byStem.set(first, [{ words, stems, value }]);
    if (first.length < LONG_ENOUGH - 1) return;
    for (const rest of withoutOneLetter(first)) byTypo.set(rest, (byTypo.get(rest) ?? new Set()).add(first));
  }

  const remembered = new Map<string, string[]>();
  const firstStems = (word: string): string[] => {
    const stems = remembered.get(word) ?? likelyStems(word);
    if (remembered.size >= MOST_REMEMBERED) remembered.clear();
    remembered.set(word, stems);
    return stems;
  };
  const likelyStems = (word: string): string[] => {
    const known = stemsOf(word).filter((stem) => byStem.has(stem));
    if (known.length > 0 || word.length < LONG_ENOUGH) return known;
    const stem = stemOf(word);
    const close = withoutOneLetter(stem).flatMap((rest) => [...(byTypo.get(rest) ?? [])]);
    return [...new Set(close)].filter((name) => oneTypoApart(name, stem));
  };

  return {
    heardAt(tokens, at) {
      const starts = new Set([at, afterTitles(tokens, at)]);
      let best: Heard<T> | undefined;
      for (const from of starts) {
        const first = wordAt(tokens, from);
        if (first === undefined || !/[a-z\d]/.test(first)) continue;
        for (const name of firstStems(first).flatMap((stem) => byStem.get(stem) ?? [])) {
          const found = likeness(name, tokens, from);
          if (!found || (best && !isBetter(found, best))) continue;
          const equal = best && found.end === best.end && found.score === best.score;
          best = equal && best ? { ...best, values: [...best.values, name.value] } : { ...found, values: [name.value] };
        }
      }
      return best;
    },
  };
}

/** "Ks. Józefa" is the prince, not a priest, where such a street is known. */
function wordAt(tokens: Token[], at: number): string | undefined {
  const word = tokens[at]?.folded;
  return word === "ks" ? "ksiecia" : word;
}

function isBetter(a: { end: number; score: number }, b: { end: number; score: number }): boolean {
  return a.end > b.end || (a.end === b.end && a.score >= b.score);
}

/** Past "św.", "gen." and initials. */
function afterTitles(tokens: Token[], at: number): number {
  let from = at;
  while (tokens[from + 1] && (isTitle(tokens[from]?.folded ?? "") || isInitial(tokens[from]))) from++;
  return from;
}

function isInitial(token: Token | undefined): boolean {
  return token?.capital === true && token.folded.length === 1;
}

function likeness<T>(
  { words, stems }: Name<T>,
  tokens: Token[],
  from: number,
): { end: number; score: number } | undefined {
  let sum = 0;
  let at = from;
  for (const [index, word] of words.entries()) {
    if (index > 0 && tokens[at]?.folded !== word) at = afterTitles(tokens, at);
    const said = wordAt(tokens, at);
    const alike = said === undefined ? 0 : likenessOf(said, word, stems[index] ?? word);
    if (alike === 0) return undefined;
    sum += alike;
    at++;
  }
  return { end: at, score: sum / words.length };
}

function likenessOf(said: string, word: string, stem: string): number {
  if (said === word) return 1;
  const stems = stemsOf(said);
  if (stems[0] === stem) return 0.96;
  if (stems.includes(stem)) return 0.92;
  const longEnough = said.length >= LONG_ENOUGH && word.length >= LONG_ENOUGH;
  return longEnough && (oneTypoApart(said, word) || stems.some((one) => oneTypoApart(one, stem))) ? 0.75 : 0;
}
