import { createHash } from "node:crypto";

/** A short fingerprint of a value: the same content gives the same version on every machine. */
export function versionOf(value: unknown): string {
  return createHash("sha256").update(JSON.stringify(value)).digest("hex").slice(0, 12);
}
