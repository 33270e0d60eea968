/** The house's clock in the hands of a test. */
export type TestClock = {
  now(): Date;
  /** Time stands still: what is to happen in a moment does not happen before it goes on. */
  stop(): void;
  go(): void;
  forward(seconds: number): void;
  /** How often it was looked at; it is by every worker that looks for work. */
  reads(): number;
};

/** Goes with the real one until a test wants it otherwise. */
export function openTestClock(): TestClock {
  let aheadMs = 0;
  let stoppedAt: number | undefined;
  let reads = 0;
  return {
    now() {
      reads += 1;
      return new Date((stoppedAt ?? Date.now()) + aheadMs);
    },
    stop() {
      stoppedAt = Date.now();
    },
    go() {
      stoppedAt = undefined;
    },
    forward(seconds) {
      aheadMs += seconds * 1000;
    },
    reads: () => reads,
  };
}
