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
      const known = numberOf.get(name);
      if (known !== undefined) return known;
      numberOf.set(name, names.length);
      return names.push(name) - 1;
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

/** Sorting is faster than a table here, and puts neighbours in the model's memory beside each other. */
function count(words: number[][]): Counted {
  const all = Int32Array.from(words.flat()).sort();
  const numbers: number[] = [];
  const times: number[] = [];
  for (let i = 0; i < all.length; ) {
    const number = all[i] ?? 0;
    const start = i;
    while (all[i] === number) i++;
    numbers.push(number);
    times.push(i - start);
  }
  return { numbers, times };
}

// The classifier reads four features at a time; what is missing to four weighs nothing.
const padded = (length: number) => Math.ceil(length / 4) * 4;

// Prose has a thousand features; its most telling ones teach as much in a third of the time.
const MOST_FEATURES = 200;

/** Weighs features (1 + log of how often, times how much they tell) and scales the whole to length 1. */
function weighed(places: number[], times: number[], { telling }: Vocabulary): Vector {
  const known = places.filter((place) => place >= 0);
  const weights: number[] = [];
  for (const [index, place] of places.entries()) {
    if (place >= 0) weights.push((1 + Math.log(times[index] ?? 1)) * (telling[place] ?? 0));
  }
  const least = known.length > MOST_FEATURES ? leastOfMost(weights) : 0;
  const size = Math.min(known.length, MOST_FEATURES);
  const vector = { at: new Int32Array(padded(size)), weight: new Float32Array(padded(size)) };
  let next = 0;
  let squares = 0;
  for (const [index, weight] of weights.entries()) {
    if (weight < least || next === size) continue;
    vector.at[next] = known[index] ?? 0;
    vector.weight[next++] = weight;
    squares += weight * weight;
  }
  const length = Math.sqrt(squares) || 1;
  for (let i = 0; i < next; i++) vector.weight[i] = (vector.weight[i] ?? 0) / length;
  return vector;
}

function leastOfMost(weights: number[]): number {
  return Float64Array.from(weights).sort().at(-MOST_FEATURES) ?? 0;
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
