import { fold } from "../conversation/fold";

type Words = { common: string; usual: string };

/** Tells two languages of one script apart. A positive weight speaks for the first. */
export type Scale = (word: string) => number;

/** A language's own small word tells more than the letters of any other. */
const COMMON_WORD = 2.5;
/** No word alone decides against two common ones. */
const MOST = 3;
/** How many times a group of letters counts as met in either language before it is met. */
const SMOOTHING = 0.5;

/** Learns from two lists which words and which groups of 1–3 letters speak for which language. Words come folded. */
export function createScale(first: Words, second: Words): Scale {
  const [mine, other] = [listOf(first.common), listOf(second.common)];
  const grams = gramWeights([...mine, ...listOf(first.usual)], [...other, ...listOf(second.usual)]);
  const common = new Map([
    ...mine.filter((word) => !other.includes(word)).map((word) => [word, COMMON_WORD] as const),
    ...other.filter((word) => !mine.includes(word)).map((word) => [word, -COMMON_WORD] as const),
  ]);
  // A word small in both languages ("do", "on") tells nothing.
  for (const word of mine) if (other.includes(word)) common.set(word, 0);
  return (word) => {
    const known = common.get(word);
    if (known !== undefined) return known;
    // Two letters are a name's beginning or a slip.
    return word.length < 3 ? 0 : within(MOST, sumOf(word, grams));
  };
}

function listOf(words: string): string[] {
  return fold(words).split(/\s+/).filter(Boolean);
}

function sumOf(word: string, grams: Map<string, number>): number {
  let sum = 0;
  eachGram(word, (gram) => {
    sum += grams.get(gram) ?? 0;
  });
  return sum;
}

function within(most: number, value: number): number {
  return Math.max(-most, Math.min(most, value));
}

/** The logarithm of how much likelier each group is in the first list; groups of one length share one vote. */
function gramWeights(first: string[], second: string[]): Map<string, number> {
  const [mine, other] = [countsOf(first), countsOf(second)];
  const share = (counts: Counts, gram: string) =>
    ((counts.grams.get(gram) ?? 0) + SMOOTHING) / (counts.totals[gram.length - 1] ?? 1);
  const all = new Set([...mine.grams.keys(), ...other.grams.keys()]);
  return new Map([...all].map((gram) => [gram, Math.log(share(mine, gram) / share(other, gram)) / 3]));
}

type Counts = { grams: Map<string, number>; totals: number[] };

function countsOf(words: string[]): Counts {
  const grams = new Map<string, number>();
  const totals = [0, 0, 0];
  for (const word of new Set(words)) {
    eachGram(word, (gram) => {
      grams.set(gram, (grams.get(gram) ?? 0) + 1);
      totals[gram.length - 1] = (totals[gram.length - 1] ?? 0) + 1;
    });
  }
  return { grams, totals };
}

/** Groups of 1–3 letters; a space marks where the word begins and ends. */
function eachGram(word: string, use: (gram: string) => void): void {
  const padded = ` ${word} `;
  for (let at = 0; at < padded.length; at++) {
    if (at > 0 && at < padded.length - 1) use(padded.charAt(at));
    if (at < padded.length - 1) use(padded.slice(at, at + 2));
    if (at < padded.length - 2) use(padded.slice(at, at + 3));
  }
}
