import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { loadParts } from "../src/loadParts";
import type { Parts } from "../src/turn/parts";

const root = resolve(__dirname, "..");
let loaded: Parts | undefined;

/** The project's own content, learnt once for all test files: kept under the fingerprint of the code that learns. */
export function realParts(): Parts {
  loaded ??= loadParts(root, { modelFile: realModelFile() });
  return loaded;
}

/** Where what was learnt of it is kept. */
export const realModelFile = () => join(tmpdir(), `hejnal-model-${fingerprint()}.bin`);

function fingerprint(): string {
  const folder = join(root, "src/understanding");
  const hash = createHash("sha256");
  for (const name of readdirSync(folder).sort()) hash.update(readFileSync(join(folder, name)));
  return hash
    .update(readFileSync(join(root, "src/conversation/fold.ts")))
    .digest("hex")
    .slice(0, 12);
}
