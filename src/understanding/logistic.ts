/** A sum of weighted values turned into a probability: 1 / (1 + e^−(w·x)). */
export function logistic(weights: number[], values: number[]): number {
  let sum = 0;
  for (const [i, value] of values.entries()) sum += value * (weights[i] ?? 0);
  return logisticOf(sum);
}

/** One observation: its values (the first is 1 for the bias) and what came of it. */
export type Observed = { values: number[]; right: boolean };

const ROUNDS = 25;
const SHRINK = 1;
const CLOSE_ENOUGH = 1e-6;

/** Weights of a logistic regression by Newton's method, shrunk a little towards zero (ridge), except the bias. */
export function fitLogistic(observed: Observed[]): number[] {
  const size = observed[0]?.values.length ?? 0;
  const weights = Array.from({ length: size }, () => 0);
  for (let round = 0; round < ROUNDS; round++) {
    const step = solve(newtonSystem(observed, weights));
    for (const [i, change] of step.entries()) weights[i] = (weights[i] ?? 0) - change;
    if (step.every((change) => Math.abs(change) < CLOSE_ENOUGH)) break;
  }
  return weights;
}

/** The rows of the curvature with the slope as last column. */
function newtonSystem(observed: Observed[], weights: number[]): number[][] {
  const rows = weights.map((weight, i) => {
    const row = weights.map((_, j) => (i === j ? (i === 0 ? CLOSE_ENOUGH : SHRINK) : 0));
    return [...row, i === 0 ? 0 : SHRINK * weight];
  });
  for (const { values, right } of observed) {
    const likely = logistic(weights, values);
    const spread = likely * (1 - likely) + 1e-9;
    for (const [i, row] of rows.entries()) {
      const value = values[i] ?? 0;
      for (const [j, other] of values.entries()) row[j] = (row[j] ?? 0) + spread * value * other;
      row[values.length] = (row[values.length] ?? 0) + (likely - (right ? 1 : 0)) * value;
    }
  }
  return rows;
}

/** Gauss–Jordan elimination with pivoting; the last column is the right-hand side. */
function solve(rows: number[][]): number[] {
  const at = (row: number, column: number) => rows[row]?.[column] ?? 0;
  for (let i = 0; i < rows.length; i++) {
    let pivot = i;
    for (let row = i + 1; row < rows.length; row++) if (Math.abs(at(row, i)) > Math.abs(at(pivot, i))) pivot = row;
    [rows[i], rows[pivot]] = [rows[pivot] ?? [], rows[i] ?? []];
    for (const [number, row] of rows.entries()) {
      if (number === i) continue;
      const share = at(number, i) / at(i, i);
      for (let column = i; column < row.length; column++) row[column] = (row[column] ?? 0) - share * at(i, column);
    }
  }
  return rows.map((row, i) => (row.at(-1) ?? 0) / (row[i] ?? 1));
}

/** 1 / (1 + e^−sum). */
export function logisticOf(sum: number): number {
  return 1 / (1 + Math.exp(-sum));
}

/** The reverse, kept finite. */
export function logOdds(probability: number): number {
  const within = Math.min(Math.max(probability, 0.001), 0.999);
  return Math.log(within / (1 - within));
}
