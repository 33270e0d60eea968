import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from "node:crypto";

const CIPHER = "aes-256-gcm";
const NONCE_BYTES = 12;
const TAG_BYTES = 16;

/** What a sealed text is good for: `purpose` has a key of its own, `owner` cannot use what was sealed for another. */
export type Seal = { secret: string; purpose: "second factor" | "identity provider"; owner: string };

/** Locks a text up so that only who knows the house's secret can read it, and nobody can change it unseen. */
export function seal(text: string, given: Seal): string {
  const nonce = randomBytes(NONCE_BYTES);
  const cipher = createCipheriv(CIPHER, keyOf(given), nonce).setAAD(Buffer.from(given.owner));
  const locked = Buffer.concat([cipher.update(text, "utf8"), cipher.final()]);
  return Buffer.concat([nonce, cipher.getAuthTag(), locked]).toString("base64url");
}

/** Undefined when it was sealed otherwise, with another secret, or changed. */
export function unseal(sealed: string, given: Seal): string | undefined {
  const bytes = Buffer.from(sealed, "base64url");
  const nonce = bytes.subarray(0, NONCE_BYTES);
  const tag = bytes.subarray(NONCE_BYTES, NONCE_BYTES + TAG_BYTES);
  if (tag.length < TAG_BYTES) return undefined;
  const decipher = createDecipheriv(CIPHER, keyOf(given), nonce, { authTagLength: TAG_BYTES });
  decipher.setAAD(Buffer.from(given.owner)).setAuthTag(tag);
  try {
    const text = decipher.update(bytes.subarray(NONCE_BYTES + TAG_BYTES), undefined, "utf8");
    return text + decipher.final("utf8");
  } catch {
    return undefined;
  }
}

/** HKDF (RFC 5869): one secret, a different key for every purpose. */
function keyOf({ secret, purpose }: Seal): Uint8Array {
  return new Uint8Array(hkdfSync("sha256", secret, "", `hejnal staff: ${purpose}`, 32));
}
