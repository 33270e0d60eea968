import { fileNameOf } from "../../conversation/fileType";
import { fetchFile } from "../shared/callPlatform";
import type { Said } from "../shared/takeMessage";
import type { InboundAttachment, InboundMessage } from "./inbound";

type Found = Partial<Pick<Said, "text" | "form" | "files" | "unreadable">>;

/** Three sizes of the one sticker that everybody sends, and most without meaning to. */
const THUMBS_UP = ["369239263222822", "369239343222814", "369239383222810"];

/** What the kinds are called that we fetch, for files that have no name of their own. */
const fetched: Record<string, string> = { image: "zdjęcie.jpg", audio: "głos", file: "plik" };

/** What we do not take, as it is told to consultants. */
const called: Record<string, string> = {
  video: "wideo",
  reel: "rolka",
  ig_reel: "rolka",
  post: "post",
  ig_post: "post",
  template: "szablon",
  appointment_booking: "rezerwacja",
};

/** Whatever came with a message. Throws when a file cannot be fetched, but the last time: then it is unreadable. */
export async function readAttachments(message: InboundMessage, isLast: boolean): Promise<Found> {
  const { attachments = [], text } = message;
  const sticker = stickerIn(message);
  // Which feeling another sticker shows nobody tells us, and its picture is Meta's, not the resident's.
  if (sticker !== undefined) return { text: THUMBS_UP.includes(sticker) ? "👍" : "🙂", form: "sticker" };
  const words = attachments.map((attachment) => wordsOf(attachment)).filter((said) => said !== undefined);
  const files: { name: string; bytes: Buffer }[] = [];
  const unreadable: string[] = [];
  for (const attachment of attachments) {
    if (wordsOf(attachment) !== undefined || (attachment.type === "fallback" && text)) continue;
    const name = nameOf(attachment);
    const bytes = await fetchIt(attachment, isLast);
    if (bytes) files.push({ name, bytes });
    else unreadable.push(name);
  }
  return {
    ...(words.length > 0 && !isLinkIn(message) && { text: words.join("\n") }),
    ...(files.length > 0 && { files }),
    ...(unreadable.length > 0 && { unreadable }),
  };
}

/** Meta is moving the id from the message to an attachment of its own kind, and for a while tells both. */
function stickerIn({ sticker_id: old, attachments = [] }: InboundMessage): string | undefined {
  const own = attachments.find(({ type, payload }) => type === "sticker" || payload?.sticker_id);
  return old ?? (own && (own.payload?.sticker_id ?? ""));
}

/** A position, or a link somebody shared. */
function wordsOf({ type, title, payload }: InboundAttachment): string | undefined {
  const { coordinates, url } = payload ?? {};
  if (type === "location" && coordinates) return `geo:${coordinates.lat},${coordinates.long}`;
  if (type === "fallback" && url) return [title ?? payload?.title, url].filter(Boolean).join(" ");
  return undefined;
}

/** A link that was typed comes as an attachment, too. */
const isLinkIn = ({ text, attachments = [] }: InboundMessage): boolean =>
  Boolean(text) && attachments.every(({ type }) => type === "fallback");

async function fetchIt({ type, payload }: InboundAttachment, isLast: boolean): Promise<Buffer | undefined> {
  if (!(type in fetched) || !payload?.url) return undefined;
  try {
    return await fetchFile(payload.url);
  } catch (error) {
    if (isLast) return undefined;
    throw error;
  }
}

function nameOf({ type, payload }: InboundAttachment): string {
  const usual = fetched[type] ?? called[type] ?? "załącznik";
  if (!(type in fetched) || !payload?.url) return usual;
  const last = URL.canParse(payload.url) ? new URL(payload.url).pathname.split("/").at(-1) : undefined;
  const isName = last !== undefined && /\.[a-z0-9]{2,5}$/i.test(last);
  return isName ? fileNameOf(decoded(last)) : usual;
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}
