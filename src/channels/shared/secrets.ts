import { createHash, createHmac, timingSafeEqual } from "node:crypto";

/** Whether two secrets are the same, in a time that tells nothing of them. */
export function isSame(given: string, secret: string): boolean {
  const hash = (text: string) => createHash("sha256").update(text).digest();
  return timingSafeEqual(hash(given), hash(secret));
}

/** An id of ours for somebody or something of a platform: its own ids name people and may be of any length. */
export const hashedId = (prefix: string, ...parts: string[]): string =>
  `${prefix}_${createHash("sha256").update(parts.join("\0")).digest("base64url").slice(0, 32)}`;

/** Whether these bytes carry the signature `sha256=<hex>`: HMAC-SHA256 with the secret over the raw body. */
export function isSigned(rawBody: Buffer, header: string | undefined, secret: string): boolean {
  const [, hex] = /^sha256=([0-9a-f]{64})$/i.exec(header ?? "") ?? [];
  const expected = createHmac("sha256", secret).update(rawBody).digest();
  return hex !== undefined && timingSafeEqual(expected, Buffer.from(hex, "hex"));
}
