import type { Log } from "../conversation/log";
import { openBreath } from "./breath";
import { openWorker } from "./worker";

type PoolParts<Task> = {
  atOnce: number;
  /** Takes at most so many due tasks. */
  take(most: number): Promise<Task[]>;
  /** Never rejects but for the store's sake. */
  work(task: Task): Promise<void>;
  everyMs: number;
  log: Log;
  failed: string;
};

const LOOK_AGAIN_MS = 20;

/**
 * Works on what is due, so many at once, and no more while the process is out of breath; one that takes long does not
 * keep the others. Closing waits for those that run.
 */
export function openPool<Task>(parts: PoolParts<Task>): { wake(): void; close(): Promise<void> } {
  const { atOnce, log, failed, everyMs } = parts;
  const running = new Set<Promise<void>>();
  const breath = openBreath();
  let again: NodeJS.Timeout | undefined;
  const waitForBreath = (): void => {
    again ??= setTimeout(() => {
      again = undefined;
      worker.wake();
    }, LOOK_AGAIN_MS);
  };
  const start = (task: Task): void => {
    const work = parts
      .work(task)
      .catch((error) => log.error(failed, { error: String(error) }))
      .finally(() => {
        running.delete(work);
        worker.wake();
      });
    running.add(work);
  };
  const worker = openWorker({
    async round() {
      if (running.size >= atOnce) return false;
      if (running.size > 0 && !breath.has()) {
        waitForBreath();
        return false;
      }
      const tasks = await parts.take(atOnce - running.size);
      tasks.forEach(start);
      return false;
    },
    everyMs,
    log,
    failed,
  });
  return {
    wake: worker.wake,
    async close() {
      clearTimeout(again);
      breath.close();
      await worker.close();
      await Promise.all(running);
    },
  };
}
