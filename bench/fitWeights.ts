import { type Signals, type SignalWeights, signalValues } from "../src/understanding/confidence";

const ROUNDS = 4_000;
const RATE = 0.5;
const SHRINK = 1e-4;

/** Fits the logistic combiner of `src/understanding/confidence.ts`: which signals mean that the best meaning is right. */
export function fitWeights(judged: { signals: Signals; right: boolean }[]): SignalWeights {
  const rows = judged.map(({ signals, right }) => ({
    values: Object.values(signalValues(signals)),
    right: right ? 1 : 0,
  }));
  const names = Object.keys(signalValues({ best: 0, lead: 0, known: 0, words: 1 }));
  const weights = names.map(() => 0);
  for (let round = 0; round < ROUNDS; round++) {
    const slope = names.map(() => 0);
    for (const { values, right } of rows) {
      const sum = values.reduce((total, value, i) => total + value * (weights[i] ?? 0), 0);
      const off = 1 / (1 + Math.exp(-sum)) - right;
      for (const [i, value] of values.entries()) slope[i] = (slope[i] ?? 0) + off * value;
    }
    for (const [i, value] of slope.entries()) {
      const weight = weights[i] ?? 0;
      weights[i] = weight - (RATE * value) / rows.length - RATE * SHRINK * weight;
    }
  }
  const weightOf = (name: string) => Number((weights[names.indexOf(name)] ?? 0).toFixed(3));
  return {
    bias: weightOf("bias"),
    best: weightOf("best"),
    lead: weightOf("lead"),
    known: weightOf("known"),
    words: weightOf("words"),
  };
}
