/** Proposes the word a misspelt one was meant to be; undefined for words that are known, and where nothing is near. */
export type Speller = (word: string) => string | undefined;

const SHORTEST = 4;
// A typo is seldom in the first letter, and a first letter shared keeps the lists short.
const KEPT = 1;

/**
 * Corrects words by one letter left out, added, exchanged or swapped, towards the words of the examples, the most
 * frequent first. Every word is filed under what is left when one of its letters is taken away (Garbe's symmetric
 * deletion), so a look-up takes a few steps, however many words there are.
 */
export function createSpeller(counts: Map<string, number>): Speller {
  const words = [...counts.keys()].filter((word) => word.length >= SHORTEST && !/\d/.test(word));
  const index = fileWords(words);
  // Farther than one letter from every word, and each letter left out costs the whole length.
  const longest = 1 + words.reduce((most, { length }) => Math.max(most, length), 0);
  return (said) => {
    if (said.length < SHORTEST || said.length > longest || counts.has(said) || /\d/.test(said)) return undefined;
    let best: string | undefined;
    for (const hash of [hashOf(said), ...shortened(said)]) {
      for (let i = firstAt(index.hashes, hash); index.hashes[i] === hash; i++) {
        const word = words[index.places[i] ?? 0] ?? "";
        if ((counts.get(word) ?? 0) > (counts.get(best ?? "") ?? 0) && isNear(said, word)) best = word;
      }
    }
    return best;
  };
}

type Filed = { hashes: Uint32Array; places: Uint32Array };

function fileWords(words: string[]): Filed {
  const entries: number[] = [];
  for (const [place, word] of words.entries())
    for (const hash of [hashOf(word), ...shortened(word)]) entries.push(hash * 0x100000 + place);
  const sorted = Float64Array.from(entries).sort();
  const hashes = new Uint32Array(sorted.length);
  const places = new Uint32Array(sorted.length);
  for (const [i, entry] of sorted.entries()) {
    hashes[i] = Math.floor(entry / 0x100000);
    places[i] = entry % 0x100000;
  }
  return { hashes, places };
}

/** Hashes of the word without one of its letters. */
function shortened(word: string): number[] {
  const hashes: number[] = [];
  for (let left = KEPT; left < word.length; left++) hashes.push(hashOf(word, left));
  return hashes;
}

/** FNV-1a over the letters, the one at `left` left out. */
function hashOf(word: string, left = -1): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < word.length; i++) if (i !== left) hash = Math.imul(hash ^ word.charCodeAt(i), 0x01000193);
  return hash >>> 0;
}

function firstAt(hashes: Uint32Array, wanted: number): number {
  let low = 0;
  let high = hashes.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((hashes[middle] ?? 0) < wanted) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Whether one letter left out, added, exchanged, or two neighbours swapped make one word of the other. */
function isNear(one: string, other: string): boolean {
  let from = 0;
  while (from < one.length && one[from] === other[from]) from++;
  const rest = (word: string, skip: number) => word.slice(from + skip);
  if (one.length > other.length) return rest(one, 1) === rest(other, 0);
  if (one.length < other.length) return rest(one, 0) === rest(other, 1);
  const swapped = one[from] === other[from + 1] && one[from + 1] === other[from];
  return rest(one, 1) === rest(other, 1) || (swapped && rest(one, 2) === rest(other, 2));
}
