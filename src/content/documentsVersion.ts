import { createHash } from "node:crypto";
import type { Documents } from "./documents";

type Digested = { text: string; digest: string };

const known = new Map<string, Digested>();

/** Names exactly these documents: the same paths with the same bytes have the same version on every machine. */
export function documentsVersion(documents: Documents): string {
  const whole = createHash("sha256");
  for (const path of [...documents.keys()].sort())
    whole.update(`${path}\n${digestOf(path, documents.get(path) ?? "")}\n`);
  return whole.digest("hex").slice(0, 16);
}

/** Of thousands of documents a few change at a time. */
function digestOf(path: string, text: string): string {
  const last = known.get(path);
  if (last?.text === text) return last.digest;
  const digest = createHash("sha256").update(text).digest("hex");
  known.set(path, { text, digest });
  return digest;
}
