import { createHash } from "node:crypto";
import { Refusal } from "../conversation/refusal";
import type { ApiKey } from "../serviceRequests/doors";
import type { Fields } from "./fields";
import type { Open311Parts } from "./parts";

const WRONG_KEYS_PER_MINUTE = 30;
const READINGS_PER_MINUTE = 600;

type Knowing = Pick<Open311Parts, "apiKeys" | "limiter" | "now">;

/** Anybody may read, but nobody so often that others wait. */
export async function limitReading(caller: string, { limiter }: Pick<Open311Parts, "limiter">): Promise<void> {
  await within(await limiter.take(`open311:read:${caller}`, READINGS_PER_MINUTE, 60));
}

/** The partner whose key was sent; refused without one, with a wrong or ended one, and when they write too often. */
export async function partnerOf(fields: Fields, caller: string, { apiKeys, limiter, now }: Knowing): Promise<ApiKey> {
  const key = fields.one("api_key");
  // Only hashes are compared: how long it takes tells nothing about any key.
  const hash = key && createHash("sha256").update(key).digest("hex");
  const partner = hash && (await apiKeys.findByHash(hash, now()));
  if (!partner || partner.endedAt) {
    await within(await limiter.take(`open311:wrong:${caller}`, WRONG_KEYS_PER_MINUTE, 60));
    throw new Refusal(403, "ApiKey", "Brak klucza API (api_key) albo klucz jest nieważny.");
  }
  await within(await limiter.take(`open311:key:${partner.id}`, partner.perMinute, 60));
  return partner;
}

function within({ allowed, retryAfterSeconds }: { allowed: boolean; retryAfterSeconds: number }): void {
  if (allowed) return;
  const seconds = String(Math.max(1, Math.ceil(retryAfterSeconds)));
  throw new Refusal(429, "TooManyRequests", `Za dużo wywołań na minutę. Spróbuj ponownie za ${seconds} s.`, {
    "Retry-After": seconds,
  });
}
