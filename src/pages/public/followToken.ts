import { createCipheriv, createDecipheriv, createHmac, randomBytes } from "node:crypto";
import { z } from "zod";
import { Language } from "../../conversation/language";

const HOURS = 48;
const IV_BYTES = 12;
const TAG_BYTES = 16;

const Wish = z.object({ id: z.string(), email: z.string(), language: Language, until: z.number() });
/** Who wants to hear of what. */
export type Wish = Omit<z.infer<typeof Wish>, "until">;

/** Sealed, not only signed: an address must not be readable in the logs of whoever stands between. */
export function followToken(wish: Wish, secret: string, now: Date): string {
  const iv = randomBytes(IV_BYTES);
  const cipher = createCipheriv("aes-256-gcm", keyOf(secret), iv);
  const body = JSON.stringify({ ...wish, until: now.getTime() + HOURS * 3600_000 });
  const sealed = Buffer.concat([cipher.update(body, "utf8"), cipher.final()]);
  return Buffer.concat([iv, cipher.getAuthTag(), sealed]).toString("base64url");
}

/** What that token wishes for; undefined when it is forged or too old. */
export function readFollowToken(token: string, secret: string, now: Date): Wish | undefined {
  const bytes = Buffer.from(token.slice(0, 2000), "base64url");
  if (bytes.length <= IV_BYTES + TAG_BYTES) return undefined;
  const decipher = createDecipheriv("aes-256-gcm", keyOf(secret), bytes.subarray(0, IV_BYTES));
  decipher.setAuthTag(bytes.subarray(IV_BYTES, IV_BYTES + TAG_BYTES));
  try {
    const body = decipher.update(bytes.subarray(IV_BYTES + TAG_BYTES), undefined, "utf8") + decipher.final("utf8");
    const { until, ...wish } = Wish.parse(JSON.parse(body));
    return until >= now.getTime() ? wish : undefined;
  } catch {
    return undefined;
  }
}

const keyOf = (secret: string) => createHmac("sha256", secret).update("follow-link").digest();
