import { parentPort } from "node:worker_threads";
// heic-decode is ISC; libheif-js below it is LGPL-3.0, as libvips inside sharp is: both are used unmodified, as modules
// of their own that anybody may replace.
import decode from "heic-decode";
import type { HeicTask, HeicTold } from "./decodeHeic";

/** The size is known before anything is decoded; of several pictures in one file the first is the main one. */
async function pixelsOf({ bytes, mostPixels }: HeicTask): Promise<HeicTold> {
  const pictures = await decode.all({ buffer: bytes });
  const [first] = pictures;
  if (!first) return { refused: "broken" };
  if (first.width * first.height > mostPixels) return { refused: "too_many_pixels" };
  const { data, width, height } = await first.decode();
  return { rgba: new Uint8Array(data.buffer), width, height };
}

async function answer(task: HeicTask): Promise<void> {
  const told = await pixelsOf(task).catch((): HeicTold => ({ refused: "broken" }));
  parentPort?.postMessage(told, "rgba" in told ? [told.rgba.buffer] : []);
}

parentPort?.on("message", (task: HeicTask) => void answer(task));
