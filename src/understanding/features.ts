import { stem } from "./stem";

const CHARACTER_WEIGHT = 0.4;
const SHORTEST_GRAM = 3;
const LONGEST_GRAM = 4;

/** Features of one text before weighing: names with how often they occur. */
export type Counts = Map<string, number>;

/** A text as the classifier sees it: places of known features, ascending, with their weights (length 1 together). */
export type Vector = { at: Int32Array; weight: Float32Array };

/** Stems, and groups of 3–4 letters inside words; a word's ends count as letters. Stems are marked to stay apart. */
export function countFeatures(words: string[]): Counts {
  const counts: Counts = new Map();
  for (const word of words) {
    add(counts, `=${stem(word)}`);
    const bounded = `<${word}>`;
    for (let size = SHORTEST_GRAM; size <= LONGEST_GRAM; size++) {
      for (let start = 0; start + size <= bounded.length; start++) add(counts, bounded.slice(start, start + size));
    }
  }
  return counts;
}

function add(counts: Counts, name: string): void {
  counts.set(name, (counts.get(name) ?? 0) + 1);
}

/** Every feature seen in training: its place, and how much it tells (inverse document frequency). */
export type Vocabulary = {
  size: number;
  place: Map<string, number>;
  telling: Float32Array;
  /** How much an unknown word would tell: as much as the rarest. */
  mostTelling: number;
};

/** Builds the vocabulary from the features of every training text; features of a single text are kept only if stems. */
export function buildVocabulary(texts: Counts[]): Vocabulary {
  const frequency = new Map<string, number>();
  for (const counts of texts) {
    for (const name of counts.keys()) frequency.set(name, (frequency.get(name) ?? 0) + 1);
  }
  const kept = [...frequency].filter(([name, texts]) => texts > 1 || name.startsWith("="));
  const tell = (seen: number) => Math.log((texts.length + 1) / (seen + 1)) + 1;
  return {
    size: kept.length,
    place: new Map(kept.map(([name], index) => [name, index])),
    telling: Float32Array.from(kept, ([, seen]) => tell(seen)),
    mostTelling: tell(1),
  };
}

/** Weighs features (1 + log of how often, times how much they tell) and scales the whole to length 1. */
export function vectorOf(counts: Counts, { place, telling }: Vocabulary): Vector {
  const known: [number, number][] = [];
  let squares = 0;
  for (const [name, times] of counts) {
    const at = place.get(name);
    if (at === undefined) continue;
    const kind = name.startsWith("=") ? 1 : CHARACTER_WEIGHT;
    const weight = kind * (1 + Math.log(times)) * (telling[at] ?? 0);
    squares += weight * weight;
    known.push([at, weight]);
  }
  known.sort(([one], [other]) => one - other);
  const length = Math.sqrt(squares) || 1;
  return {
    at: Int32Array.from(known, ([at]) => at),
    weight: Float32Array.from(known, ([, weight]) => weight / length),
  };
}

/** Share (0–1) of the words' telling weight that was seen in training. */
export function knownShare(words: string[], { place, telling, mostTelling }: Vocabulary): number {
  let known = 0;
  let all = 0;
  for (const word of words) {
    const at = place.get(`=${stem(word)}`);
    const weight = at === undefined ? mostTelling : (telling[at] ?? 0);
    all += weight;
    if (at !== undefined) known += weight;
  }
  return all === 0 ? 0 : known / all;
}
