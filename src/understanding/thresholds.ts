import { fitLogistic, logistic, logOdds } from "./logistic";

/** One decision: how sure, and whether it was right. */
export type Believed = { confidence: number; right: boolean };

/** At `confidence` and above: which share is answered, and which share of that is wrong. */
export type RiskPoint = { confidence: number; answered: number; wrong: number };

// One-sided: with four chances in five the true share of wrong ones is below.
const BOUND = 0.8416;

/** The highest share of wrong ones that `wrong` of `count` still speak for (upper end of the Wilson score interval). */
function mostWrong(wrong: number, count: number): number {
  const share = wrong / count;
  const z = (BOUND * BOUND) / count;
  return (share + z / 2 + BOUND * Math.sqrt((share * (1 - share)) / count + z / (4 * count))) / (1 + z);
}

/**
 * The lowest confidence from which on the share of wrong ones is, by its bound, accepted; 1 when there is none. How many
 * are wrong is read from a line through all of them: counted one by one, a single text near the edge would move it.
 */
export function leastConfidence(shots: Believed[], accepted: number): number {
  const sorted = [...shots].sort((one, other) => other.confidence - one.confidence);
  const line = fitLogistic(sorted.map(({ confidence, right }) => ({ values: [1, logOdds(confidence)], right })));
  let least = 1;
  let wrong = 0;
  for (const [index, { confidence }] of sorted.entries()) {
    wrong += 1 - logistic(line, [1, logOdds(confidence)]);
    if (mostWrong(wrong, index + 1) <= accepted) least = confidence;
  }
  return rounded(least);
}

/** A button that is right less often than once in so many times only makes the list longer. */
const WORTH_SHOWING = 1 / 12;
/** So many are looked at together that a few of them do not move it. */
const WINDOW = 240;

/** The share from which on a meaning is worth a button: around it, of the next ones too few were right. */
export function leastToOffer(meanings: { share: number; right: boolean }[]): number {
  const shown = [...meanings].sort((one, other) => other.share - one.share);
  for (let end = WINDOW; end <= shown.length; end++) {
    const around = shown.slice(end - WINDOW, end);
    if (around.filter(({ right }) => right).length < WINDOW * WORTH_SHOWING)
      return rounded(around[WINDOW / 2]?.share ?? 1);
  }
  return 0;
}

/** From where on hearing a call costs least: overheard ones and false alarms together. */
export function leastCostly(heard: { share: number; called: boolean }[], overheard: number): number {
  const cost = (least: number) =>
    heard.reduce((sum, { share, called }) => sum + (share >= least ? (called ? 0 : 1) : called ? overheard : 0), 0);
  const thresholds = Array.from({ length: 45 }, (_, i) => rounded(0.9 - i / 50));
  return thresholds.reduce((best, least) => (cost(least) < cost(best) ? least : best));
}

const rounded = (value: number) => Math.round(value * 1000) / 1000;

/** What answering from each confidence on would cost. */
export function riskCurve(shots: Believed[]): RiskPoint[] {
  return Array.from({ length: 20 }, (_, i) => riskAt(shots, rounded(i / 20)));
}

/** What answering from this confidence on would cost. */
export function riskAt(shots: Believed[], confidence: number): RiskPoint {
  const answered = shots.filter((shot) => shot.confidence >= confidence);
  const wrong = answered.filter(({ right }) => !right).length;
  return {
    confidence,
    answered: rounded(answered.length / Math.max(shots.length, 1)),
    wrong: rounded(wrong / Math.max(answered.length, 1)),
  };
}
