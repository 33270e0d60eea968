import { Worker } from "node:worker_threads";
import type { RefusedPhoto } from "./photo";

export type Pixels = { rgba: Uint8Array<ArrayBuffer>; width: number; height: number };
/** What the thread gets and says. */
export type HeicTask = { bytes: Uint8Array; mostPixels: number };
export type HeicTold = Pixels | RefusedPhoto;

/** All of them lie in memory at once, 48 million (the most iPhones make) in about 900 MB for some seconds. */
const MOST_PIXELS = 50_000_000;
/** Ten times what 48 million take. */
const MOST_MILLISECONDS = 60_000;

/**
 * The pixels of a HEIC picture, upright. Decoding is slow (measured: 2.4 s for 12 million pixels), so it is done in a
 * thread; a new one each time, because WebAssembly never gives back memory.
 */
export function decodeHeic(bytes: Buffer): Promise<HeicTold> {
  const worker = openThread();
  const task: HeicTask = { bytes, mostPixels: MOST_PIXELS };
  let patience: NodeJS.Timeout | undefined;
  return new Promise<HeicTold>((resolve, reject) => {
    patience = setTimeout(() => reject(new Error("the picture takes too long")), MOST_MILLISECONDS).unref();
    worker.once("message", resolve);
    worker.once("error", reject);
    worker.once("exit", () => reject(new Error("the thread ended")));
    worker.postMessage(task);
  }).finally(() => {
    clearTimeout(patience);
    void worker.terminate();
  });
}

/** Where the program runs from its sources, the thread has to be told how to read TypeScript. */
function openThread(): Worker {
  const file = require.resolve("./heicThread");
  // What the decoder prints about broken pictures is for nobody.
  const quiet = { stdout: true, stderr: true };
  if (!file.endsWith(".ts")) return new Worker(file, quiet);
  const load = [require.resolve("tsx/cjs"), file].map((path) => `require(${JSON.stringify(path)});`).join("\n");
  return new Worker(load, { ...quiet, eval: true });
}
