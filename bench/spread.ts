/** Percentiles of a sample, in the sample's unit. */
export type Spread = { p50: number; p95: number; p99: number };

export function spreadOf(sample: number[]): Spread {
  const sorted = [...sample].sort((a, b) => a - b);
  const at = (share: number) => sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? Number.NaN;
  return { p50: at(0.5), p95: at(0.95), p99: at(0.99) };
}
