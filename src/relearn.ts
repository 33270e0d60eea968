import { setImmediate as othersFirst } from "node:timers/promises";
import { MessageChannel, type MessagePort, receiveMessageOnPort, Worker } from "node:worker_threads";
import { ContentError } from "./content/mistakes";
import type { OpeningHours } from "./handoff/openingHours";
import type { Pieces, Task, Told } from "./learnThread";
import { indexArticles, partsFrom } from "./loadParts";
import type { Parts } from "./turn/parts";
import { terms } from "./understanding/words";

/** All that is made of editors' files, in one piece: whoever has it has one state of them. */
export type State = { parts: Parts; hours: OpeningHours };

export type Relearner = {
  /** One at a time. Throws one ContentError with the mistakes of editors' files. */
  relearn(task: Omit<Task, "pieces">): Promise<State>;
  /** What runs is given up and throws. */
  close(): void;
};

/** Editors save again and again; a thread that has just learnt does it twice as fast, one that rests gives its memory back. */
const REST_AFTER_MS = 5 * 60_000;

/**
 * Loads and learns in a thread of its own. The main thread only puts together what that made, a piece at a time, and
 * serves in between.
 */
export function openRelearner(): Relearner {
  let worker: Worker | undefined;
  let resting: NodeJS.Timeout | undefined;
  const close = (): void => {
    clearTimeout(resting);
    void worker?.terminate();
    worker = undefined;
  };
  return {
    async relearn(task) {
      clearTimeout(resting);
      worker ??= openThread();
      const { port1, port2 } = new MessageChannel();
      try {
        const told = await answerOf(worker, { ...task, pieces: port2 });
        resting = setTimeout(close, REST_AFTER_MS).unref();
        if (told.kind === "refused") throw new ContentError(told.mistakes);
        return await assemble(port1, task);
      } catch (error) {
        if (!(error instanceof ContentError)) close();
        throw error;
      } finally {
        port1.close();
      }
    },
    close,
  };
}

/** Where the program runs from its sources, the thread has to be told how to read TypeScript. */
function openThread(): Worker {
  const file = require.resolve("./learnThread");
  if (!file.endsWith(".ts")) return new Worker(file);
  const load = [require.resolve("tsx/cjs"), file].map((path) => `require(${JSON.stringify(path)});`).join("\n");
  return new Worker(load, { eval: true });
}

function answerOf(worker: Worker, task: Task): Promise<Told> {
  return new Promise<Told>((resolve, reject) => {
    worker.once("message", resolve);
    worker.once("error", reject);
    worker.once("exit", () => reject(new Error("the learning thread ended")));
    worker.postMessage(task, [task.pieces]);
  }).finally(() => {
    for (const event of ["message", "error", "exit"]) worker.removeAllListeners(event);
  });
}

async function assemble(port: MessagePort, { learning, ownFile }: Omit<Task, "pieces">): Promise<State> {
  const next = async <N extends 0 | 1 | 2>(_: N): Promise<Pieces[N]> => {
    await othersFirst();
    return receiveMessageOnPort(port)?.message;
  };
  const { content, hours } = await next(0);
  const lessons = await next(1);
  const known = await next(2);
  await othersFirst();
  const index = indexArticles(content, (text) => known.get(text) ?? terms(text));
  // The index keeps hold of the function it was made with, and needs the words no longer.
  known.clear();
  await othersFirst();
  return { parts: partsFrom({ content, ...lessons }, index, { ...learning, modelFile: ownFile }), hours };
}
