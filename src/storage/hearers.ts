import type { Topic } from "../conversation/bus";
import type { Log } from "../conversation/log";

export type Hearers = {
  add(topic: Topic, hear: (note: string) => void): () => void;
  tell(topic: Topic, note: string): void;
  clear(): void;
};

/** Who listens in this process. One that throws is logged and does not keep the others from hearing. */
export function hearersOf(log: Log | undefined): Hearers {
  const hearers: Record<Topic, Set<{ hear: (note: string) => void }>> = {
    news: new Set(),
    changed: new Set(),
    typing: new Set(),
    viewing: new Set(),
    queue: new Set(),
    content: new Set(),
    office: new Set(),
    requests: new Set(),
  };
  return {
    add(topic, hear) {
      const hearer = { hear };
      hearers[topic].add(hearer);
      return () => void hearers[topic].delete(hearer);
    },
    tell(topic, note) {
      for (const { hear } of hearers[topic]) {
        try {
          hear(note);
        } catch (error) {
          log?.error("wake_up_failed", { topic, error: String(error) });
        }
      }
    },
    clear() {
      for (const set of Object.values(hearers)) set.clear();
    },
  };
}
