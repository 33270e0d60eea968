import type { IncomingMessage } from "node:http";
import type { Request } from "restify";
import { Refusal, tooOften } from "../../conversation/refusal";
import type { ConversationHead } from "../../conversation/transcript";
import type { House } from "../channel";
import type { Viewer } from "./activityOf";
import type { Origins } from "./cors";
import { type Bearer, bearerToken, type Tokens, tokenRefused } from "./tokens";

export type DirectLineOptions = {
  /** Signs every token; the same in all processes. */
  secret: string;
  /** Websites beside our own that may talk to us. */
  allowedOrigins: string[];
  resumeDays: number;
  messagesPerMinute: number;
  conversationsPerMinute: number;
  uploadMegabytes: number;
  clientAddress(request: IncomingMessage): string;
  ownOrigin(request: IncomingMessage): string;
  /** Told of activities that carry no message, by kind. */
  onActivity?(kind: string): void;
  /** Told how many live connections there are. */
  onSockets?(open: number): void;
};

/** What the routes share. */
export type Parts = { options: DirectLineOptions; house: House; tokens: Tokens; origins: Origins };

export const BASE = "/v3/directline";

// Not `new URL`: it throws on addresses such as "//", which anyone may send.
const splitUrl = ({ url = "/" }: IncomingMessage) => /^([^?]*)\??(.*)$/s.exec(url) ?? [];

export const pathOf = (request: IncomingMessage) => splitUrl(request)[1] ?? "";

export const query = (request: IncomingMessage, name: string) =>
  new URLSearchParams(splitUrl(request)[2] ?? "").get(name) ?? "";

/** Who calls; refuses without a valid token. */
export function bearerOf(request: Request, { tokens }: Parts): Bearer {
  const bearer = tokens.read("talk", bearerToken(request.headers.authorization));
  if (!bearer) throw tokenRefused();
  return bearer;
}

/** The conversation in the address, if the caller's token is for it and it exists. */
export async function conversationOf(request: Request, parts: Parts): Promise<ConversationHead> {
  const bearer = bearerOf(request, parts);
  if (request.params.id !== bearer.conv) throw tokenRefused();
  return foundConversation(await parts.house.conversations.find(bearer.conv));
}

export function foundConversation(conversation: ConversationHead | undefined): ConversationHead {
  if (conversation) return conversation;
  throw new Refusal(
    404,
    "ConversationNotFound",
    "This conversation does not exist (any more). Begin one with POST conversations.",
  );
}

/** Counts one more of something in this minute; refuses when it is too many. */
export async function limit(key: string, most: number, what: string, { house }: Parts): Promise<void> {
  const { allowed, retryAfterSeconds } = await house.limiter.take(`directline:${key}`, most, 60);
  if (!allowed) throw tooOften(what, retryAfterSeconds);
}

/** Up to where a client has read; empty or "-" means nothing yet. */
export function readWatermark(text: string): number {
  if (text === "" || text === "-") return 0;
  if (/^\d{1,9}$/.test(text)) return Number(text);
  throw new Refusal(
    400,
    "BadWatermark",
    "The watermark must be one you were given, or empty to read from the beginning.",
  );
}

/** How the conversation's own client sees it; links to files are signed, because an `<img>` cannot send a token. */
export function viewerOf(conversation: ConversationHead, request: IncomingMessage, parts: Parts): Viewer {
  const base = `${parts.options.ownOrigin(request)}${BASE}/conversations/${conversation.id}/files`;
  const bearer = { conv: conversation.id, user: conversation.residentId };
  return {
    conversation,
    fileUrl: ({ id }) => `${base}/${encodeURIComponent(id)}?t=${parts.tokens.issue("file", bearer, { file: id })}`,
  };
}
