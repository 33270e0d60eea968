import { createHash } from "node:crypto";
import type { Language } from "../../conversation/language";
import { tooOften } from "../../conversation/refusal";
import type { Call } from "../call";
import { type Html, html, type Piece } from "../html";
import { documentOf, type Page } from "../layout";
import type { PagesParts } from "../parts";
import { styleHash } from "../style";
import { publicStyle, publicStyleHash } from "./style";

/** `map`: the page draws one, with pictures from there. */
export type Sending = { status?: number; map?: { origin?: string | undefined }; isOwn?: boolean };

/** The whole document of a public page, in one language and linked to its others. */
export function publicDocument(page: Page & { addressIn(language: Language): string }, publicUrl: string): string {
  const at = (language: Language) => publicUrl.replace(/\/$/, "") + page.addressIn(language);
  const others = (["pl", "en", "uk"] as const).map(
    (language): Html => html`<link rel="alternate" hreflang="${language}" href="${at(language)}">\n`,
  );
  const head: Piece = html`<link rel="canonical" href="${at(page.language)}">
${others}${page.head}<style>${publicStyle}</style>`;
  return documentOf({ ...page, head });
}

/** Sends a page everybody may see, keep and list. `isOwn`: it tells what this reader just did, so nobody keeps it. */
export function sendPublic(call: Call, document: string, { status = 200, map, isOwn = false }: Sending = {}): void {
  const { response } = call;
  response.setHeader("Content-Security-Policy", policyFor(map));
  response.setHeader("Cross-Origin-Opener-Policy", "same-origin");
  // Map servers want to know which site their pictures are for; the address of a public page is no secret.
  response.setHeader("Referrer-Policy", "strict-origin-when-cross-origin");
  response.setHeader("Vary", "Accept-Language");
  if (status === 200 && !isOwn) {
    sendKept(call, document, "text/html; charset=utf-8");
    return;
  }
  response.setHeader("Content-Type", "text/html; charset=utf-8");
  response.setHeader("Cache-Control", "no-store");
  response.setHeader("X-Robots-Tag", "noindex");
  response.sendRaw(status, Buffer.from(document));
}

/** Sends what anybody may keep for half a minute, or that it did not change since. */
export function sendKept({ request, response }: Call, body: string, contentType: string): void {
  const bytes = Buffer.from(body);
  const etag = `"${createHash("sha256").update(bytes).digest("base64url").slice(0, 22)}"`;
  const known = String(request.headers["if-none-match"] ?? "")
    .split(",")
    .map((one) => one.trim().replace(/^W\//, ""));
  response.setHeader("Cache-Control", "public, max-age=30");
  response.setHeader("ETag", etag);
  if (known.includes(etag) || known.includes("*")) return void response.sendRaw(304, "");
  response.setHeader("Content-Type", contentType);
  response.setHeader("Content-Length", bytes.length);
  response.sendRaw(200, bytes);
}

function policyFor(map: Sending["map"]): string {
  const tiles = map?.origin ? ` ${map.origin}` : "";
  return [
    "default-src 'none'",
    `style-src ${styleHash} ${publicStyleHash}${map ? " 'self'" : ""}`,
    ...(map ? ["script-src 'self'", "connect-src 'self'"] : []),
    `img-src 'self' data:${tiles}`,
    "form-action 'self'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ].join("; ");
}

const MOST_CALLS = 1200;
const WINDOW_SECONDS = 600;

/** Nobody may read everything at once; a whole office behind one address may read. */
export async function limitReading({ request }: Call, { limiter, addresses }: PagesParts): Promise<void> {
  const key = `public-page:${addresses.clientAddress(request)}`;
  const { allowed, retryAfterSeconds } = await limiter.take(key, MOST_CALLS, WINDOW_SECONDS);
  if (!allowed) throw tooOften("These pages were asked for too often.", retryAfterSeconds);
}
