import { type Transferable, Worker } from "node:worker_threads";
import type { Changes, Documents } from "./content/documents";
import { ContentError } from "./content/mistakes";
import type { Sent, Task, Told } from "./learnThread";

type Distributed<T> = T extends unknown ? Omit<T, "sent"> : never;
type Answer = Exclude<Told, { kind: "refused" }>;

/** A thread that makes something of documents, one thing after the other. */
export type Thread = {
  /** Throws one ContentError with the mistakes of the documents. */
  ask(
    documents: { base: Documents; changes: Changes },
    task: Distributed<Task>,
    transfer?: Transferable[],
  ): Promise<Answer>;
  /** What runs is given up and throws. */
  close(): void;
};

/** Editors save again and again; a thread that has just learnt does it twice as fast, one that rests gives its memory back. */
const REST_AFTER_MS = 5 * 60_000;

/** `program`: the compiled `learnThread.ts`; from the sources where they run. */
export function openThread(program = require.resolve("./learnThread")): Thread {
  let worker: Worker | undefined;
  let resting: NodeJS.Timeout | undefined;
  let last: Promise<unknown> = Promise.resolve();
  /** What the worker has already. */
  let had: Documents | undefined;
  const close = (): void => {
    clearTimeout(resting);
    void worker?.terminate();
    worker = undefined;
    had = undefined;
  };
  const once: Thread["ask"] = async ({ base, changes }, task, transfer = []) => {
    clearTimeout(resting);
    worker ??= startWorker(program);
    const sent: Sent = had === base ? { changes } : { base, changes };
    try {
      const told = await answerOf(worker, { ...task, sent }, transfer);
      had = base;
      resting = setTimeout(close, REST_AFTER_MS).unref();
      if (told.kind === "refused") throw new ContentError(told.mistakes);
      return told;
    } catch (error) {
      if (!(error instanceof ContentError)) close();
      throw error;
    }
  };
  return {
    ask(...asked) {
      const answer = last.then(() => once(...asked));
      last = answer.catch(() => {});
      return answer;
    },
    close,
  };
}

/** Where the program runs from its sources, the thread has to be told how to read TypeScript. */
function startWorker(file: string): Worker {
  if (!file.endsWith(".ts")) return new Worker(file);
  const load = [require.resolve("tsx/cjs"), file].map((path) => `require(${JSON.stringify(path)});`).join("\n");
  return new Worker(load, { eval: true });
}

function answerOf(worker: Worker, task: Task, transfer: Transferable[]): Promise<Told> {
  return new Promise<Told>((resolve, reject) => {
    worker.once("message", resolve);
    worker.once("error", reject);
    worker.once("exit", () => reject(new Error("the learning thread ended")));
    worker.postMessage(task, transfer);
  }).finally(() => {
    for (const event of ["message", "error", "exit"]) worker.removeAllListeners(event);
  });
}
