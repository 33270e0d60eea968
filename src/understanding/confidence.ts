import type { Candidate, Intent } from "../conversation/understanding";
import type { Weighed } from "./learn";
import { logistic, logOdds } from "./logistic";

/** What tells how far the classifier may be believed on one text. */
export type Signals = {
  weighed: Weighed[];
  /** Share (0–1) of the words' weight seen in training. */
  known: number;
  /** How much the known words tell together: "ile to kosztuje" tells little, "zameldowanie" much. */
  told: number;
  /** How much it sounds like somebody in danger, by the detector alone. */
  heard: number;
  /** Articles by the search index, best first. */
  found: string[];
  /** The text reads as a question: that speaks for an article and against a report. */
  question: boolean;
};

/** What `signalValues` are, in their order. */
export const signalNames = [
  "bias",
  "best",
  "lead",
  "known",
  "told",
  "agrees",
  "article",
  "service",
  "outside",
] as const;

// Found first confirms, found among the first few half confirms.
const HALF = 0.4;

/** The signals as numbers of a comparable size: the values of the logistic combiner. */
export function signalValues({ weighed: [first, second], known, told, found, question }: Signals): number[] {
  const best = first?.probability ?? 0;
  const kind = first?.intent.kind;
  return [
    1,
    logOdds(best),
    best - (second?.probability ?? 0),
    known,
    Math.log(1 + told),
    agreement(first?.intent, found),
    kind === "article" ? 1 : 0,
    kind === "service" ? 1 : 0,
    kind === "outside" ? 1 : 0,
    question && kind === "article" ? 1 : 0,
    question && kind === "service" ? 1 : 0,
  ];
}

function agreement(intent: Intent | undefined, found: string[]): number {
  if (intent?.kind !== "article") return 0;
  const place = found.indexOf(intent.id);
  return place === 0 ? 1 : place > 0 ? HALF : 0;
}

/** Probability (0–1) that the best meaning is the right one; 0 when nothing of the text is known. */
export function confidenceOf(signals: Signals, weights: number[]): number {
  return signals.weighed.length > 0 ? logistic(weights, signalValues(signals)) : 0;
}

/** The best meanings; the first has the calibrated confidence, the others share what is left. */
export function candidatesOf(best: Weighed[], confidence: number): Candidate[] {
  const left = Math.max(1 - (best[0]?.probability ?? 0), 1e-6);
  return best.map(({ intent, probability }, index) => {
    const share = (probability / left) * (1 - confidence);
    return { intent, confidence: index === 0 ? confidence : Math.min(share, confidence) };
  });
}
