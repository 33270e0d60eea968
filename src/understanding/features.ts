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
  place: Map<string, number>;
  telling: Float32Array;
  /** How much an unknown word would tell: as much as the rarest. */
  mostTelling: number;
};

/** Numbers of the features of one text, each once, and how often it occurs there. */
type Counted = { numbers: number[]; times: number[] };

/** A word's stem, marked to stay apart, and its groups of four letters; the word's ends count as letters. */
export function featuresOf(word: string): string[] {
  const features = [`=${stem(word)}`];
  const bounded = `<${word}>`;
  for (let start = 0; start + GRAM <= bounded.length; start++) features.push(bounded.slice(start, start + GRAM));
  return features;
}

/** Learns the vocabulary of all training texts and turns each into its vector. */
export function buildVocabulary(texts: string[][]): { vocabulary: Vocabulary; vectors: Vector[] } {
  const names: string[] = [];
  const numberOf = new Map<string, number>();
  const ofWord = new Map<string, number[]>();
  const number = (name: string) => {
    const known = numberOf.get(name);
    if (known !== undefined) return known;
    numberOf.set(name, names.length);
    return names.push(name) - 1;
  };
  const numbersOf = (word: string) => {
    const seen = ofWord.get(word);
    if (seen) return seen;
    const numbers = featuresOf(word).map(number);
    ofWord.set(word, numbers);
    return numbers;
  };
  const counted = texts.map((words) => count(words, numbersOf));
  const { vocabulary, places } = keep(names, counted);
  return { vocabulary, vectors: counted.map((one) => weighed(one, vocabulary, places)) };
}

// A group of letters that so many texts hold (a common ending) costs most of the time and tells next to nothing.
const COMMON = 0.01;

/** Groups of letters seen only once, or everywhere, teach nothing; stems are all kept. */
function keep(names: string[], counted: Counted[]): { vocabulary: Vocabulary; places: Int32Array } {
  const frequency = new Int32Array(names.length);
  for (const { numbers } of counted) for (const number of numbers) frequency[number] = (frequency[number] ?? 0) + 1;
  const tell = (seen: number) => Math.log((counted.length + 1) / (seen + 1)) + 1;
  const place = new Map<string, number>();
  const places = new Int32Array(names.length).fill(-1);
  const telling: number[] = [];
  for (const [number, name] of names.entries()) {
    const seen = frequency[number] ?? 0;
    const isStem = name.startsWith("=");
    if (!isStem && (seen < 2 || seen > counted.length * COMMON)) continue;
    places[number] = telling.length;
    place.set(name, telling.length);
    telling.push(tell(seen) * (isStem ? 1 : CHARACTER_WEIGHT));
  }
  const vocabulary = { size: telling.length, place, telling: Float32Array.from(telling), mostTelling: tell(1) };
  return { vocabulary, places };
}

/** The vector of a new text; what was never seen in training is left out. */
export function vectorOf(words: string[], vocabulary: Vocabulary): Vector {
  const numbersOf = (word: string) => featuresOf(word).map((name) => vocabulary.place.get(name) ?? -1);
  return weighed(count(words.slice(0, MOST_WORDS), numbersOf), vocabulary);
}

function count(words: string[], numbersOf: (word: string) => number[]): Counted {
  const index = new Map<number, number>();
  const counted: Counted = { numbers: [], times: [] };
  for (const word of words) {
    for (const number of numbersOf(word)) {
      const at = index.get(number);
      if (at !== undefined) counted.times[at] = (counted.times[at] ?? 0) + 1;
      else {
        index.set(number, counted.numbers.push(number) - 1);
        counted.times.push(1);
      }
    }
  }
  return counted;
}

/** Weighs features (1 + log of how often, times how much they tell) and scales the whole to length 1. */
function weighed({ numbers, times }: Counted, { telling }: Vocabulary, places?: Int32Array): Vector {
  const at = new Int32Array(numbers.length);
  const weight = new Float32Array(numbers.length);
  let size = 0;
  let squares = 0;
  for (let i = 0; i < numbers.length; i++) {
    const number = numbers[i] ?? -1;
    const place = places ? (places[number] ?? -1) : number;
    if (place < 0) continue;
    const value = (1 + Math.log(times[i] ?? 1)) * (telling[place] ?? 0);
    at[size] = place;
    weight[size++] = value;
    squares += value * value;
  }
  const length = Math.sqrt(squares) || 1;
  for (let i = 0; i < size; i++) weight[i] = (weight[i] ?? 0) / length;
  return { at: at.subarray(0, size), weight: weight.subarray(0, size) };
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

/** How much a text's different known words tell together. */
export function toldBy(words: string[], { place, telling }: Vocabulary): number {
  let told = 0;
  for (const word of new Set(words.map(stem))) told += telling[place.get(`=${word}`) ?? -1] ?? 0;
  return told;
}
