import type { Vector } from "./features";

/** One training text: what it says, which class it belongs to, how much it counts. */
export type Lesson = { vector: Vector; label: number; weight: number };

/** A linear model: one weight for each feature and class, feature by feature, and a bias for each class. */
export type Model = { classes: number; weights: Float32Array; bias: Float32Array };

export type Schooling = { rounds: number; rate: number };

/** Measured on our own held-out examples: more rounds gain nothing, fewer lose. */
export const usualSchooling: Schooling = { rounds: 4, rate: 1.5 };

// A class this improbable learns nothing noticeable; leaving it out makes a round several times faster.
const NEGLIGIBLE = 0.01;

/** Multinomial logistic regression with AdaGrad. The same lessons give the same model, bit for bit. */
export function train(
  lessons: Lesson[],
  size: { features: number; classes: number },
  { rounds, rate } = usualSchooling,
): Model {
  const { features, classes } = size;
  const model: Model = { classes, weights: new Float32Array(features * classes), bias: new Float32Array(classes) };
  const slope = new Float32Array(features).fill(1e-6);
  let biasSlope = 1e-6;
  const order = Int32Array.from(lessons.keys());
  const random = steadyRandom(20_261_121);
  const error = new Float32Array(classes);
  const active = new Int32Array(classes);
  for (let round = 0; round < rounds; round++) {
    shuffle(order, random);
    for (const index of order) {
      const lesson = lessons[index];
      if (!lesson) continue;
      const count = errorsOf(model, lesson, error, active);
      let squares = 0;
      for (let i = 0; i < count; i++) squares += (error[active[i] ?? 0] ?? 0) ** 2;
      biasSlope += squares;
      const biasStep = (0.1 * rate) / Math.sqrt(biasSlope);
      for (let i = 0; i < count; i++) {
        const c = active[i] ?? 0;
        model.bias[c] = (model.bias[c] ?? 0) - biasStep * (error[c] ?? 0);
      }
      learn(model, lesson.vector, { error, active, count, squares, slope, rate });
    }
  }
  return model;
}

type Step = {
  error: Float32Array;
  active: Int32Array;
  count: number;
  squares: number;
  slope: Float32Array;
  rate: number;
};

function learn(
  { classes, weights }: Model,
  { at, weight }: Vector,
  { error, active, count, squares, slope, rate }: Step,
): void {
  for (let i = 0; i < at.length; i++) {
    const feature = at[i] ?? 0;
    const value = weight[i] ?? 0;
    const steepness = (slope[feature] ?? 0) + value * value * squares;
    slope[feature] = steepness;
    const step = (rate * value) / Math.sqrt(steepness);
    const row = feature * classes;
    for (let j = 0; j < count; j++) {
      const c = active[j] ?? 0;
      weights[row + c] = (weights[row + c] ?? 0) - step * (error[c] ?? 0);
    }
  }
}

/** Fills `error` with (probability − truth) × weight; returns how many classes are worth correcting, listed in `active`. */
function errorsOf(model: Model, { vector, label, weight }: Lesson, error: Float32Array, active: Int32Array): number {
  score(model, vector, error);
  softmax(error);
  let count = 0;
  for (let c = 0; c < error.length; c++) {
    const off = (error[c] ?? 0) - (c === label ? 1 : 0);
    if (Math.abs(off) < NEGLIGIBLE) continue;
    error[c] = off * weight;
    active[count++] = c;
  }
  return count;
}

/** Probabilities of the classes. */
export function probabilities(model: Model, vector: Vector): Float32Array {
  const scores = new Float32Array(model.classes);
  score(model, vector, scores);
  softmax(scores);
  return scores;
}

function score({ classes, weights, bias }: Model, { at, weight }: Vector, into: Float32Array): void {
  into.set(bias);
  for (let i = 0; i < at.length; i++) {
    const row = (at[i] ?? 0) * classes;
    const value = weight[i] ?? 0;
    for (let c = 0; c < classes; c++) into[c] = (into[c] ?? 0) + value * (weights[row + c] ?? 0);
  }
}

function softmax(scores: Float32Array): void {
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

function shuffle(order: Int32Array, random: () => number): void {
  for (let i = order.length - 1; i > 0; i--) {
    const j = Math.floor(random() * (i + 1));
    const kept = order[i] ?? 0;
    order[i] = order[j] ?? 0;
    order[j] = kept;
  }
}

/** Mulberry32: the same order on every machine. */
function steadyRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
