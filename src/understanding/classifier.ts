import type { Vector } from "./features";

/** A linear model: one weight for each feature and class, feature by feature, and a bias for each class. */
export type Model = { classes: number; weights: Float32Array; bias: Float32Array };

/** Probabilities of the classes. */
export function probabilities(model: Model, vector: Vector): Float64Array {
  const scores = new Float64Array(model.classes);
  score(model, vector, scores);
  softmax(scores);
  return scores;
}

/** Four features at a time: most of training is this loop, and so each sum is read and written a quarter as often. */
export function score({ classes, weights, bias }: Model, { at, weight }: Vector, into: Float64Array): void {
  into.set(bias);
  for (let i = 0; i < at.length; i += 4) {
    const row1 = (at[i] ?? 0) * classes;
    const row2 = (at[i + 1] ?? 0) * classes;
    const row3 = (at[i + 2] ?? 0) * classes;
    const row4 = (at[i + 3] ?? 0) * classes;
    const value1 = weight[i] ?? 0;
    const value2 = weight[i + 1] ?? 0;
    const value3 = weight[i + 2] ?? 0;
    const value4 = weight[i + 3] ?? 0;
    for (let c = 0; c < classes; c++) {
      into[c] =
        (into[c] ?? 0) +
        value1 * (weights[row1 + c] ?? 0) +
        value2 * (weights[row2 + c] ?? 0) +
        value3 * (weights[row3 + c] ?? 0) +
        value4 * (weights[row4 + c] ?? 0);
    }
  }
}

/** Turns scores into probabilities, in place. */
export function softmax(scores: Float64Array): void {
  let most = Number.NEGATIVE_INFINITY;
  for (const value of scores) if (value > most) most = value;
  let sum = 0;
  for (let c = 0; c < scores.length; c++) {
    const raised = Math.exp((scores[c] ?? 0) - most);
    scores[c] = raised;
    sum += raised;
  }
  for (let c = 0; c < scores.length; c++) scores[c] = (scores[c] ?? 0) / sum;
}
