import type { Response } from "restify";
import type { Attachment } from "../conversation/message";
import { documentOf, type Page } from "./layout";
import { styleHash } from "./style";

/** Nothing runs, nothing comes from elsewhere, forms go only to us. */
const policy = [
  "default-src 'none'",
  `style-src ${styleHash}`,
  "img-src 'self' data:",
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join("; ");

/** Sends a page nobody keeps and no search engine lists: its address is a key. */
export function sendPage(response: Response, status: number, page: Page, headers: Record<string, string> = {}): void {
  const bytes = Buffer.from(documentOf(page));
  response.setHeader("Content-Type", "text/html; charset=utf-8");
  response.setHeader("Content-Security-Policy", policy);
  response.setHeader("Cross-Origin-Opener-Policy", "same-origin");
  keepPrivate(response);
  for (const [name, value] of Object.entries(headers)) response.setHeader(name, value);
  response.setHeader("Content-Length", bytes.length);
  response.sendRaw(status, bytes);
}

/** After a form was taken: the browser asks for the page anew, so that reloading sends nothing twice. */
export function goTo(response: Response, address: string): void {
  keepPrivate(response);
  response.setHeader("Location", address);
  response.sendRaw(303, "");
}

const DRAWN = ["image/jpeg", "image/png", "image/webp", "image/gif"];

/** A photo is drawn, anything else only ever saved. */
export function sendFile(
  response: Response,
  { attachment, bytes }: { attachment: Pick<Attachment, "name" | "contentType">; bytes: Buffer },
): void {
  const drawn = DRAWN.includes(attachment.contentType);
  const how = drawn ? "inline" : "attachment";
  response.setHeader("Content-Type", drawn ? attachment.contentType : "application/octet-stream");
  response.setHeader("Content-Disposition", `${how}; filename*=UTF-8''${encodeURIComponent(attachment.name)}`);
  response.setHeader("Content-Security-Policy", "default-src 'none'; sandbox");
  response.setHeader("Cross-Origin-Resource-Policy", "same-origin");
  keepPrivate(response);
  response.setHeader("Content-Length", bytes.length);
  response.sendRaw(200, bytes);
}

function keepPrivate(response: Response): void {
  response.setHeader("Cache-Control", "no-store");
  response.setHeader("Referrer-Policy", "no-referrer");
  response.setHeader("X-Robots-Tag", "noindex, nofollow");
}
