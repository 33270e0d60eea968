import type { Bus, Limiter } from "../conversation/bus";
import type { Log } from "../conversation/log";
import { hearersOf } from "./hearers";
import { memoryLimiter } from "./memoryLimiter";

/** Wake-ups and limits for one process alone. */
export function openMemoryBus({ log, now = Date.now }: { log?: Log; now?: () => number } = {}): Bus & Limiter {
  const hearers = hearersOf(log);
  return {
    ...memoryLimiter(now),
    publish: async (topic, note) => hearers.tell(topic, note),
    subscribe: hearers.add,
    healthy: () => true,
    close: async () => hearers.clear(),
  };
}
