import type { Request, Response, Server } from "restify";
import { rightsOf } from "./account";
import { cookieFor, guarded, sessionOf } from "./guard";
import { type Live, openLive } from "./live";
import type { StaffParts } from "./parts";
import { type Answer, type Route, refuse } from "./route";
import { routes } from "./routes/table";
import type { LiveSession } from "./sessions";

const BASE = "/console/api";
const WATCHED_AT_MOST = 50;
const WAITING_AT_MOST = 200;
/** A page that does not read for this long is cut off and comes back fresh. */
const CLOGGED_BYTES = 256 * 1024;

/** Adds the console API to the server; answers how to close the pages' live connections. */
export function registerStaff(server: Server, parts: StaffParts): () => Promise<void> {
  const waiting = () => parts.store.desk.waiting(parts.now(), WAITING_AT_MOST);
  const waitingIds = async () => (await waiting()).map(({ conversation }) => conversation.id);
  const live = openLive({ bus: parts.bus, waitingIds });
  for (const route of routes) register(server, route, parts);
  server.get(`${BASE}/live`, async (request: Request, response: Response) => {
    await listen(request, response, { parts, live });
  });
  return async () => live.close();
}

function register(server: Server, route: Route, parts: StaffParts): void {
  const handle = async (request: Request, response: Response): Promise<void> => {
    const call = {
      params: strings(request.params),
      query: Object.fromEntries(new URLSearchParams(request.getQuery())),
      body: request.body,
      address: parts.addresses.clientAddress(request),
    };
    send(response, await guarded(route, request, call, parts), (token) => cookieFor(token, request, parts));
  };
  const path = `${BASE}/${route.path}`;
  if (route.method === "GET") server.get(path, handle);
  else if (route.method === "POST") server.post(path, handle);
  else server.patch(path, handle);
}

function send(response: Response, answer: Answer, cookie: (token: string) => string): void {
  response.setHeader("Cache-Control", "no-store");
  if (answer.token !== undefined) response.setHeader("Set-Cookie", cookie(answer.token));
  if (answer.file) {
    sendFile(response, answer.file);
    return;
  }
  const { error } = { error: undefined, ...answer.body };
  const wait = retryAfter(error);
  if (wait !== undefined) response.setHeader("Retry-After", String(wait));
  response.json(answer.status, answer.body);
}

/** What a browser draws without running anything; all else is only ever saved. */
const DRAWN = ["image/jpeg", "image/png", "image/webp", "image/gif"];

function sendFile(response: Response, { attachment, bytes }: NonNullable<Answer["file"]>): void {
  const { contentType, name } = attachment;
  const drawn = DRAWN.includes(contentType);
  response.setHeader("Content-Type", drawn ? contentType : "application/octet-stream");
  const how = drawn ? "inline" : "attachment";
  response.setHeader("Content-Disposition", `${how}; filename*=UTF-8''${encodeURIComponent(name)}`);
  response.setHeader("Content-Length", bytes.length);
  response.sendRaw(200, bytes);
}

function retryAfter(error: unknown): number | undefined {
  if (typeof error !== "object" || error === null || !("retryAfterSeconds" in error)) return undefined;
  return typeof error.retryAfterSeconds === "number" ? error.retryAfterSeconds : undefined;
}

function strings(params: unknown): Record<string, string> {
  const entries = typeof params === "object" && params !== null ? Object.entries(params) : [];
  return Object.fromEntries(entries.flatMap(([name, value]) => (typeof value === "string" ? [[name, value]] : [])));
}

/** `?watch=` names the conversations whose news are wanted, separated by commas. */
async function listen(
  request: Request,
  response: Response,
  { parts, live }: { parts: StaffParts; live: Live },
): Promise<void> {
  const session = await sessionOf(request, parts);
  if (!session) return send(response, refuse(401, { code: "no_session" }), () => "");
  if (!mayRead(session)) return send(response, refuse(403, { code: "forbidden" }), () => "");
  const watch = new URLSearchParams(request.getQuery()).get("watch") ?? "";
  response.writeHead(200, {
    "Content-Type": "text/event-stream",
    "Cache-Control": "no-store",
    // nginx would collect the stream before passing it on.
    "X-Accel-Buffering": "no",
  });
  response.write(": here\n\n");
  const remove = live.add({
    accountId: session.account.id,
    watched: new Set(watch.split(",").slice(0, WATCHED_AT_MOST)),
    alive: async () => mayRead(await sessionOf(request, parts)),
    write: (text) => {
      response.write(text);
      return response.writableLength < CLOGGED_BYTES;
    },
    end: () => response.end(),
  });
  await new Promise<void>((resolve) => response.once("close", resolve));
  remove();
}

const mayRead = (session: LiveSession | undefined) =>
  session !== undefined && rightsOf(session.account).includes("read_desk");
