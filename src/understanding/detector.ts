import type { Vector } from "./features";
import { logisticOf } from "./logistic";

/** What one meaning looks like against everything else: one weight a feature. */
export type Detector = { weights: Float32Array; bias: number };

/** A training text, and whether it means what is to be detected. */
export type Sample = { vector: Vector; called: boolean };

const ROUNDS = 8;
const RATE = 0.3;
// What is known this well teaches nothing more and is left out of all further rounds.
const SETTLED = 0.01;

/**
 * Logistic regression with AdaGrad, one meaning against the rest. What must not be overheard has a model of its own:
 * among two hundred meanings it shares its probability with every report of something dangerous.
 */
export function trainDetector(samples: Sample[], features: number): Detector {
  const detector = { weights: new Float32Array(features), bias: 0 };
  const slope = new Float32Array(features).fill(0.01);
  const settled = new Uint8Array(samples.length);
  for (let round = 0; round < ROUNDS; round++) {
    for (const [place, sample] of samples.entries()) {
      if (settled[place] === 1) continue;
      const off = detect(detector, sample.vector) - (sample.called ? 1 : 0);
      if (Math.abs(off) < SETTLED) settled[place] = round > 0 ? 1 : 0;
      else correct(detector, slope, sample.vector, off);
    }
  }
  return detector;
}

const BIAS_PACE = 0.01;

function correct(detector: Detector, slope: Float32Array, { at, weight }: Vector, off: number): void {
  const { weights } = detector;
  for (let i = 0; i < at.length; i++) {
    const feature = at[i] ?? 0;
    const change = off * (weight[i] ?? 0);
    const steepness = (slope[feature] ?? 0) + change * change;
    slope[feature] = steepness;
    weights[feature] = (weights[feature] ?? 0) - (RATE * change) / Math.sqrt(steepness);
  }
  detector.bias -= BIAS_PACE * off;
}

/** How much a text looks like that meaning (0–1); the threshold is found on labelled texts. */
export function detect({ weights, bias }: Detector, { at, weight }: Vector): number {
  let sum = bias;
  for (let i = 0; i < at.length; i++) sum += (weight[i] ?? 0) * (weights[at[i] ?? 0] ?? 0);
  return logisticOf(sum);
}
