import { type Model, score, softmax } from "./classifier";
import type { Vector } from "./features";
import { pairsIn } from "./pairs";

/** One training text: what it says, which class it belongs to, how much it counts. */
export type Lesson = { vector: Vector; label: number; weight: number };

type Schooling = { rounds: number; rate: number };

/** Measured on labelled texts nobody trains on: four slower rounds take twice as long and gain nothing. */
const usualSchooling: Schooling = { rounds: 2, rate: 2.5 };

// A class this improbable learns nothing noticeable; leaving it out makes a round several times faster.
const NEGLIGIBLE = 0.01;
// A lesson known this well is not repeated: a third of the time, and nothing measurable lost.
const SETTLED = 0.2;

/** A model being trained, with what AdaGrad remembers and room to compute in. */
type Pupil = {
  model: Model;
  rate: number;
  /** Per feature: how much it was corrected so far. */
  slope: Float32Array;
  biasSlope: number;
  /** What the present lesson got wrong, for the classes listed in `active`. */
  error: Float64Array;
  active: Int32Array;
};

/**
 * Multinomial logistic regression with AdaGrad. The same lessons give the same model, bit for bit; they are taken in the
 * order given, which should be a mixed one.
 */
export function train(
  lessons: Lesson[],
  size: { features: number; classes: number },
  { rounds, rate } = usualSchooling,
): Model {
  const pupil = newPupil(lessons, size, rate);
  const settled = new Uint8Array(lessons.length);
  for (let round = 0; round < rounds; round++) {
    for (const [index, lesson] of lessons.entries()) {
      if (settled[index] === 1) continue;
      if (teach(pupil, lesson) < SETTLED) settled[index] = 1;
    }
  }
  return pupil.model;
}

function newPupil(
  lessons: Lesson[],
  { features, classes }: { features: number; classes: number },
  rate: number,
): Pupil {
  const { start, classOf } = pairsIn(lessons, features, classes);
  return {
    model: { classes, start, classOf, weights: new Float32Array(classOf.length), bias: new Float32Array(classes) },
    rate,
    slope: new Float32Array(features).fill(1e-6),
    biasSlope: 1e-6,
    error: new Float64Array(classes),
    active: new Int32Array(classes),
  };
}

/** Corrects the model by one lesson; returns how far its right answer was from certain before. */
function teach(pupil: Pupil, { vector, label, weight }: Lesson): number {
  const { error, model } = pupil;
  score(model, vector, error);
  softmax(error);
  const off = 1 - (error[label] ?? 0);
  const count = findErrors(pupil, label, weight);
  let squares = 0;
  for (let i = 0; i < count; i++) {
    const wrong = error[pupil.active[i] ?? 0] ?? 0;
    squares += wrong * wrong;
  }
  correctBias(pupil, count, squares);
  correctWeights(pupil, vector, count, squares);
  return off;
}

/** Turns probabilities into (probability − truth) × weight, the negligible into 0; returns how many are left. */
function findErrors({ error, active }: Pupil, label: number, weight: number): number {
  let count = 0;
  for (let c = 0; c < error.length; c++) {
    const off = (error[c] ?? 0) - (c === label ? 1 : 0);
    const negligible = off < NEGLIGIBLE && off > -NEGLIGIBLE;
    error[c] = negligible ? 0 : off * weight;
    if (!negligible) active[count++] = c;
  }
  return count;
}

// The bias only says how common a class is; a tenth of the pace keeps it from drowning the words.
const BIAS_PACE = 0.1;

function correctBias(pupil: Pupil, count: number, squares: number): void {
  const { model, error, active, rate } = pupil;
  pupil.biasSlope += squares;
  const step = (BIAS_PACE * rate) / Math.sqrt(pupil.biasSlope);
  for (let i = 0; i < count; i++) {
    const c = active[i] ?? 0;
    model.bias[c] = (model.bias[c] ?? 0) - step * (error[c] ?? 0);
  }
}

function correctWeights(pupil: Pupil, { at, weight }: Vector, count: number, squares: number): void {
  const { slope, error, active, rate } = pupil;
  const { start, classOf, weights, classes } = pupil.model;
  for (let i = 0; i < at.length; i++) {
    const feature = at[i] ?? 0;
    const value = weight[i] ?? 0;
    const steepness = (slope[feature] ?? 0) + value * value * squares;
    slope[feature] = steepness;
    const step = (rate * value) / Math.sqrt(steepness);
    const begin = start[feature] ?? 0;
    const end = start[feature + 1] ?? 0;
    if (end - begin === classes) {
      for (let j = 0; j < count; j++) {
        const c = active[j] ?? 0;
        weights[begin + c] = (weights[begin + c] ?? 0) - step * (error[c] ?? 0);
      }
      continue;
    }
    for (let p = begin; p < end; p++) {
      const wrong = error[classOf[p] ?? 0] ?? 0;
      if (wrong !== 0) weights[p] = (weights[p] ?? 0) - step * wrong;
    }
  }
}
