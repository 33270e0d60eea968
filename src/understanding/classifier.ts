import type { Vector } from "./features";

/**
 * A linear model. A feature has weights only for the classes whose examples hold it, so that five thousand classes cost
 * little more than a hundred: those of feature `f` stand from `start[f]` up to `start[f + 1]`. One that most classes
 * hold has a whole row, class after class, and is read without looking the classes up.
 */
export type Model = {
  classes: number;
  start: Int32Array;
  classOf: Uint16Array;
  weights: Float32Array;
  bias: Float32Array;
};

/** Room for the scores of one text; with thousands of classes a new array each time would keep the collector busy. */
let room = new Float64Array(0);

/** Probabilities of the classes; they stand until the next call. */
export function probabilities(model: Model, vector: Vector): Float64Array {
  if (room.length !== model.classes) room = new Float64Array(model.classes);
  const scores = room;
  score(model, vector, scores);
  softmax(scores);
  return scores;
}

export function score(model: Model, { at, weight }: Vector, into: Float64Array): void {
  const { start, classOf, weights, bias, classes } = model;
  into.set(bias);
  // Whole rows are added two at a time: most of the time goes into reading and writing the sums.
  let row = -1;
  let rowValue = 0;
  for (let i = 0; i < at.length; i++) {
    const feature = at[i] ?? 0;
    const value = weight[i] ?? 0;
    const begin = start[feature] ?? 0;
    const end = start[feature + 1] ?? 0;
    if (end - begin < classes) {
      for (let p = begin; p < end; p++) {
        const c = classOf[p] ?? 0;
        into[c] = (into[c] ?? 0) + value * (weights[p] ?? 0);
      }
    } else if (row === -1) {
      row = begin;
      rowValue = value;
    } else {
      addRows(weights, { row, rowValue, other: begin, otherValue: value }, into);
      row = -1;
    }
  }
  if (row !== -1) addRows(weights, { row, rowValue, other: row, otherValue: 0 }, into);
}

type TwoRows = { row: number; rowValue: number; other: number; otherValue: number };

function addRows(weights: Float32Array, { row, rowValue, other, otherValue }: TwoRows, into: Float64Array): void {
  for (let c = 0; c < into.length; c++) {
    into[c] = (into[c] ?? 0) + rowValue * (weights[row + c] ?? 0) + otherValue * (weights[other + c] ?? 0);
  }
}

// Below a three-thousandth of the best a class is as good as impossible.
const IMPOSSIBLE = 8;
const STEPS = 512;
/** e^−x in steps of 1/512: exact to a fifth of a percent, and several times faster than computing it. */
const POWERS = Float64Array.from({ length: IMPOSSIBLE * STEPS + 1 }, (_, step) => Math.exp(-(step + 0.5) / STEPS));

/** Turns scores into probabilities, in place. */
export function softmax(scores: Float64Array): void {
  let most = Number.NEGATIVE_INFINITY;
  for (const value of scores) if (value > most) most = value;
  let sum = 0;
  for (let c = 0; c < scores.length; c++) {
    const behind = most - (scores[c] ?? 0);
    const raised = behind < IMPOSSIBLE ? (POWERS[Math.trunc(behind * STEPS)] ?? 0) : 0;
    scores[c] = raised;
    sum += raised;
  }
  for (let c = 0; c < scores.length; c++) scores[c] = (scores[c] ?? 0) / sum;
}

/** What one feature weighs for one class; 0 where the class never held it. */
export function weightOf({ start, classOf, weights, classes }: Model, feature: number, label: number): number {
  const begin = start[feature] ?? 0;
  const end = start[feature + 1] ?? 0;
  if (end - begin === classes) return weights[begin + label] ?? 0;
  const place = classOf.subarray(begin, end).indexOf(label);
  return place === -1 ? 0 : (weights[begin + place] ?? 0);
}
