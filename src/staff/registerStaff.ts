import type { Request, Response, Server } from "restify";
import { cookiesFor, guarded, ticketOf } from "./guard";
import { serveLive } from "./live/serveLive";
import type { StaffParts } from "./parts";
import type { Answer, Route } from "./route";
import { routes } from "./routes/table";
import { sendFile } from "./sendFile";
import { sendStream } from "./sendStream";

const BASE = "/console/api";

/** Adds the console API to the server; answers how to close the pages' live connections. */
export function registerStaff(server: Server, parts: StaffParts): () => Promise<void> {
  const closeLive = serveLive(server, parts);
  for (const route of routes) register(server, route, parts);
  return async () => closeLive();
}

function register(server: Server, route: Route, parts: StaffParts): void {
  const handle = async (request: Request, response: Response): Promise<void> => {
    const ticket = ticketOf(request, parts);
    const call = {
      params: strings(request.params),
      query: Object.fromEntries(new URLSearchParams(request.getQuery())),
      body: request.body,
      address: parts.addresses.clientAddress(request),
      device: String(request.headers["user-agent"] ?? "").slice(0, 200),
      ...(ticket !== undefined && { ticket }),
    };
    const answer = await guarded(route, request, call, parts);
    const { range } = request.headers;
    send(response, answer, { cookies: cookiesFor(answer, request, parts), ...(range !== undefined && { range }) });
    if (answer.stream) await sendStream(response, answer.stream, parts.log);
  };
  const path = `${BASE}/${route.path}`;
  if (route.method === "GET") server.get(path, handle);
  else if (route.method === "POST") server.post(path, handle);
  else server.patch(path, handle);
}

function send(response: Response, answer: Answer, { cookies, range }: { cookies: string[]; range?: string }): void {
  response.setHeader("Cache-Control", "no-store");
  if (cookies.length > 0) response.setHeader("Set-Cookie", cookies);
  if (answer.redirect !== undefined) {
    response.setHeader("Location", answer.redirect);
    response.sendRaw(answer.status, "");
    return;
  }
  if (answer.stream) return;
  if (answer.file) {
    sendFile(response, answer.file, range);
    return;
  }
  const { error } = { error: undefined, ...answer.body };
  const wait = retryAfter(error);
  if (wait !== undefined) response.setHeader("Retry-After", String(wait));
  response.json(answer.status, answer.body);
}

function retryAfter(error: unknown): number | undefined {
  if (typeof error !== "object" || error === null || !("retryAfterSeconds" in error)) return undefined;
  return typeof error.retryAfterSeconds === "number" ? error.retryAfterSeconds : undefined;
}

function strings(params: unknown): Record<string, string> {
  const entries = typeof params === "object" && params !== null ? Object.entries(params) : [];
  return Object.fromEntries(entries.flatMap(([name, value]) => (typeof value === "string" ? [[name, value]] : [])));
}
