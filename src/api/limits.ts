import { createHash } from "node:crypto";
import type { IncomingMessage } from "node:http";
import type { Language } from "../conversation/language";
import type { ApiParts } from "./parts";
import { problem } from "./problems";
import type { Problem } from "./schemas";
import { textsIn } from "./texts";

/** Without a key: enough to try, and for a page that a person looks at. */
const CALLS_PER_MINUTE = 60;
const WRONG_KEYS_PER_MINUTE = 30;

export type Denied = { problem: Problem; headers: Record<string, string> };

type Knowing = Pick<ApiParts, "apiKeys" | "limiter" | "clientAddress" | "now">;

/**
 * Why this caller gets no answer now; undefined when they do. With a key it is the key's own limit, wherever its
 * program runs; without one that of the address.
 */
export async function deniedTo(
  request: IncomingMessage,
  language: Language,
  { apiKeys, limiter, clientAddress, now }: Knowing,
): Promise<Denied | undefined> {
  const caller = clientAddress(request);
  const within = async (key: string, most: number) => {
    const { allowed, retryAfterSeconds } = await limiter.take(`api:${key}`, most, 60);
    return allowed ? undefined : tooOften(retryAfterSeconds, language);
  };
  const key = request.headers["x-api-key"];
  if (key === undefined || key === "") return within(`caller:${caller}`, CALLS_PER_MINUTE);
  // Only hashes are compared: how long it takes tells nothing about any key.
  const hash = createHash("sha256").update(String(key)).digest("hex");
  const partner = await apiKeys.findByHash(hash, now());
  // Whoever writes much may still read: reading is counted beside what Open311 counts.
  if (partner) return within(`key:${partner.id}`, partner.perMinute);
  return (await within(`wrong:${caller}`, WRONG_KEYS_PER_MINUTE)) ?? wrongKey(language);
}

function tooOften(retryAfterSeconds: number, language: Language): Denied {
  const seconds = Math.max(1, Math.ceil(retryAfterSeconds));
  return {
    problem: problem("often", textsIn(language).tooOften(seconds), language),
    headers: { "Retry-After": String(seconds) },
  };
}

const wrongKey = (language: Language): Denied => ({
  problem: problem("key", textsIn(language).wrongKey, language),
  headers: { "WWW-Authenticate": 'ApiKey realm="api", header="X-Api-Key"' },
});
