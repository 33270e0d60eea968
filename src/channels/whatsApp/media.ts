import { createHash } from "node:crypto";
import { z } from "zod";
import type { Attachment } from "../../conversation/message";
import { DeliveryFailure, type House } from "../channel";
import { callGraph, type GraphOptions } from "../meta/graph";
import { fetchFile } from "../shared/callPlatform";
import type { Media } from "./readMessage";

const Found = z.object({ url: z.string().min(1), sha256: z.string().optional(), file_size: z.number().optional() });
/** Documents may have 100 MB here; what is larger than this is not fetched at all. */
const MOST_BYTES = 30 * 1024 * 1024;

/**
 * Fetches what a resident sent; the address it lies at is good for five minutes and only with our token. Undefined: it
 * is gone or too large, and that will not change.
 */
export async function fetchMedia({ id, sha256 }: Media, graph: GraphOptions): Promise<Buffer | undefined> {
  const found = await callGraph(graph, encodeURIComponent(id), { method: "GET" }).catch((error: unknown) => {
    if (error instanceof DeliveryFailure && error.kind === "give_up") return undefined;
    throw error;
  });
  if (found === undefined) return undefined;
  const { url, file_size = 0, ...told } = Found.parse(found);
  if (file_size > MOST_BYTES) return undefined;
  const bytes = await fetchFile(url, { Authorization: `Bearer ${graph.token}` });
  const hash = createHash("sha256").update(bytes).digest();
  for (const wanted of [sha256, told.sha256])
    if (wanted !== undefined && !isHash(hash, wanted)) throw new Error("the file did not arrive whole");
  return bytes;
}

/** Webhooks write it in Base64, the media's own page in hexadecimal digits. */
const isHash = (hash: Buffer, told: string): boolean =>
  [hash.toString("base64"), hash.toString("hex")].includes(/^[0-9a-f]{64}$/i.test(told) ? told.toLowerCase() : told);

/**
 * As what a file is shown, by its content: pictures up to 5 MB in place, the rest to be opened. Undefined: the
 * platform takes no such file. https://developers.facebook.com/documentation/business-messaging/whatsapp/business-phone-numbers/media
 */
export function shownAs({ contentType, sizeBytes }: Attachment): "image" | "audio" | "document" | undefined {
  if (contentType === "image/jpeg" || contentType === "image/png") return fits(sizeBytes, 5) ? "image" : undefined;
  if (/^audio\/(aac|amr|mp4|mpeg|ogg)$/.test(contentType)) return fits(sizeBytes, 16) ? "audio" : undefined;
  return contentType === "application/pdf" || contentType === "text/plain" ? "document" : undefined;
}

const fits = (sizeBytes: number, megabytes: number): boolean => sizeBytes <= megabytes * 1024 * 1024;

const Uploaded = z.object({ id: z.string().min(1) });
type Upload = { attachment: Attachment; conversationId: string; phoneId: string };

/** Brings a file to Meta; answers its id there. */
export async function uploadMedia(
  { attachment, conversationId, phoneId }: Upload,
  graph: GraphOptions,
  files: House["files"],
): Promise<string> {
  const kept = await files.load(conversationId, attachment.id);
  if (!kept) throw new DeliveryFailure("give_up", "the file is not kept any longer");
  const form = new FormData();
  form.set("messaging_product", "whatsapp");
  form.set("type", attachment.contentType);
  form.set("file", new Blob([new Uint8Array(kept.bytes)], { type: attachment.contentType }), attachment.name);
  return Uploaded.parse(await callGraph(graph, `${phoneId}/media`, { form })).id;
}
