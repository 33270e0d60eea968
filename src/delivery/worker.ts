import type { Log } from "../conversation/log";

type WorkerParts = {
  /** Does what is due, at most so much; answers whether there was anything, so that there may be more. */
  round(): Promise<boolean>;
  everyMs: number;
  log: Log;
  /** Logged when a round fails as a whole; the next one tries again. */
  failed: string;
};

/** Does rounds one after the other until nothing is due: every so often, and when woken. Closing waits for the round that runs. */
export function openWorker({ round, everyMs, log, failed }: WorkerParts): { wake(): void; close(): Promise<void> } {
  let working: Promise<void> | undefined;
  let again = false;
  let closing = false;
  const work = async (): Promise<void> => {
    do {
      again = false;
      const hadWork = await round();
      again ||= hadWork;
    } while (again && !closing);
  };
  const wake = (): void => {
    again = true;
    if (closing || working) return;
    working = work()
      .catch((error) => log.error(failed, { error: String(error) }))
      .finally(() => {
        working = undefined;
      });
  };
  const timer = setInterval(wake, everyMs);
  return {
    wake,
    async close() {
      closing = true;
      clearInterval(timer);
      await working;
    },
  };
}
