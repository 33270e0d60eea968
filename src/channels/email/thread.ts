import { createHmac } from "node:crypto";
import { z } from "zod";
import type { ConversationHead } from "../../conversation/transcript";
import type { House } from "../channel";
import type { IncomingMail } from "./mail";

/** The channel's name, by which everything of it is known. */
export const EMAIL = "email";

/** Where a conversation's letters go and what they answer: the resident's last one. */
export const MailAddress = z.object({
  to: z.string(),
  subject: z.string(),
  messageId: z.string(),
  references: z.array(z.string()),
});
export type MailAddress = z.infer<typeof MailAddress>;

/** Long threads name hundreds of letters; as many as programs need to draw them together. */
const MOST_REFERENCES = 20;

/** The conversation that begins with a letter; a UUID, because the token in its reply address has room for no more. */
export function conversationIdOf({ from, id }: Pick<IncomingMail, "from" | "id">, secret: string): string {
  const digits = macOf(["mail-conversation", from.toLowerCase(), id], secret).toString("hex").slice(0, 32).split("");
  // Version 8, "made by other means", and its variant.
  digits[12] = "8";
  digits[16] = "8";
  return digits.join("").replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5");
}

/** Whoever writes from an address. It may be made up: that somebody is the same is never taken for proof of anything. */
export const residentIdOf = (from: string, secret: string): string =>
  `mail_${macOf(["mail-resident", from.toLowerCase()], secret).toString("base64url").slice(0, 32)}`;

/**
 * The conversation a letter goes on with: by the token it was sent to, which only who got our letters knows; else by the
 * resident's own earlier letter it names, if the same address wrote that. A stranger who learnt a Message-ID of somebody
 * else's begins a conversation of their own.
 */
export async function threadOf(
  mail: IncomingMail,
  { conversations }: Pick<House, "conversations">,
  secret: string,
): Promise<ConversationHead | undefined> {
  const proven = mail.conversationId === undefined ? undefined : await conversations.find(mail.conversationId);
  if (proven?.channel === EMAIL) return proven;
  if (mail.isDoubted) return undefined;
  const residentId = residentIdOf(mail.from, secret);
  for (const id of mail.answers.slice(0, MOST_REFERENCES)) {
    const earlier = await conversations.findByMessage(EMAIL, id);
    if (earlier?.residentId === residentId) return earlier;
  }
  return undefined;
}

/** Where the answer to a letter goes, and how mail programs put it beside that. */
export function addressOf({ from, subject, id, answers }: IncomingMail): MailAddress {
  const references = [...answers].reverse().filter((one) => one !== id);
  return { to: from, subject, messageId: id, references: [...new Set(references)].slice(-MOST_REFERENCES) };
}

const macOf = (words: string[], secret: string) => createHmac("sha256", secret).update(words.join("\0")).digest();
