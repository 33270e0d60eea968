import type { Response } from "restify";
import type { Answer } from "./route";

/** What a browser draws or plays without running anything; all else is only ever saved. */
const SHOWN = /^(image\/(jpeg|png|webp|gif)|audio\/[\w.+-]+)$/;

/** A file as it may be shown; a part of it when that is asked for, as players do to wind. */
export function sendFile(
  response: Response,
  { attachment, bytes }: NonNullable<Answer["file"]>,
  range: string | undefined,
): void {
  const { contentType, name } = attachment;
  // What follows the kind, such as a codec, is for whoever records.
  const [kind = ""] = contentType.split(";");
  const isShown = SHOWN.test(kind.trim());
  response.setHeader("Content-Type", isShown ? kind.trim() : "application/octet-stream");
  const how = isShown ? "inline" : "attachment";
  response.setHeader("Content-Disposition", `${how}; filename*=UTF-8''${encodeURIComponent(name)}`);
  response.setHeader("Accept-Ranges", "bytes");
  const part = range === undefined ? undefined : partOf(range, bytes.length);
  if (!part) {
    response.setHeader("Content-Length", bytes.length);
    response.sendRaw(200, bytes);
    return;
  }
  response.setHeader("Content-Range", `bytes ${part.first}-${part.last}/${bytes.length}`);
  response.setHeader("Content-Length", part.last + 1 - part.first);
  response.sendRaw(206, bytes.subarray(part.first, part.last + 1));
}

/** One part of so many bytes, both ends counted; undefined where the whole is to be sent. */
function partOf(range: string, size: number): { first: number; last: number } | undefined {
  const [, from = "", to = ""] = /^bytes=(\d{0,15})-(\d{0,15})$/.exec(range) ?? [];
  if (from === "" && to === "") return undefined;
  const first = from === "" ? Math.max(0, size - Number(to)) : Number(from);
  const last = from === "" || to === "" ? size - 1 : Math.min(Number(to), size - 1);
  return first <= last ? { first, last } : undefined;
}
