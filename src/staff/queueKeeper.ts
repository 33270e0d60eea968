import type { StaffParts } from "./parts";
import { makeOffers } from "./queue/offers";
import { runTimers } from "./queue/timers";

const LOOK_EVERY_MS = 1_000;

/**
 * Keeps the queue going: does what timers say and offers who waits to who is free, as soon as the desk changes and at
 * least every second. Every process may run one; each act looks again under the conversation's lock.
 */
export function openQueueKeeper(parts: StaffParts): { close(): Promise<void> } {
  let running: Promise<void> | undefined;
  let again = false;
  let closing = false;

  const rounds = async (): Promise<void> => {
    do {
      again = false;
      try {
        await runTimers(parts);
        await makeOffers(parts);
      } catch (error) {
        parts.log.error("queue_not_kept", { error: String(error) });
        return;
      }
    } while (again && !closing);
  };
  const look = (): void => {
    if (closing) return;
    again = true;
    running ??= rounds().finally(() => {
      running = undefined;
    });
  };
  const timer = setInterval(look, LOOK_EVERY_MS);
  const unsubscribe = parts.bus.subscribe("queue", look);
  look();

  return {
    async close() {
      closing = true;
      clearInterval(timer);
      unsubscribe();
      await running;
    },
  };
}
