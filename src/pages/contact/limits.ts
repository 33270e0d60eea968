import type { Request } from "restify";
import { tooOften } from "../../conversation/refusal";
import { mailboxKey } from "./keys";
import type { ContactParts } from "./parts";

const HOUR_SECONDS = 3600;
/** What one mailbox may be sent by strangers. */
const MOST_MAILED = 5;

/** Whether one more conversation may be told of at this address. */
export async function mayBeMailed(email: string, { limiter, secret }: ContactParts): Promise<boolean> {
  const { allowed } = await limiter.take(`contact-mail:${mailboxKey(email, secret)}`, MOST_MAILED, 24 * HOUR_SECONDS);
  return allowed;
}

type Limit = Pick<ContactParts, "limiter" | "addresses"> & { most: number };

/** Refuses what one network address asks for more than so often an hour. */
export async function limit(what: string, request: Request, { most, limiter, addresses }: Limit): Promise<void> {
  const key = `${what}:${addresses.clientAddress(request)}`;
  const { allowed, retryAfterSeconds } = await limiter.take(key, most, HOUR_SECONDS);
  if (allowed) return;
  request.resume();
  throw tooOften("This form was used too often.", retryAfterSeconds);
}
