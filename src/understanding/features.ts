import { stem } from "./stem";

const CHARACTER_WEIGHT = 0.4;
const SHORTEST_GRAM = 3;
const LONGEST_GRAM = 4;

/** A text as the classifier sees it: places of known features, with their weights (length 1 together). */
export type Vector = { at: Int32Array; weight: Float32Array };

/** Every feature seen in training: its place, and how much it tells (inverse document frequency). */
export type Vocabulary = {
  size: number;
  place: Map<string, number>;
  telling: Float32Array;
  /** How much an unknown word would tell: as much as the rarest. */
  mostTelling: number;
};

/** Feature numbers of one text, each with how often it occurs. */
type Counted = { numbers: number[]; times: number[] };

/** A word's stem, marked to stay apart, and its groups of 3–4 letters; the word's ends count as letters. */
function featuresOf(word: string): string[] {
  const features = [`=${stem(word)}`];
  const bounded = `<${word}>`;
  for (let size = SHORTEST_GRAM; size <= LONGEST_GRAM; size++) {
    for (let start = 0; start + size <= bounded.length; start++) features.push(bounded.slice(start, start + size));
  }
  return features;
}

/** Learns the vocabulary of all training texts and turns each into its vector. */
export function buildVocabulary(texts: string[][]): { vocabulary: Vocabulary; vectors: Vector[] } {
  const names: string[] = [];
  const numberOf = new Map<string, number>();
  const ofWord = new Map<string, number[]>();
  const numbersOf = (word: string) => {
    const seen = ofWord.get(word);
    if (seen) return seen;
    const numbers = featuresOf(word).map((name) => {
      const number = numberOf.get(name) ?? names.push(name) - 1;
      numberOf.set(name, number);
      return number;
    });
    ofWord.set(word, numbers);
    return numbers;
  };
  const counted = texts.map((words) => count(words.map(numbersOf)));
  const { vocabulary, placeOf } = keep(names, counted);
  return { vocabulary, vectors: counted.map(({ numbers, times }) => weighed(numbers.map(placeOf), times, vocabulary)) };
}

/** Features of a single text are kept only if they are stems: a group of letters seen once teaches nothing. */
function keep(names: string[], counted: Counted[]): { vocabulary: Vocabulary; placeOf: (number: number) => number } {
  const frequency = new Int32Array(names.length);
  for (const { numbers } of counted) for (const number of numbers) frequency[number] = (frequency[number] ?? 0) + 1;
  const tell = (seen: number) => Math.log((counted.length + 1) / (seen + 1)) + 1;
  const place = new Map<string, number>();
  const places = new Int32Array(names.length).fill(-1);
  const telling: number[] = [];
  for (const [number, name] of names.entries()) {
    const seen = frequency[number] ?? 0;
    if (seen < 2 && !isStem(name)) continue;
    places[number] = telling.length;
    place.set(name, telling.length);
    telling.push(tell(seen) * (isStem(name) ? 1 : CHARACTER_WEIGHT));
  }
  const vocabulary = { size: telling.length, place, telling: Float32Array.from(telling), mostTelling: tell(1) };
  return { vocabulary, placeOf: (number) => places[number] ?? -1 };
}

const isStem = (name: string) => name.startsWith("=");

/** The vector of a new text; what was never seen in training is left out. */
export function vectorOf(words: string[], vocabulary: Vocabulary): Vector {
  const { place } = vocabulary;
  const { numbers, times } = count(words.map((word) => featuresOf(word).map((name) => place.get(name) ?? -1)));
  return weighed(numbers, times, vocabulary);
}

function count(words: number[][]): Counted {
  const at = new Map<number, number>();
  const numbers: number[] = [];
  const times: number[] = [];
  for (const features of words) {
    for (const number of features) {
      const seen = at.get(number);
      if (seen !== undefined) {
        times[seen] = (times[seen] ?? 0) + 1;
        continue;
      }
      at.set(number, numbers.length);
      numbers.push(number);
      times.push(1);
    }
  }
  return { numbers, times };
}

// The classifier reads four features at a time; what is missing to four weighs nothing.
const padded = (length: number) => Math.ceil(length / 4) * 4;

// Prose has a thousand features; its most telling ones teach as much in a third of the time.
const MOST_FEATURES = 200;

/** Weighs features (1 + log of how often, times how much they tell) and scales the whole to length 1. */
function weighed(places: number[], times: number[], { telling }: Vocabulary): Vector {
  const all = places.flatMap((place, index) =>
    place < 0 ? [] : [{ place, weight: (1 + Math.log(times[index] ?? 1)) * (telling[place] ?? 0) }],
  );
  const kept = all.length > MOST_FEATURES ? mostTelling(all) : all;
  const length = Math.sqrt(kept.reduce((squares, { weight }) => squares + weight * weight, 0)) || 1;
  const vector = { at: new Int32Array(padded(kept.length)), weight: new Float32Array(padded(kept.length)) };
  for (const [index, { place, weight }] of kept.entries()) {
    vector.at[index] = place;
    vector.weight[index] = weight / length;
  }
  return vector;
}

function mostTelling<F extends { weight: number }>(features: F[]): F[] {
  return features.sort((one, other) => other.weight - one.weight).slice(0, MOST_FEATURES);
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
