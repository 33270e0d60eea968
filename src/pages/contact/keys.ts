import { createHash, createHmac, randomBytes, timingSafeEqual } from "node:crypto";

/** Nobody reads and writes within a moment; programs do. */
const SOONEST_MS = 2_000;
const LATEST_MS = 24 * 3600_000;

const mac = (what: string, secret: string): string =>
  createHmac("sha256", secret).update(`contact:${what}`).digest("base64url").slice(0, 32);

function isSame(given: string, expected: string): boolean {
  const hash = (text: string) => createHash("sha256").update(text).digest();
  return timingSafeEqual(hash(given), hash(expected));
}

export const newKey = (): string => randomBytes(16).toString("base64url");
const isKey = (key: string): boolean => /^[\w-]{22}$/.test(key);

/** What an empty form carries: when it was shown, and a key by which it is one message however often it is sent. */
export function newTicket(now: Date, secret: string): string {
  const words = `${newKey()}.${now.getTime().toString(36)}`;
  return `${words}.${mac(`ticket:${words}`, secret)}`;
}

type Ticket = { key: string; state: "good" | "too_soon" | "too_late" };

/** What a sent form carried; undefined when it is not ours. */
export function readTicket(ticket: string, now: Date, secret: string): Ticket | undefined {
  const [key = "", time = "", signed = ""] = ticket.split(".");
  if (!isKey(key) || !isSame(signed, mac(`ticket:${key}.${time}`, secret))) return undefined;
  const age = now.getTime() - Number.parseInt(time, 36);
  return { key, state: age < SOONEST_MS ? "too_soon" : age > LATEST_MS ? "too_late" : "good" };
}

/** The conversation a form begins: the same form, the same conversation. */
export const conversationIdOf = (key: string, secret: string): string => `form_${mac(`conversation:${key}`, secret)}`;

/** The resident's key to their conversation; its id, which staff sees, does not tell it. */
export const pathTo = (conversationId: string, secret: string): string =>
  `/kontakt/${conversationId.slice("form_".length)}.${mac(`page:${conversationId}`, secret)}/`;

/** The conversation behind such an address; undefined when it was made up. */
export function conversationAt(token: string, secret: string): string | undefined {
  const [id = "", signed = ""] = token.split(".");
  const conversationId = `form_${id}`;
  return isSame(signed, mac(`page:${conversationId}`, secret)) ? conversationId : undefined;
}

/** Counts a mailbox without keeping its address. */
export const mailboxKey = (email: string, secret: string): string => mac(`mailbox:${email.toLowerCase()}`, secret);

/** Names one message: the same words and files sent from the same form are the same. */
export function messageKey(key: string, { text, files }: { text: string; files: { bytes: Buffer }[] }): string {
  const hash = createHash("sha256").update(text);
  for (const { bytes } of files) hash.update("\0").update(createHash("sha256").update(bytes).digest());
  return `${key}:${hash.digest("base64url").slice(0, 22)}`;
}
