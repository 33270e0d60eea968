import { type ReplyTo, readReplyToken } from "../../serviceRequests/links";
import type { Letter } from "./letter";

/**
 * Whose answer a letter is: by the signed token in an address it was sent to, else by the one in the Message-ID of
 * ours it answers, or that came back with it. Who sent it is not believed: a sender is easily made up, a token is not.
 */
export function addresseeOf(letter: Letter, secret: string): ReplyTo | undefined {
  const returned = letter.parts
    .filter(({ contentType }) => /^(?:message\/rfc822|text\/rfc822-headers|message\/global)/.test(contentType))
    .flatMap(
      ({ bytes }) =>
        bytes
          .subarray(0, 50_000)
          .toString("latin1")
          .match(/^Message-ID:\s*<[^>\s]+>/gim) ?? [],
    );
  const candidates = [
    ...letter.to.map((address) => /\+([a-z0-9]+)@/i.exec(address)?.[1]),
    ...[...letter.answers, ...returned].map((id) => /<([a-z0-9]+)\.[0-9a-f]{12}@/i.exec(id)?.[1]),
  ];
  for (const token of candidates) {
    const found = token === undefined ? undefined : readReplyToken(token, secret);
    if (found) return found;
  }
  return undefined;
}
