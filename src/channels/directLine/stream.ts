import type { IncomingMessage } from "node:http";
import type { Duplex } from "node:stream";
import type { Server } from "restify";
import { WebSocketServer } from "ws";
import { Refusal } from "../../conversation/refusal";
import { typingActivity } from "./activityOf";
import { type Admitted, type Crowd, createCrowd } from "./crowd";
import { bring, type Listener, send } from "./listener";
import { BASE, type Parts, pathOf, query, readWatermark } from "./parts";
import { STREAM_SECONDS } from "./tokens";
import type { WireAuthor } from "./wire";

const PING_EVERY_MS = 25_000;
/** While wake-ups from other processes do not arrive, the database is asked. */
const ASK_EVERY_MS = 2_000;
/** Clients send only empty frames. */
const MOST_FRAME_BYTES = 1024;
const MOST_SOCKETS_PER_CONVERSATION = 10;
const GOODBYE_MS = 1_000;
const SERVICE_RESTART = 1012;

const consultant: WireAuthor = { id: "consultant", role: "bot" };
const address = new RegExp(`^${BASE}/conversations/([^/]+)/stream$`);

/** Serves the WebSocket streams: what was missed in one frame, then everything as it happens. */
export function serveStreams(server: Server, parts: Parts): () => Promise<void> {
  const { house } = parts;
  const webSockets = new WebSocketServer({ noServer: true, maxPayload: MOST_FRAME_BYTES, perMessageDeflate: false });
  const crowd = createCrowd(parts);
  let closing = false;

  const onUpgrade = (request: IncomingMessage, socket: Duplex, head: Buffer): void => {
    const id = address.exec(pathOf(request))?.[1];
    if (id === undefined) return;
    socket.on("error", () => socket.destroy());
    mayStream(request, id, parts)
      .then((admitted) => {
        if (typeof admitted === "number") return refuse(socket, admitted);
        if (closing) return refuse(socket, 503);
        if (crowd.of(id).length >= MOST_SOCKETS_PER_CONVERSATION) return refuse(socket, 429);
        webSockets.handleUpgrade(request, socket, head, (opened) => crowd.join(opened, request, admitted));
      })
      .catch((error) => {
        if (error instanceof Refusal) return refuse(socket, error.status);
        house.log.error("stream_failed", { error });
        refuse(socket, 500);
      });
  };
  server.server.on("upgrade", onUpgrade);

  const stopHearing = hear(crowd, parts);
  return async () => {
    closing = true;
    stopHearing();
    await sayGoodbye(crowd.all());
  };
}

/** Wakes listeners when something happens in their conversation; answers how to stop. */
function hear(crowd: Crowd, { house }: Parts): () => void {
  // Behind the last colon of a wake-up stands its seq, or who is writing.
  const listenersOf = (note: string) => crowd.of(note.slice(0, note.lastIndexOf(":")));
  const bringAll = (listeners: Listener[]) => {
    for (const listener of listeners) bring(listener, house);
  };
  const stopNews = house.bus.subscribe("news", (note) => bringAll(listenersOf(note)));
  const stopTyping = house.bus.subscribe("typing", (note) => {
    if (!note.endsWith(":consultant")) return;
    for (const listener of listenersOf(note)) {
      const activities = [typingActivity(listener.viewer.conversation.id, consultant, house.now())];
      send(listener, { activities, watermark: String(listener.seq) });
    }
  });
  const pinging = setInterval(() => {
    for (const listener of crowd.all()) ping(listener);
    bringAll(crowd.all());
  }, PING_EVERY_MS);
  const asking = setInterval(() => !house.bus.healthy() && bringAll(crowd.all()), ASK_EVERY_MS);
  return () => {
    stopNews();
    stopTyping();
    clearInterval(pinging);
    clearInterval(asking);
  };
}

function ping(listener: Listener): void {
  if (!listener.alive) listener.socket.terminate();
  listener.alive = false;
  listener.socket.ping();
}

/** Tells clients to come back elsewhere, and does not wait long for their answer. */
async function sayGoodbye(listeners: Listener[]): Promise<void> {
  const gone = listeners.map(({ socket }) => {
    socket.close(SERVICE_RESTART, "restarting");
    return new Promise((resolve) => socket.once("close", resolve));
  });
  const impatience = setTimeout(() => {
    for (const { socket } of listeners) socket.terminate();
  }, GOODBYE_MS);
  await Promise.all(gone);
  clearTimeout(impatience);
}

/** Whom the token in the address lets in, once; otherwise the status to refuse with. */
async function mayStream(request: IncomingMessage, id: string, parts: Parts): Promise<Admitted | number> {
  const { origins, tokens, house } = parts;
  const bearer = tokens.read("stream", query(request, "t"));
  if (!origins.allowed(request) || bearer?.conv !== id) return 403;
  const { allowed } = await house.limiter.take(`directline:stream:${bearer.jti}`, 1, STREAM_SECONDS * 2);
  if (!allowed) return 403;
  const head = await house.conversations.find(id);
  return head ? { head, seq: readWatermark(query(request, "watermark")) } : 404;
}

const reasons: Record<number, string> = {
  400: "Bad Request",
  403: "Forbidden",
  404: "Not Found",
  429: "Too Many Requests",
  503: "Service Unavailable",
};

function refuse(socket: Duplex, status: number): void {
  const reason = reasons[status] ?? "Internal Server Error";
  socket.end(`HTTP/1.1 ${status} ${reason}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`);
}
