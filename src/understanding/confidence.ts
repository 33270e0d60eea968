import type { Candidate } from "../conversation/understanding";
import type { Weighed } from "./learn";

/** What tells how far the classifier may be believed on one text. */
export type Signals = {
  /** Probability of the best meaning. */
  best: number;
  /** How far the best is ahead of the second. */
  lead: number;
  /** Share of the words' weight seen before. */
  known: number;
  /** How many words there are; counts as far as they are known. */
  words: number;
};

/**
 * Fitted on our own examples, each judged by a model that had not seen it: `npx tsx bench/understanding.ts --fit`.
 * Refit after large changes of content.
 */
const fitted = { bias: -1.496, best: 0.438, lead: 1.14, known: 0.364, words: 0.506 };

/** One number for each signal. */
export type SignalWeights = typeof fitted;

export function signalsOf([first, second]: Weighed[], known: number, words: number): Signals {
  const best = first?.probability ?? 0;
  return { best, lead: best - (second?.probability ?? 0), known, words };
}

/** Signals as numbers of a comparable size, in the order of `fitted`. */
export function signalValues({ best, lead, known, words }: Signals): SignalWeights {
  const within = Math.min(Math.max(best, 0.001), 0.999);
  return {
    bias: 1,
    best: Math.log(within / (1 - within)),
    lead,
    known,
    words: Math.log(1 + words * known),
  };
}

/** Probability (0–1) that the best meaning is the right one. */
export function confidenceOf(signals: Signals, weights: SignalWeights = fitted): number {
  const values = signalValues(signals);
  const sum =
    values.bias * weights.bias +
    values.best * weights.best +
    values.lead * weights.lead +
    values.known * weights.known +
    values.words * weights.words;
  return 1 / (1 + Math.exp(-sum));
}

/** The best meanings; the first has the calibrated confidence, the others share what is left. */
export function candidatesOf(best: Weighed[], confidence: number): Candidate[] {
  const left = Math.max(1 - (best[0]?.probability ?? 0), 1e-6);
  return best.map(({ intent, probability }, index) => {
    const share = (probability / left) * (1 - confidence);
    return { intent, confidence: index === 0 ? confidence : Math.min(share, confidence) };
  });
}
