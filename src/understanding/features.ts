import { stem } from "./stem";

const CHARACTER_WEIGHT = 0.4;
/** Groups of four letters: shorter ones say less and cost more, longer ones forgive no typo. */
const GRAM = 4;
// A message this long tells a story; its matter is named by then, and a hostile one must not cost more.
const MOST_WORDS = 200;

/** A text as the classifier sees it: places of known features, with their weights (length 1 together). */
export type Vector = { at: Int32Array; weight: Float32Array };

/** Every feature seen in training: its place, and how much it tells (inverse document frequency). */
export type Vocabulary = {
  size: number;
  stems: Map<string, number>;
  grams: Map<number, number>;
  telling: Float32Array;
  /** How much an unknown word would tell: as much as the rarest. */
  mostTelling: number;
};

/** Places of the features of one text, each once, and how often it occurs there. */
type Counted = { places: number[]; times: number[] };

/** Groups of four letters of a word, its ends counted as letters, each packed into one number: seven bits a letter. */
export function gramsOf(word: string): number[] {
  const bounded = `<${word}>`;
  const grams: number[] = [];
  let packed = 0;
  for (let i = 0; i < bounded.length; i++) {
    packed = ((packed << BITS) | (bounded.charCodeAt(i) & LETTER)) & WHOLE;
    if (i >= GRAM - 1) grams.push(packed);
  }
  return grams;
}

const BITS = 7;
// Folded letters of one script differ in their last seven bits; two scripts never meet in a word.
const LETTER = 0x7f;
const WHOLE = 2 ** (GRAM * BITS) - 1;

/** Learns the vocabulary of all training texts and turns each into its vector. */
export function buildVocabulary(texts: string[][]): { vocabulary: Vocabulary; vectors: Vector[] } {
  const stems = new Map<string, number>();
  const grams = new Map<number, number>();
  const ofWord = new Map<string, number[]>();
  let size = 0;
  const placeIn = <K>(known: Map<K, number>, key: K): number => {
    const place = known.get(key);
    if (place !== undefined) return place;
    known.set(key, size);
    return size++;
  };
  const placesOf = (word: string): number[] => {
    const seen = ofWord.get(word);
    if (seen) return seen;
    const places = [placeIn(stems, stem(word)), ...gramsOf(word).map((gram) => placeIn(grams, gram))];
    ofWord.set(word, places);
    return places;
  };
  const counted = countAll(texts, placesOf);
  const vocabulary = { size, stems, grams, ...tellingOf(counted, stems, size) };
  return { vocabulary, vectors: counted.map((one) => weighed(one, vocabulary)) };
}

// A group of letters that so many texts hold (a common ending) costs most of the time and tells next to nothing.
const COMMON = 0.007;

/** How much each feature tells; nothing for groups of letters seen only once or twice, or everywhere. */
function tellingOf(counted: Counted[], stems: Map<string, number>, size: number) {
  const frequency = new Int32Array(size);
  for (const { places } of counted) for (const place of places) frequency[place] = (frequency[place] ?? 0) + 1;
  const tell = (seen: number) => Math.log((counted.length + 1) / (seen + 1)) + 1;
  const telling = new Float32Array(size);
  for (const [place, seen] of frequency.entries()) {
    telling[place] = seen < 3 || seen > counted.length * COMMON ? 0 : tell(seen) * CHARACTER_WEIGHT;
  }
  for (const place of stems.values()) telling[place] = tell(frequency[place] ?? 0);
  return { telling, mostTelling: tell(1) };
}

/** The vector of a new text; what was never seen in training is left out. */
export function vectorOf(words: string[], vocabulary: Vocabulary): Vector {
  const { stems, grams } = vocabulary;
  const placesOf = (word: string) => [
    stems.get(stem(word)) ?? -1,
    ...gramsOf(word).map((gram) => grams.get(gram) ?? -1),
  ];
  const [counted] = countAll([words.slice(0, MOST_WORDS)], placesOf);
  return weighed(counted ?? { places: [], times: [] }, vocabulary);
}

function countAll(texts: string[][], placesOf: (word: string) => number[]): Counted[] {
  const index = new Map<number, number>();
  return texts.map((words) => {
    index.clear();
    const counted: Counted = { places: [], times: [] };
    for (const word of words) {
      for (const place of placesOf(word)) {
        const at = index.get(place);
        if (at !== undefined) counted.times[at] = (counted.times[at] ?? 0) + 1;
        else if (place >= 0) {
          index.set(place, counted.places.push(place) - 1);
          counted.times.push(1);
        }
      }
    }
    return counted;
  });
}

/** Weighs features (1 + log of how often, times how much they tell) and scales the whole to length 1. */
function weighed({ places, times }: Counted, { telling }: Vocabulary): Vector {
  const at = new Int32Array(places.length);
  const weight = new Float32Array(places.length);
  let size = 0;
  let squares = 0;
  for (let i = 0; i < places.length; i++) {
    const place = places[i] ?? 0;
    const value = (1 + Math.log(times[i] ?? 1)) * (telling[place] ?? 0);
    if (value === 0) continue;
    at[size] = place;
    weight[size++] = value;
    squares += value * value;
  }
  const length = Math.sqrt(squares) || 1;
  for (let i = 0; i < size; i++) weight[i] = (weight[i] ?? 0) / length;
  return { at: at.subarray(0, size), weight: weight.subarray(0, size) };
}

/** Share (0–1) of the words' telling weight that was seen in training. */
export function knownShare(words: string[], { stems, telling, mostTelling }: Vocabulary): number {
  let known = 0;
  let all = 0;
  for (const word of words) {
    const at = stems.get(stem(word));
    const weight = at === undefined ? mostTelling : (telling[at] ?? 0);
    all += weight;
    if (at !== undefined) known += weight;
  }
  return all === 0 ? 0 : known / all;
}

/** How much a text's different known words tell together. */
export function toldBy(words: string[], { stems, telling }: Vocabulary): number {
  let told = 0;
  for (const word of new Set(words.map(stem))) told += telling[stems.get(word) ?? -1] ?? 0;
  return told;
}
