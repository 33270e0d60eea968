import type { Vector } from "./features";
import { logistic1 } from "./logistic";

/** What one meaning looks like against everything else: one weight a feature. */
export type Detector = { weights: Float32Array; bias: number };

/** A training text, and whether it means what is to be detected. */
export type Sample = { vector: Vector; called: boolean; weight: number };

const ROUNDS = 3;
const RATE = 0.5;
// Who calls is rare among the examples; without this the others would drown them.
const CALLED_WEIGHT = 6;

/** Logistic regression with AdaGrad, one meaning against the rest: what must not be overheard has a model of its own. */
export function trainDetector(samples: Sample[], features: number): Detector {
  const weights = new Float32Array(features);
  const slope = new Float32Array(features).fill(1e-2);
  const detector = { weights, bias: 0 };
  for (let round = 0; round < ROUNDS; round++) {
    for (let i = 0; i < samples.length; i++) {
      // A fixed stride that shares no factor with the count visits all in a mixed order.
      const sample = samples[(i * STRIDE) % samples.length];
      if (sample) correct(detector, slope, sample);
    }
  }
  return detector;
}

const STRIDE = 7_919;

function correct(detector: Detector, slope: Float32Array, { vector, called, weight }: Sample): void {
  const off = (detect(detector, vector) - (called ? 1 : 0)) * weight * (called ? CALLED_WEIGHT : 1);
  if (Math.abs(off) < 0.01) return;
  const { at, weight: values } = vector;
  for (let i = 0; i < at.length; i++) {
    const feature = at[i] ?? 0;
    const change = off * (values[i] ?? 0);
    const steepness = (slope[feature] ?? 0) + change * change;
    slope[feature] = steepness;
    detector.weights[feature] = (detector.weights[feature] ?? 0) - (RATE * change) / Math.sqrt(steepness);
  }
  detector.bias -= 0.01 * off;
}

/** Probability-like score (0–1) that a text calls; its threshold is found on labelled texts. */
export function detect({ weights, bias }: Detector, { at, weight }: Vector): number {
  let sum = bias;
  for (let i = 0; i < at.length; i++) sum += (weight[i] ?? 0) * (weights[at[i] ?? 0] ?? 0);
  return logistic1(sum);
}
