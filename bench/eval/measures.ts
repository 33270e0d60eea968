import type { Believed } from "../../src/understanding/thresholds";

/** A share of a whole; `undefined` of nothing. */
export function share<T>(all: T[], keep: (one: T) => boolean): number | undefined {
  return all.length === 0 ? undefined : all.filter(keep).length / all.length;
}

export function percent(value: number | undefined): string {
  return value === undefined || Number.isNaN(value) ? "–" : `${(100 * value).toFixed(1)} %`;
}

/** Half the width of the 95 % interval of a share (Wilson), in points: differences below it are noise. */
export function margin(value: number, count: number): number {
  const z = 1.96;
  return (z * Math.sqrt((value * (1 - value)) / count + (z * z) / (4 * count * count))) / (1 + (z * z) / count);
}

/** One band of confidence: how many, how sure on average, how often right. */
export type Bin = { count: number; confidence: number; right: number };

export function binsOf(shots: Believed[], bands = 10): Bin[] {
  return Array.from({ length: bands }, (_, band) => {
    const inBand = shots.filter(({ confidence }) => Math.min(Math.floor(confidence * bands), bands - 1) === band);
    return {
      count: inBand.length,
      confidence: mean(inBand.map(({ confidence }) => confidence)),
      right: mean(inBand.map(({ right }) => (right ? 1 : 0))),
    };
  });
}

/** Expected calibration error over ten equal bands (Naeini et al. 2015): how far confidence and truth are apart. */
export function calibrationError(shots: Believed[]): number {
  const off = binsOf(shots).map(({ count, confidence, right }) =>
    count > 0 ? count * Math.abs(confidence - right) : 0,
  );
  return off.reduce((sum, value) => sum + value, 0) / Math.max(shots.length, 1);
}

/** Chance that something ours is scored above something that is not (area under the ROC curve, ties half). */
export function auroc(ours: number[], others: number[]): number {
  let above = 0;
  for (const own of ours) for (const other of others) above += own > other ? 1 : own === other ? 0.5 : 0;
  return above / (ours.length * others.length);
}

/** Share of what is not ours that is taken in when 95 % of ours is. */
export function falseAcceptance(ours: number[], others: number[]): number | undefined {
  const threshold = [...ours].sort((one, other) => one - other)[Math.floor(ours.length * 0.05)] ?? 0;
  return share(others, (score) => score >= threshold);
}

export function quantile(values: number[], part: number): number {
  const sorted = [...values].sort((one, other) => one - other);
  return sorted[Math.min(Math.floor(part * sorted.length), sorted.length - 1)] ?? 0;
}

function mean(values: number[]): number {
  return values.length === 0 ? 0 : values.reduce((sum, value) => sum + value, 0) / values.length;
}
