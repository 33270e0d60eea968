import type { Language } from "../../conversation/language";
import { goTo, sendFile } from "../answers";
import { type Call, sendNotFound } from "../call";
import type { Page } from "../layout";
import { ideaView } from "./ideaView";
import { type Note, oneView } from "./oneView";
import { type PublicParts, readerFor } from "./parts";
import { addressOf, findPublic, type PublicRequest } from "./publicRequest";
import { limitReading, publicDocument, sendPublic } from "./sendPublic";

/** `GET /mapa/<number>` and `GET /pomysly/<number>`: one of them as everybody may see it, at its own address. */
export async function showOne(call: Call, parts: PublicParts): Promise<void> {
  await limitReading(call, parts);
  const request = await findPublic(call.path[0] ?? "", parts);
  if (!request) return sendNotFound(call);
  const own = addressOf(request);
  if (call.request.path() !== own) return goToOwn(call, own);
  await sendOne(call, request, parts);
}

/** Sends its page; `wrong`: what stood against what was just sent. */
export async function sendOne(call: Call, request: PublicRequest, parts: PublicParts, wrong?: Note): Promise<void> {
  const reader = readerFor(call, parts);
  const note = wrong ?? noteOf(call);
  const events = await parts.requests.events(request.id);
  const sight = { request, events, note, now: parts.now(), reader };
  const page: Page = request.kind === "idea" ? ideaView(sight) : oneView(sight);
  const addressIn = (language: Language) => `${addressOf(request)}?lang=${language}`;
  const document = publicDocument({ ...page, addressIn }, parts.publicUrl());
  sendPublic(call, document, { status: wrong ? 422 : 200, isOwn: note !== undefined });
}

const notes: Readonly<Record<string, Note>> = {
  wyslane: { kind: "sent" },
  dziekujemy: { kind: "thanks" },
  juz: { kind: "already" },
};
const noteOf = ({ query }: Call): Note | undefined => notes[query.get("co") ?? ""];

function goToOwn({ request, response }: Call, own: string): void {
  const query = request.getQuery();
  response.setHeader("Cache-Control", "public, max-age=300");
  response.setHeader("Location", own + (query && `?${query}`));
  response.sendRaw(308, "");
}

/** Somebody reloads where a form was sent to. */
export async function goToPage(call: Call, parts: PublicParts): Promise<void> {
  const request = await findPublic(call.path[0] ?? "", parts);
  if (request) goTo(call.response, addressOf(request));
  else sendNotFound(call);
}

/** `GET /mapa/<number>/zdjecia/<file>`: a photo, once a person released it. */
export async function showPublicPhoto(call: Call, parts: PublicParts): Promise<void> {
  await limitReading(call, parts);
  const [number = "", , fileId = ""] = call.path;
  const request = await findPublic(number, parts);
  const isReleased = request?.publicPhotos.includes(fileId);
  const file = request && isReleased && (await parts.requests.loadFile(request.id, fileId));
  if (!file) return sendNotFound(call);
  // Its name was the resident's own.
  const attachment = { name: `${request.id}.jpg`, contentType: file.attachment.contentType };
  sendFile(call.response, { attachment, bytes: file.bytes });
}
