import type { IncomingMessage } from "node:http";
import type { Next, Request, Response } from "restify";

/** Which websites may talk to us from a resident's browser. */
export type Origins = {
  /** Callers outside browsers send no origin and may. */
  allowed(request: IncomingMessage): boolean;
};

export function createOrigins(options: { allowed: string[]; ownOrigin(request: IncomingMessage): string }): Origins {
  return {
    allowed(request) {
      const { origin } = request.headers;
      return origin === undefined || options.allowed.includes(origin) || origin === options.ownOrigin(request);
    },
  };
}

/** Browsers ask again only after this long; without it every call would be two. */
const REMEMBERED_FOR_SECONDS = 24 * 3600;

/** Answers preflights and marks answers that an allowed website may read; others get no mark. */
export function crossOrigin(base: string, origins: Origins) {
  return (request: Request, response: Response, next: Next) => {
    if (!request.path().startsWith(`${base}/`)) return next();
    const { origin } = request.headers;
    response.setHeader("Vary", "Origin");
    if (origin !== undefined && origins.allowed(request)) {
      response.setHeader("Access-Control-Allow-Origin", origin);
      response.setHeader("Access-Control-Expose-Headers", "Retry-After, X-Request-Id");
    }
    if (request.method !== "OPTIONS") return next();
    response.setHeader("Access-Control-Allow-Methods", "GET, POST, OPTIONS");
    response.setHeader("Access-Control-Allow-Headers", "authorization, content-type, x-ms-bot-agent, x-requested-with");
    response.setHeader("Access-Control-Max-Age", String(REMEMBERED_FOR_SECONDS));
    response.send(204);
    next(false);
  };
}
