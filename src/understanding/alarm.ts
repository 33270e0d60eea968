import { type Candidate, nameOfIntent } from "../conversation/understanding";
import { logistic } from "./logistic";

/** Meanings whose speakers, or others, are in danger. */
export const CALLS = ["talk:danger", "talk:crisis"];

/** Reports of something dangerous: being sure of one says nothing against a danger. */
const KIN = [
  "service:hazard",
  "service:public-order",
  "article:interwencja-kryzysowa",
  "article:straz-miejska-i-pogotowia",
];

/** What tells that somebody is in danger. */
export type AlarmSignals = {
  /** The detector's word (0–1). */
  heard: number;
  candidates: Candidate[];
  question: boolean;
};

/** The signals as numbers for the logistic combiner: the detector, the classifier's opinion, a sure other meaning, a question. */
export function alarmValues({ heard, candidates, question }: AlarmSignals): number[] {
  const within = Math.min(Math.max(heard, 0.0001), 0.9999);
  const calls = candidates.filter(({ intent }) => CALLS.includes(nameOfIntent(intent)));
  const [best] = candidates;
  const name = best ? nameOfIntent(best.intent) : "";
  const other = best && !CALLS.includes(name) && !KIN.includes(name) ? best.confidence : 0;
  return [
    1,
    Math.log(within / (1 - within)),
    calls.reduce((sum, { confidence }) => sum + confidence, 0),
    other,
    question ? 1 : 0,
  ];
}

/** Probability (0–1) that somebody is in danger; the detector's word alone when nothing was measured. */
export function alarmOf(signals: AlarmSignals, weights: number[]): number {
  return weights.length > 0 ? logistic(weights, alarmValues(signals)) : signals.heard;
}
