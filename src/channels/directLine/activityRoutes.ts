import type { Request, Response, Server } from "restify";
import { isShown } from "../../conversation/fileType";
import type { Attachment } from "../../conversation/message";
import { Refusal } from "../../conversation/refusal";
import type { ConversationHead } from "../../conversation/transcript";
import type { TakenFile } from "../../photos/takeFile";
import { activityId, activityOf } from "./activityOf";
import { CHANNEL } from "./conversationRoutes";
import { BASE, conversationOf, limit, type Parts, query, readWatermark, viewerOf } from "./parts";
import { type Posted, readActivity, readUploadedActivity } from "./readActivity";
import { readUpload } from "./readUpload";
import { bearerToken, randomId, tokenRefused } from "./tokens";
import type { WireAccepted, WireActivities } from "./wire";

const PAGE = 200;
const UPLOADS_PER_MINUTE = 10;
/** How far back a repeated upload is looked for before its files are stored. */
const RECENT = 50;

/** What is said in a conversation, and the files in it. */
export function serveActivities(server: Server, parts: Parts): void {
  const { house, options } = parts;

  server.post(`${BASE}/conversations/:id/activities`, async (request: Request, response: Response) => {
    const conversation = await conversationOf(request, parts);
    const posted = readActivity(request.body, conversation.id);
    if (posted.kind !== "message") return void accepted(response, await acknowledge(posted.kind, conversation, parts));
    await limitMessages(conversation);
    accepted(response, await accept(posted, [], conversation, parts));
  });

  server.get(`${BASE}/conversations/:id/activities`, async (request: Request, response: Response) => {
    const conversation = await conversationOf(request, parts);
    const watermark = readWatermark(query(request, "watermark"));
    await limit(`reads:${conversation.id}`, 600, "Too many requests.", parts);
    const entries = await house.conversations.entriesAfter(conversation.id, watermark, PAGE);
    const viewer = viewerOf(conversation, request, parts);
    const activities = entries.map((entry) => activityOf(entry, viewer));
    const body: WireActivities = { activities, watermark: String(entries.at(-1)?.seq ?? watermark) };
    response.setHeader("Cache-Control", "no-store");
    response.json(200, body);
  });

  server.post(`${BASE}/conversations/:id/upload`, async (request: Request, response: Response) => {
    const conversation = await conversationOf(request, parts);
    await limit(`uploads:${conversation.id}`, UPLOADS_PER_MINUTE, "Too many files at once.", parts);
    await limitMessages(conversation);
    const { activity, files } = await readUpload(request, options.uploadMegabytes);
    const posted = readUploadedActivity(activity, conversation.id);
    const before = await earlier(posted.externalId, conversation, parts);
    if (before !== undefined) return void accepted(response, activityId(conversation.id, before));
    accepted(response, await accept(posted, await save(files, conversation, parts), conversation, parts));
  });

  server.get(`${BASE}/conversations/:id/files/:file`, async (request: Request, response: Response) => {
    await sendFile(request, response, parts);
  });

  const limitMessages = ({ id }: ConversationHead) =>
    limit(`messages:${id}`, options.messagesPerMinute, "Too many messages at once.", parts);
}

type Message = Extract<Posted, { kind: "message" }>;

async function accept(said: Message, attachments: Attachment[], { id }: ConversationHead, { house }: Parts) {
  const { text, externalId } = said;
  const { seq } = await house.accept({ conversationId: id, channel: CHANNEL, externalId, text, attachments });
  return activityId(id, seq);
}

/** Activities without a message are counted and acknowledged; typing and leaving are passed on. */
async function acknowledge(kind: Exclude<Posted["kind"], "message">, { id }: ConversationHead, parts: Parts) {
  const { house, options } = parts;
  await limit(`activities:${id}`, options.messagesPerMinute * 4, "Too many activities at once.", parts);
  options.onActivity?.(kind);
  if (kind === "typing") await house.bus.publish("typing", `${id}:resident`);
  if (kind === "endOfConversation") await house.leave(id);
  return `${id}|${kind}-${randomId()}`;
}

/** The seq of the same message sent before; its files need not be stored again. */
async function earlier(externalId: string, { id, lastSeq }: ConversationHead, { house }: Parts) {
  const entries = await house.conversations.entriesAfter(id, Math.max(0, lastSeq - RECENT), RECENT);
  return entries.find((entry) => entry.externalId === externalId)?.seq;
}

async function save(files: TakenFile[], { id }: ConversationHead, { house }: Parts): Promise<Attachment[]> {
  const saved: Attachment[] = [];
  for (const { position, ...file } of files)
    saved.push({ ...(await house.files.save(id, file)), ...(position && { position }) });
  return saved;
}

/** A file for whoever holds the conversation's token or a signed link to this very file. */
async function sendFile(request: Request, response: Response, { tokens, house }: Parts): Promise<void> {
  const { id, file: fileId } = request.params;
  const link = tokens.read("file", query(request, "t"));
  const bearer = link?.file === fileId ? link : tokens.read("talk", bearerToken(request.headers.authorization));
  if (bearer?.conv !== id) throw tokenRefused();
  const file = await house.files.load(id, fileId);
  if (!file) throw new Refusal(404, "FileNotFound", "This file does not exist (any more).");
  const { contentType, name } = file.attachment;
  response.setHeader("Content-Type", contentType);
  response.setHeader("Content-Length", file.bytes.length);
  response.setHeader("Cache-Control", "private, max-age=1800");
  response.setHeader("Content-Security-Policy", "default-src 'none'; sandbox");
  // City pages on other sites show the picture; the link itself is the permission.
  response.setHeader("Cross-Origin-Resource-Policy", "cross-origin");
  const place = isShown(contentType) ? "inline" : "attachment";
  response.setHeader("Content-Disposition", `${place}; filename*=UTF-8''${encodeURIComponent(name)}`);
  response.sendRaw(200, file.bytes);
}

function accepted(response: Response, id: string): void {
  const body: WireAccepted = { id };
  response.json(200, body);
}
