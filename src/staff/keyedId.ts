import { createHash } from "node:crypto";

/**
 * The id of what a page's key stands for, as a UUID. Bound to its author and what it belongs to, the page's key can
 * never name somebody else's.
 */
export function keyedId(...parts: [belongsTo: string, accountId: string, key: string]): string {
  const digest = createHash("sha256").update(JSON.stringify(parts)).digest("hex");
  return [
    digest.slice(0, 8),
    digest.slice(8, 12),
    `8${digest.slice(13, 16)}`,
    `8${digest.slice(17, 20)}`,
    digest.slice(20, 32),
  ].join("-");
}
