import { readFileSync, renameSync, writeFileSync } from "node:fs";
import { types } from "node:util";
import { deserialize, serialize } from "node:v8";
import { z } from "zod";
import type { Learnt } from "./learn";

const Intent = z.object({ kind: z.enum(["article", "service", "dialog", "talk", "outside"]), id: z.string() });
const Numbers = z.custom<Float32Array>(types.isFloat32Array);
const Kept = z.object({
  version: z.string(),
  intents: z.array(Intent),
  vocabulary: z.object({
    size: z.number(),
    place: z.custom<Map<string, number>>(types.isMap),
    telling: Numbers,
    mostTelling: z.number(),
  }),
  model: z.object({ classes: z.number(), weights: Numbers, bias: Numbers }),
});

/**
 * What was learnt before from the very same examples (`version`), or what is learnt now and kept in `file` for the next
 * start. A file that cannot be read, or is of another version, counts for nothing; one that cannot be written costs
 * the next start a second or two.
 */
export function keptOrLearnt(file: string, version: string, learn: () => Learnt): Learnt {
  const kept = read(file);
  if (kept?.version === version) return kept;
  const learnt = learn();
  keep(file, { ...learnt, version });
  return learnt;
}

function read(file: string): z.infer<typeof Kept> | undefined {
  try {
    return Kept.safeParse(deserialize(readFileSync(file))).data;
  } catch {
    return undefined;
  }
}

/** Renamed into place, so that a process starting beside this one never reads half a file. */
function keep(file: string, learnt: Learnt & { version: string }): void {
  const half = `${file}.${process.pid}`;
  try {
    writeFileSync(half, serialize(learnt));
    renameSync(half, file);
  } catch {
    // A read-only installation learns at every start.
  }
}
