import type { Next, Request, Response } from "restify";

/** What every answer says, whatever it is. */
export function safeHeaders(request: Request, response: Response, next: Next): void {
  response.setHeader("X-Content-Type-Options", "nosniff");
  response.setHeader("Referrer-Policy", "no-referrer");
  // Pages replace it by their own; everything else has nothing to run.
  response.setHeader("Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'");
  response.setHeader("X-Request-Id", request.id());
  next();
}

/**
 * The policy of our pages: nothing inline, nothing from elsewhere, live messages from our own address only. `nonce`
 * lets one answer's page add the style sheets its components make; `tiles` is the host its maps get their pictures from.
 */
export function pagePolicy(
  ownOrigin: string,
  { nonce, tiles }: { nonce?: string | undefined; tiles?: string | undefined } = {},
) {
  return [
    "default-src 'none'",
    "script-src 'self'",
    nonce === undefined ? "style-src 'self'" : `style-src 'self' 'nonce-${nonce}'`,
    `img-src 'self' data: blob:${tiles === undefined ? "" : ` ${tiles}`}`,
    // Older Safari does not count ws: as 'self'.
    `connect-src 'self' ${ownOrigin.replace(/^http/, "ws")}`,
    // Voices that residents sent.
    "media-src 'self'",
    "font-src 'self'",
    "manifest-src 'self'",
    "frame-ancestors 'self'",
    "base-uri 'none'",
    "form-action 'self'",
  ].join("; ");
}
