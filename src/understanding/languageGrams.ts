import { fold } from "../conversation/fold";

export type Words = { common: string; usual: string };

/** Tells two languages of one script apart. A positive weight speaks for the first. */
export type Scale = (word: string) => number;

/** A language's own small word tells more than the letters of any other. */
const COMMON_WORD = 2.5;
/** No word alone decides against two common ones. */
const MOST = 3;
/** How many times a group of letters counts as met in either language before it is met. */
const SMOOTHING = 0.5;
const SPACE = 32;

/** The learnt words are certain, but not as telling as small ones: a text may hold one foreign noun. */
const KNOWN_WORD = 2;

/** Learns from two lists which words and which groups of 1–3 letters speak for which language. Words come folded. */
export function createScale(first: Words, second: Words): Scale {
  const [mine, other] = [listsOf(first), listsOf(second)];
  const grams = gramWeights([...mine.common, ...mine.usual], [...other.common, ...other.usual]);
  const known = new Map([
    ...onlyIn(mine.usual, [other.usual, other.common]).map((word) => [word, KNOWN_WORD] as const),
    ...onlyIn(other.usual, [mine.usual, mine.common]).map((word) => [word, -KNOWN_WORD] as const),
    ...onlyIn(mine.common, [other.common]).map((word) => [word, COMMON_WORD] as const),
    ...onlyIn(other.common, [mine.common]).map((word) => [word, -COMMON_WORD] as const),
    // A word both have ("do", "on") tells nothing.
    ...[...mine.common].filter((word) => other.common.has(word)).map((word) => [word, 0] as const),
  ]);
  return (word) => {
    const weight = known.get(word);
    if (weight !== undefined) return weight;
    // Two letters are a name's beginning or a slip.
    if (word.length < 3) return 0;
    const sum = gramsOf(word).reduce((total, gram) => total + (grams.get(gram) ?? 0), 0);
    return Math.max(-MOST, Math.min(MOST, sum));
  };
}

function listsOf({ common, usual }: Words): { common: Set<string>; usual: Set<string> } {
  const setOf = (words: string) => new Set(fold(words).split(/\s+/).filter(Boolean));
  return { common: setOf(common), usual: setOf(usual) };
}

/**
 * The list without words that look like one of the other language once their own letters are written sloppily: "від" is
 * "вид" then, but who writes "вид" usually means it.
 */
export function withoutTwins({ common, usual }: Words, other: Words, ownLetters: RegExp): Words {
  const others = listsOf(other);
  const isTwin = (word: string) =>
    ownLetters.test(word) && (others.common.has(fold(word)) || others.usual.has(fold(word)));
  const keep = (words: string) =>
    words
      .split(/\s+/)
      .filter((word) => !isTwin(word))
      .join(" ");
  return { common: keep(common), usual: keep(usual) };
}

function onlyIn(words: Set<string>, others: Set<string>[]): string[] {
  return [...words].filter((word) => !others.some((other) => other.has(word)));
}

/** The logarithm of how much likelier each group is in the first list; groups of one length share one vote. */
function gramWeights(first: string[], second: string[]): Map<number, number> {
  const [mine, other] = [countsOf(first), countsOf(second)];
  const total = (words: string[]) => words.join(" ").length + SMOOTHING;
  const ratio = total(second) / total(first);
  const weigh = (gram: number) =>
    Math.log((((mine.get(gram) ?? 0) + SMOOTHING) / ((other.get(gram) ?? 0) + SMOOTHING)) * ratio) / 3;
  return new Map([...mine.keys(), ...other.keys()].map((gram) => [gram, weigh(gram)]));
}

function countsOf(words: string[]): Map<number, number> {
  const counts = new Map<number, number>();
  for (const gram of words.flatMap(gramsOf)) counts.set(gram, (counts.get(gram) ?? 0) + 1);
  return counts;
}

/**
 * Groups of 1–3 letters, each packed into a number, because those are found faster than strings. Seven bits tell the
 * letters of one script apart. A space marks where the word begins and ends.
 */
function gramsOf(word: string): number[] {
  const grams: number[] = [];
  let [before, last] = [0, SPACE];
  for (let at = 0; at <= word.length; at++) {
    const letter = at < word.length ? word.charCodeAt(at) & 127 : SPACE;
    if (letter !== SPACE) grams.push(letter);
    grams.push((1 << 21) | (last << 7) | letter);
    if (before > 0) grams.push((1 << 22) | (before << 14) | (last << 7) | letter);
    before = last;
    last = letter;
  }
  return grams;
}
