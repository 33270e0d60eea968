/** One decision: how sure, and whether it was right. */
export type Shot = { confidence: number; right: boolean };

export const percent = (part: number, whole: number) => (whole === 0 ? "–" : `${((100 * part) / whole).toFixed(1)} %`);

/** Expected calibration error over ten equal bands: how far confidence and truth are apart, on average. */
export function calibrationError(shots: Shot[]): number {
  const bands = Array.from({ length: 10 }, (_, band) =>
    shots.filter(({ confidence }) => Math.min(Math.floor(confidence * 10), 9) === band),
  );
  const off = bands.map((band) => Math.abs(sum(band.map(({ confidence, right }) => confidence - (right ? 1 : 0)))));
  return sum(off) / Math.max(shots.length, 1);
}

/** What happens when everything at least so sure is answered. */
export function atThreshold(shots: Shot[], threshold: number): { threshold: number; answered: string; right: string } {
  const answered = shots.filter(({ confidence }) => confidence >= threshold);
  const right = answered.filter((shot) => shot.right);
  return { threshold, answered: percent(answered.length, shots.length), right: percent(right.length, answered.length) };
}

export function quantile(values: number[], share: number): number {
  const sorted = [...values].sort((one, other) => one - other);
  return sorted[Math.min(Math.floor(share * sorted.length), sorted.length - 1)] ?? 0;
}

function sum(values: number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
