import { type ReplyTo, readReplyToken } from "../../serviceRequests/links";
import type { Letter } from "./letter";

/** A Message-ID of a letter of ours to a unit or in a conversation. */
const OURS = /^<([a-z0-9]+)\.[0-9a-f]{12}@/i;

/** Message-IDs of what came back with a letter: the letter itself, its head, or what the report calls it (RFC 3461). */
function returnedIds({ parts }: Letter): string[] {
  const returned = parts.filter(({ contentType }) =>
    /^(?:message\/rfc822|text\/rfc822-headers|message\/(?:global|delivery-status))/.test(contentType),
  );
  return returned.flatMap(({ bytes }) => {
    const head = bytes.subarray(0, 50_000).toString("latin1");
    return [...head.matchAll(/^(?:Message-ID|Original-Envelope-Id):\s*(<[^>\s]+>)/gim)].map(([, id = ""]) => id);
  });
}

/** Which letters of ours a letter answers or brings back. */
export const ourIdsIn = (letter: Letter): string[] => [
  ...new Set([...letter.answers, ...returnedIds(letter)].filter((id) => OURS.test(id))),
];

/**
 * Whose answer a letter is: by the signed token in an address it was sent to, else by the one in the Message-ID of
 * ours it answers, or that came back with it. Who sent it is not believed: a sender is easily made up, a token is not.
 */
export function addresseeOf(letter: Letter, secret: string): ReplyTo | undefined {
  const candidates = [
    ...letter.to.map((address) => /\+([a-z0-9]+)@/i.exec(address)?.[1]),
    ...[...letter.answers, ...returnedIds(letter)].map((id) => OURS.exec(id)?.[1]),
  ];
  for (const token of candidates) {
    const found = token === undefined ? undefined : readReplyToken(token, secret);
    if (found) return found;
  }
  return undefined;
}
