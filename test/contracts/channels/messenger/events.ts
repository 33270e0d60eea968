import { createHmac } from "node:crypto";
import type { Posted } from "../fake";

export const APP_ID = "1517776481860111";
export const PAGE_ID = "682498302938465";
export const APP_SECRET = "the secret of an app that is none";
export const VERIFY_TOKEN = "a word of ours that Meta says";
export const TOKEN = "a page's token that does not expire";

/** As Meta writes a body: everything beyond ASCII, and slashes, escaped; that is what it signs. */
export function bodyOf(envelope: unknown): string {
  return JSON.stringify(envelope)
    .replace(/[^\0-\x7f]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`)
    .replace(/\//g, "\\/");
}

export const signatureOf = (body: string, secret = APP_SECRET): string =>
  `sha256=${createHmac("sha256", secret).update(body).digest("hex")}`;

/** What proves to Graph that a token is used by the app it was made for. */
export const PROOF = createHmac("sha256", APP_SECRET).update(TOKEN).digest("hex");

type Where = { pageId?: string; at?: Date; list?: "messaging" | "standby" };

/** A webhook's body; two events in an entry, so that both of its lists are really lists. */
export function envelopeOf(events: object[], { pageId = PAGE_ID, at, list = "messaging" }: Where = {}) {
  const pairs = events.flatMap((_, index) => (index % 2 === 0 ? [events.slice(index, index + 2)] : []));
  const time = (at ?? new Date()).getTime();
  return { object: "page", entry: pairs.map((pair) => ({ id: pageId, time, [list]: pair })) };
}

/** What an event needs to know of what happened before. */
export type Known = {
  /** Where a file that somebody sent can be fetched. */
  keep(name: string, bytes: Buffer): string;
  titleOf(person: string, payload: string): string;
};

/** What somebody did, as Meta tells of it. */
export function eventOf(posted: Posted, known: Known): object {
  const { person, at, id: mid } = posted;
  const around = { sender: { id: person }, recipient: { id: PAGE_ID }, timestamp: at.getTime() };
  const message = (content: object) => ({ ...around, message: { mid, ...content } });
  const attached = (type: string, payload?: object, text?: string) =>
    message({ ...(text && { text }), attachments: [{ type, ...(payload && { payload }) }] });
  switch (posted.kind) {
    case "text":
      return message({ text: posted.text });
    case "press": {
      const { payload } = posted;
      return message({ text: known.titleOf(person, payload), quick_reply: { payload } });
    }
    case "image":
    case "file":
      return attached(posted.kind, { url: known.keep(posted.name, posted.bytes) }, posted.text);
    case "voice":
      return attached("audio", { url: known.keep(posted.name, posted.bytes) }, posted.text);
    case "location":
      return attached("location", { coordinates: { lat: posted.lat, long: posted.long } });
    case "sticker":
      return message(stickerOf(posted.emoji, known));
    case "reaction":
      return { ...around, reaction: reactionOf(posted) };
    case "edit":
      return { ...around, message_edit: { mid: posted.of, text: posted.text, num_edit: at.getTime() % 1_000 } };
    case "unknown":
      return attached("hologram", { depth: 3 });
    case "receipt":
      return receiptOf(posted);
  }
}

/** Until the end of August 2026 both ways at once; here the thumb in both, others in the new one. */
function stickerOf(emoji: string, known: Known): object {
  const url = known.keep("sticker.png", Buffer.from("a picture of Meta's"));
  const sticker_id = emoji === "👍" ? 369239263222822 : 144885145683745;
  const attachment = { type: "sticker", payload: { url, sticker_id } };
  if (emoji !== "👍") return { attachments: [attachment] };
  return { sticker_id, attachments: [attachment, { type: "image", payload: { url, sticker_id } }] };
}

const reactionOf = ({ emoji, to }: Extract<Posted, { kind: "reaction" }>) =>
  emoji === "" ? { action: "unreact", mid: to } : { reaction: "other", emoji, action: "react", mid: to };

function receiptOf({ person, of, state, at }: Extract<Posted, { kind: "receipt" }>): object {
  const around = { sender: { id: person }, recipient: { id: PAGE_ID } };
  const watermark = at.getTime();
  if (state === "delivered") return { ...around, delivery: { mids: [of], watermark } };
  if (state === "read") return { ...around, timestamp: at.getTime(), read: { watermark } };
  throw new Error("Messenger does not tell what failed later");
}
