import type { Candidate } from "../conversation/understanding";
import type { Weighed } from "./learn";

/** What tells how far the classifier may be believed on one text. */
export type Signals = {
  /** Probability of the best meaning. */
  best: number;
  /** How far the best is ahead of the second. */
  lead: number;
  /** Probability that it is nobody's matter here (unless that is the best meaning itself). */
  unrelated: number;
  /** Share of the words' weight seen before. */
  known: number;
  /** How many words there are. */
  words: number;
};

/**
 * Fitted on our own examples, each judged by a model that had not seen it: `npx tsx bench/understanding.ts --fit`.
 * Refit after large changes of content.
 */
const fitted = { bias: 0, best: 1, lead: 0, unrelated: 0, known: 0, words: 0 };

const MOST_CANDIDATES = 5;

export function signalsOf(weighed: Weighed[], known: number, words: number): Signals {
  const [first, second] = weighed;
  const best = first?.probability ?? 0;
  const isUnrelated = (intent: Weighed["intent"]) => intent.kind === "outside" && intent.id === "unrelated";
  const nobodys = weighed.find(({ intent }) => isUnrelated(intent))?.probability ?? 0;
  const unrelated = first && isUnrelated(first.intent) ? 0 : nobodys;
  return { best, lead: best - (second?.probability ?? 0), unrelated, known, words };
}

/** Signals as numbers of a comparable size, in the order of `fitted`. */
export function signalValues({ best, lead, unrelated, known, words }: Signals): Record<keyof typeof fitted, number> {
  const within = Math.min(Math.max(best, 0.001), 0.999);
  return {
    bias: 1,
    best: Math.log(within / (1 - within)),
    lead,
    unrelated,
    known,
    words: Math.log(Math.max(words, 1)),
  };
}

/** Probability (0–1) that the best meaning is the right one. */
export function confidenceOf(signals: Signals, weights: typeof fitted = fitted): number {
  const values = signalValues(signals);
  const sum =
    values.bias * weights.bias +
    values.best * weights.best +
    values.lead * weights.lead +
    values.unrelated * weights.unrelated +
    values.known * weights.known +
    values.words * weights.words;
  return 1 / (1 + Math.exp(-sum));
}

/** The best meanings; the first has the calibrated confidence, the others share what is left. */
export function candidatesOf(weighed: Weighed[], confidence: number): Candidate[] {
  const [first] = weighed;
  if (!first) return [];
  const left = Math.max(1 - first.probability, 1e-6);
  return weighed.slice(0, MOST_CANDIDATES).map(({ intent, probability }, index) => {
    const share = (probability / left) * (1 - confidence);
    return { intent, confidence: index === 0 ? confidence : Math.min(share, confidence) };
  });
}
