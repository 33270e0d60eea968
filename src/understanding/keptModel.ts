import { readFileSync, renameSync, writeFileSync } from "node:fs";
import { types } from "node:util";
import { deserialize, serialize } from "node:v8";
import { z } from "zod";
import { Intent } from "../conversation/understanding";
import type { Taught } from "./teach";

const Numbers = z.custom<Float32Array>(types.isFloat32Array);
const Bands = z.object({
  answer: z.number(),
  start: z.number(),
  offer: z.number(),
  human: z.number(),
  danger: z.number(),
});
const Kept = z.object({
  version: z.string(),
  learnt: z.object({
    intents: z.array(Intent),
    vocabulary: z.object({
      size: z.number(),
      stems: z.custom<Map<string, number>>(types.isMap),
      grams: z.custom<Map<number, number>>(types.isMap),
      telling: Numbers,
      mostTelling: z.number(),
    }),
    model: z.object({
      classes: z.number(),
      start: z.custom<Int32Array>(types.isInt32Array),
      classOf: z.custom<Uint16Array>(types.isUint16Array),
      weights: Numbers,
      bias: Numbers,
    }),
    alarm: z.object({ weights: Numbers, bias: z.number() }),
  }),
  counts: z.custom<Map<string, number>>(types.isMap),
  empty: z.custom<Set<string>>(types.isSet),
  calibration: z.object({
    weights: z.array(z.number()),
    alarmWeights: z.array(z.number()),
    bands: Bands,
    answers: z.array(z.object({ confidence: z.number(), right: z.boolean() })),
    curve: z.array(z.object({ confidence: z.number(), answered: z.number(), wrong: z.number() })),
  }),
});

/**
 * What was made before of the very same lessons (`version`), or what is made now and kept in `file` for the next
 * start. A file that cannot be read, or is of another version, counts for nothing; one that cannot be written costs
 * the next start a second or two.
 */
export function keptOrTaught(file: string, version: string, teach: () => Taught): Taught {
  const kept = read(file);
  if (kept?.version === version) return kept;
  const taught = teach();
  keep(file, { ...taught, version });
  return taught;
}

function read(file: string): z.infer<typeof Kept> | undefined {
  try {
    return Kept.safeParse(deserialize(readFileSync(file))).data;
  } catch {
    return undefined;
  }
}

/** Renamed into place, so that a process starting beside this one never reads half a file. */
function keep(file: string, kept: Taught & { version: string }): void {
  const half = `${file}.${process.pid}`;
  try {
    writeFileSync(half, serialize(kept));
    renameSync(half, file);
  } catch {
    // A read-only installation learns at every start.
  }
}
