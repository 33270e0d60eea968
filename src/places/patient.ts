/** When to leave a service alone. */
export type Patience = { now?: () => number; failuresBeforePause?: number; pauseMs?: number };

/** An answer that another try will not better: the service said what it says. */
export class Refused extends Error {}

/**
 * Runs a question to a service that may be down: one more try, unless it took too long or was refused; after some
 * failures in a row nothing is asked for a while, so that residents do not wait for it one after the other.
 */
export function patient({ now = Date.now, failuresBeforePause = 3, pauseMs = 60_000 }: Patience) {
  let failures = 0;
  let pausedUntil = 0;
  return async <T>(ask: () => Promise<T>): Promise<T> => {
    if (now() < pausedUntil) throw new Refused("paused after failures");
    try {
      const answer = await ask().catch((error: unknown) => {
        if (isFinal(error)) throw error;
        return ask();
      });
      failures = 0;
      return answer;
    } catch (error) {
      failures++;
      if (failures >= failuresBeforePause) pausedUntil = now() + pauseMs;
      throw error;
    }
  };
}

function isFinal(error: unknown): boolean {
  const name = typeof error === "object" && error !== null && "name" in error ? error.name : undefined;
  return error instanceof Refused || name === "TimeoutError";
}
