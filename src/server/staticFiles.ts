import { createHash, randomBytes } from "node:crypto";
import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { extname, join, relative, sep } from "node:path";
import type { Request, Response, Server } from "restify";
import type { Addresses } from "./addresses";
import { pagePolicy } from "./headers";

const types: Record<string, string> = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".mjs": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".json": "application/json; charset=utf-8",
  ".webmanifest": "application/manifest+json",
  ".map": "application/json; charset=utf-8",
  ".txt": "text/plain; charset=utf-8",
  ".svg": "image/svg+xml",
  ".png": "image/png",
  ".jpg": "image/jpeg",
  ".webp": "image/webp",
  ".ico": "image/x-icon",
  ".woff2": "font/woff2",
};

type Encoding = "br" | "gzip" | "identity";
type StaticFile = {
  type: string;
  etag: string;
  lasting: boolean;
  bytes: Partial<Record<Encoding, Buffer>>;
  /** A page with the mark of a nonce. */
  fresh?: string;
};

/** `tiles`: the host maps on the pages get their pictures from. */
type Serving = { addresses: Addresses; tiles?: string | undefined };

/**
 * Adds a route for every file in the folder, so nothing outside it can ever be reached. `x.js.br` and `x.js.gz` beside
 * `x.js` are sent to callers that read them; an `index.html` answers for its folder. Files are kept in memory.
 */
export function serveStatic(server: Server, folder: string, serving: Serving): void {
  if (!existsSync(folder)) return;
  for (const path of filesUnder(folder)) {
    const file = load(path);
    if (!file) continue;
    const answer = async (request: Request, response: Response): Promise<void> =>
      send(request, response, file, serving);
    for (const address of addressesOf(relative(folder, path))) {
      server.get(address, answer);
      server.head(address, answer);
    }
  }
}

function filesUnder(folder: string): string[] {
  return readdirSync(folder).flatMap((name) => {
    const path = join(folder, name);
    return statSync(path).isDirectory() ? filesUnder(path) : [path];
  });
}

function addressesOf(path: string): string[] {
  const address = `/${path.split(sep).map(encodeURIComponent).join("/")}`;
  if (!address.endsWith("/index.html")) return [address];
  const folder = address.slice(0, -"index.html".length);
  return folder === "/" ? [address, folder] : [address, folder, folder.slice(0, -1), ...placesIn(folder)];
}

/** A page below the root has places of its own, `/console/inbox/…`, which it finds by itself; its API is not one. */
const placesIn = (folder: string) =>
  ["", "/:id", "/:id/:part"].map((deeper) => `${folder}:place(^(?!api$)[a-z]+$)${deeper}`);

function load(path: string): StaticFile | undefined {
  const type = types[extname(path)];
  if (!type) return undefined;
  const identity = readFileSync(path);
  const bytes: StaticFile["bytes"] = { identity };
  if (existsSync(`${path}.br`)) bytes.br = readFileSync(`${path}.br`);
  if (existsSync(`${path}.gz`)) bytes.gzip = readFileSync(`${path}.gz`);
  const text = type.startsWith("text/html") ? identity.toString("utf8") : "";
  const etag = createHash("sha256").update(identity).digest("base64url").slice(0, 22);
  return {
    type,
    etag,
    lasting: /[-.][\w-]{8,}\.\w+$/.test(path) && path.includes(`${sep}assets${sep}`),
    bytes,
    ...(text.includes(NONCE) && { fresh: text }),
  };
}

function encodingFor(request: Request, file: StaticFile): Encoding {
  const wanted = String(request.headers["accept-encoding"] ?? "");
  const reads = (name: string) => new RegExp(`(^|[\\s,])${name}(?!\\s*;\\s*q=0(\\.0*)?\\s*(,|$))`).test(wanted);
  if (file.bytes.br && reads("br")) return "br";
  return file.bytes.gzip && reads("gzip") ? "gzip" : "identity";
}

/** Stands in a page for the nonce of each answer. */
const NONCE = "{{nonce}}";

/** A page whose components add style sheets of their own is made anew for every answer, and never kept. */
function sendFresh(request: Request, response: Response, page: string, { addresses, tiles }: Serving): void {
  const nonce = randomBytes(16).toString("base64");
  const bytes = Buffer.from(page.replaceAll(NONCE, nonce));
  response.setHeader("Content-Type", "text/html; charset=utf-8");
  response.setHeader("Cache-Control", "no-store");
  response.setHeader("Content-Security-Policy", pagePolicy(addresses.ownOrigin(request), { nonce, tiles }));
  response.setHeader("Content-Length", bytes.length);
  response.sendRaw(200, bytes);
}

function send(request: Request, response: Response, file: StaticFile, serving: Serving): void {
  if (file.fresh !== undefined) {
    sendFresh(request, response, file.fresh, serving);
    return;
  }
  const { addresses, tiles } = serving;
  const encoding = encodingFor(request, file);
  const isPage = file.type.startsWith("text/html");
  const etag = `"${file.etag}${encoding === "identity" ? "" : `-${encoding}`}"`;
  response.setHeader("Content-Type", file.type);
  response.setHeader("ETag", etag);
  response.setHeader("Vary", "Accept-Encoding");
  response.setHeader("Cache-Control", cacheFor(file, isPage));
  if (isPage) response.setHeader("Content-Security-Policy", pagePolicy(addresses.ownOrigin(request), { tiles }));
  else {
    // City pages on other origins embed the widget's script.
    response.setHeader("Access-Control-Allow-Origin", "*");
    response.setHeader("Cross-Origin-Resource-Policy", "cross-origin");
  }
  if (seen(request, etag)) return void response.sendRaw(304, "");
  if (encoding !== "identity") response.setHeader("Content-Encoding", encoding);
  const bytes = file.bytes[encoding] ?? Buffer.alloc(0);
  response.setHeader("Content-Length", bytes.length);
  response.sendRaw(200, bytes);
}

const cacheFor = (file: StaticFile, isPage: boolean) => {
  if (file.lasting) return "public, max-age=31536000, immutable";
  return isPage ? "no-cache" : "public, max-age=300, stale-while-revalidate=86400";
};

const seen = (request: Request, etag: string) =>
  String(request.headers["if-none-match"] ?? "")
    .split(",")
    .some((known) => known.trim().replace(/^W\//, "") === etag);
