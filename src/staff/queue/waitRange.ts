import type { Desk } from "../../conversation/facts";

/** With fewer samples nothing honest can be said. */
const FEWEST = 5;

/** How many minutes most people waited: from the 20th to the 80th of a hundred. `waits` in seconds. */
export function waitRange(waits: number[]): Desk["wait"] {
  if (waits.length < FEWEST) return undefined;
  const sorted = [...waits].sort((a, b) => a - b);
  const at = (share: number) => sorted[Math.ceil(share * sorted.length) - 1] ?? 0;
  const fromMinutes = Math.max(1, Math.floor(at(0.2) / 60));
  return { fromMinutes, toMinutes: Math.max(fromMinutes + 1, Math.ceil(at(0.8) / 60)) };
}
