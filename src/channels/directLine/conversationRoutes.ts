import type { Request, Response, Server } from "restify";
import { z } from "zod";
import { Refusal } from "../../conversation/refusal";
import type { ConversationHead } from "../../conversation/transcript";
import { languageOf } from "../languageOf";
import { BASE, bearerOf, conversationOf, foundConversation, limit, type Parts, query, readWatermark } from "./parts";
import { type Bearer, bearerToken, randomId, TALK_SECONDS, tokenRefused } from "./tokens";
import type { WireConversation, WireToken } from "./wire";

export const CHANNEL = "directline";

const Opening = z.object({ locale: z.string().max(35).nullish() }).nullish();

/** Tokens, and conversations as a whole. */
export function serveConversations(server: Server, parts: Parts): void {
  const { house, options } = parts;

  server.post(`${BASE}/tokens/generate`, async (request: Request, response: Response) => {
    await limitByAddress("tokens", request, parts);
    answer(response, 200, tokenFor({ conv: randomId(), user: `dl_${randomId()}` }, parts));
  });

  server.post(`${BASE}/tokens/refresh`, async (request: Request, response: Response) => {
    answer(response, 200, tokenFor(await refreshable(request, parts), parts));
  });

  server.post(`${BASE}/conversations`, async (request: Request, response: Response) => {
    const bearer = bearerOf(request, parts);
    const opening = Opening.safeParse(request.body);
    if (!opening.success)
      throw new Refusal(400, "BadConversation", 'The body must be JSON such as {"locale":"pl-PL"}, or nothing.');
    const known = await house.conversations.find(bearer.conv);
    if (known) return void answer(response, 200, conversationFor(known, 0, request, parts));
    await limitByAddress("conversations", request, parts);
    const language = languageOf(opening.data?.locale);
    const { conv: id, user: residentId } = bearer;
    const begun = { id, channel: CHANNEL, residentId, language, greeting: house.greeting(language) };
    const { created, ...head } = await house.conversations.open(begun, house.now());
    answer(response, created ? 201 : 200, conversationFor(head, 0, request, parts));
  });

  server.get(`${BASE}/conversations/:id`, async (request: Request, response: Response) => {
    const conversation = await conversationOf(request, parts);
    const watermark = readWatermark(query(request, "watermark"));
    await limit(`reads:${conversation.id}`, 600, "Too many requests.", parts);
    answer(response, 200, conversationFor(conversation, watermark, request, parts));
  });

  // Only for sign-in cards, which we never send; official clients take 404 for "there are none".
  server.get(`${BASE}/session/getsessionid`, async () => {
    throw new Refusal(404, "NotFound", "There are no sign-in sessions.");
  });

  async function limitByAddress(what: string, request: Request, shared: Parts): Promise<void> {
    const key = `${what}:${options.clientAddress(request)}`;
    await limit(key, options.conversationsPerMinute, "Too many conversations begin at your network address.", shared);
  }
}

/** A living token is exchanged as it is; a resume token only for a conversation that is still there. */
async function refreshable(request: Request, { tokens, house }: Parts): Promise<Bearer> {
  const token = bearerToken(request.headers.authorization);
  const living = tokens.read("talk", token);
  if (living) return living;
  const resumed = tokens.read("resume", token);
  if (!resumed) throw tokenRefused();
  foundConversation(await house.conversations.find(resumed.conv));
  return resumed;
}

function tokenFor({ conv, user }: Bearer, { tokens }: Parts): WireToken {
  const bearer = { conv, user };
  return {
    conversationId: conv,
    token: tokens.issue("talk", bearer),
    expires_in: TALK_SECONDS,
    resumeToken: tokens.issue("resume", bearer),
  };
}

function conversationFor(head: ConversationHead, watermark: number, request: Request, parts: Parts): WireConversation {
  const bearer = { conv: head.id, user: head.residentId };
  const origin = parts.options.ownOrigin(request).replace(/^http/, "ws");
  const stream = `${origin}${BASE}/conversations/${head.id}/stream`;
  return {
    ...tokenFor(bearer, parts),
    streamUrl: `${stream}?watermark=${watermark}&t=${parts.tokens.issue("stream", bearer)}`,
    referenceGrammarId: "",
  };
}

function answer(response: Response, status: number, body: WireToken | WireConversation): void {
  response.setHeader("Cache-Control", "no-store");
  response.json(status, body);
}
