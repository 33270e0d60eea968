import { monitorEventLoopDelay } from "node:perf_hooks";

/** How long a callback of this process has to wait for its turn before no more work is begun. */
const LONGEST_WAIT_MS = 12;
const RESOLUTION_MS = 5;
const LEAST_SAMPLES = 3;

/**
 * Whether this process has breath to begin something. Platforms want an answer at once and stop telling us anything
 * where they wait too long; what they told is stored and can be looked into a moment later.
 */
export function openBreath(): { has(): boolean; close(): void } {
  const delay = monitorEventLoopDelay({ resolution: RESOLUTION_MS });
  delay.enable();
  let has = true;
  return {
    has() {
      if (delay.count < LEAST_SAMPLES) return has;
      has = delay.mean / 1e6 - RESOLUTION_MS < LONGEST_WAIT_MS;
      delay.reset();
      return has;
    },
    close: () => void delay.disable(),
  };
}
