import type { IncomingMessage } from "node:http";
import type { Duplex } from "node:stream";
import type { Server } from "restify";
import { type WebSocket, WebSocketServer } from "ws";
import { rightsOf } from "../account";
import { sessionOf } from "../guard";
import type { StaffParts } from "../parts";
import type { LiveSession } from "../sessions";
import { LiveSaid } from "../wire";
import { type Caller, type Live, openLive } from "./live";

const ADDRESS = "/console/api/live";
const MOST_FRAME_BYTES = 16 * 1024;
const WAITING_AT_MOST = 200;
/** More than a page ever says in a second. */
const SAID_A_SECOND = 40;
const NAMES_FOR_MS = 60_000;

/** Serves the console's live connection; answers how to close it. */
export function serveLive(server: Server, parts: StaffParts): () => void {
  const live = openLive({
    bus: parts.bus,
    now: parts.now,
    nameOf: rememberNames(parts),
    waitingIds: async () =>
      (await parts.store.desk.waiting(parts.now(), WAITING_AT_MOST)).map(({ conversation }) => conversation.id),
  });
  const webSockets = new WebSocketServer({ noServer: true, maxPayload: MOST_FRAME_BYTES, perMessageDeflate: false });
  server.server.on("upgrade", (request: IncomingMessage, socket: Duplex, head: Buffer) => {
    const [path, query = ""] = (request.url ?? "").split("?");
    if (path !== ADDRESS) return;
    // Nobody else listens until the socket is handed over, and an error nobody hears ends the process.
    socket.on("error", () => socket.destroy());
    admit(request, new URLSearchParams(query), parts)
      .then((caller) => {
        if (typeof caller === "number") return refuse(socket, caller);
        webSockets.handleUpgrade(request, socket, head, (opened) => listen(opened, caller, live));
      })
      .catch((error) => {
        parts.log.error("live_failed", { error: String(error) });
        refuse(socket, 500);
      });
  });
  return live.close;
}

/** Who calls, or the status to refuse with. A browser sends our cookie for any site, so the page's origin is checked. */
async function admit(request: IncomingMessage, query: URLSearchParams, parts: StaffParts): Promise<Caller | number> {
  if (request.headers.origin !== parts.addresses.ownOrigin(request)) return 403;
  const session = await sessionOf(request, parts);
  if (!session || !may(session, "be_here", parts)) return session ? 403 : 401;
  const { id, name } = session.account;
  const [epoch, n] = [query.get("epoch"), Number(query.get("n"))];
  return {
    account: { id, name },
    reads: may(session, "read_desk", parts),
    ...(epoch && Number.isSafeInteger(n) && { seen: { epoch, n } }),
    async alive() {
      const now = await sessionOf(request, parts);
      return (
        now !== undefined &&
        may(now, "be_here", parts) &&
        may(now, "read_desk", parts) === may(session, "read_desk", parts)
      );
    },
  };
}

const may = ({ account }: LiveSession, right: "be_here" | "read_desk", { settings }: StaffParts) =>
  rightsOf(account, settings.secondFactorFor).includes(right);

function listen(socket: WebSocket, caller: Caller, live: Live): void {
  const { said, gone } = live.join(socket, caller);
  let [second, count] = [0, 0];
  socket.on("error", () => socket.terminate());
  socket.once("close", gone);
  socket.on("message", (data) => {
    const now = Math.floor(performance.now() / 1000);
    [second, count] = [now, now === second ? count + 1 : 1];
    const read = count > SAID_A_SECOND ? undefined : readSaid(String(data));
    if (read) said(read);
    else socket.close(1008);
  });
}

function readSaid(text: string): LiveSaid | undefined {
  try {
    return LiveSaid.safeParse(JSON.parse(text)).data;
  } catch {
    return undefined;
  }
}

/** Names of people, asked for once a minute at most. */
function rememberNames({ store, now }: StaffParts): (accountId: string) => Promise<string> {
  const known = new Map<string, { name: string; until: number }>();
  return async (accountId) => {
    const kept = known.get(accountId);
    if (kept && kept.until > now().getTime()) return kept.name;
    const name = (await store.accounts.withId(accountId))?.name ?? "";
    known.set(accountId, { name, until: now().getTime() + NAMES_FOR_MS });
    return name;
  };
}

const reasons: Record<number, string> = { 401: "Unauthorized", 403: "Forbidden" };

function refuse(socket: Duplex, status: number): void {
  const reason = reasons[status] ?? "Internal Server Error";
  socket.end(`HTTP/1.1 ${status} ${reason}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`);
}
