import { randomUUID } from "node:crypto";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { Socket } from "node:net";
import { type WebSocket, WebSocketServer } from "ws";
import { z } from "zod";
import type { WireActivity, WireAttachment, WireConversation } from "../../src/channels/directLine/wire";
import { portOf, readJson, readParts, send, sendJson } from "./http";

const Said = z.object({
  type: z.string(),
  text: z.string().optional(),
  locale: z.string().optional(),
  channelData: z.object({ clientActivityID: z.string() }).optional(),
});
type Said = z.infer<typeof Said>;

/** What the other side says; the rest of the activity is filled in. */
export type Says = Partial<Pick<WireActivity, "type" | "text" | "name" | "value" | "channelData" | "from">> & {
  choices?: string[];
  /** The one of the choices that asks for the place. */
  placeChoice?: string;
  attachments?: WireAttachment[];
};

type Talk = {
  activities: WireActivity[];
  received: Said[];
  sockets: Set<WebSocket>;
  files: Map<string, { bytes: Buffer; contentType: string }>;
};

const bot = { id: "hejnal", name: "Hejnał", role: "bot" } as const;
const BASE = "/v3/directline";

export type DirectLineServer = Awaited<ReturnType<typeof startDirectLine>>;

/** A Direct Line server for tests: the real wire format over real HTTP and WebSocket, and faults on demand. */
export async function startDirectLine(serveFile: (path: string, response: ServerResponse) => void) {
  const talks = new Map<string, Talk>();
  const connections = new Set<Socket>();
  const requests: string[] = [];
  const faults = {
    /** So many next messages are answered with `status`; with `storedAnyway` only the answer is lost. */
    refuse: { times: 0, status: 500, storedAnyway: false },
    socketsBlocked: false,
    /** Sockets stay open and carry nothing, as after a silent break on the way. */
    socketsMute: false,
    down: false,
    slowMs: 0,
  };
  let answer: (text: string) => void = () => {};
  let tokenAge = 1;

  const http = createServer((request, response) => {
    handle(request, response).catch(() => sendJson(response, 500, {}));
  });
  const webSockets = new WebSocketServer({ noServer: true });
  http.on("connection", (socket) => {
    if (faults.down) socket.destroy();
    connections.add(socket);
    socket.on("close", () => connections.delete(socket));
  });
  http.on("upgrade", (request, socket, head) => {
    const url = new URL(request.url ?? "", origin);
    const talk = talks.get(url.pathname.split("/")[4] ?? "");
    if (faults.socketsBlocked || !talk) return void socket.end("HTTP/1.1 403 Forbidden\r\nContent-Length: 0\r\n\r\n");
    webSockets.handleUpgrade(request, socket, head, (stream) => {
      talk.sockets.add(stream);
      stream.on("close", () => talk.sockets.delete(stream));
      const missed = talk.activities.slice(Number(url.searchParams.get("watermark")));
      if (missed.length) stream.send(JSON.stringify(frame(talk, missed)));
    });
  });
  const origin = `http://127.0.0.1:${await portOf(http)}`;

  const newest = () => [...talks.keys()].at(-1) ?? "";
  const frame = (talk: Talk, activities: WireActivity[]) => ({ activities, watermark: String(talk.activities.length) });
  const tokens = (id: string, watermark = 0): WireConversation => ({
    conversationId: id,
    token: `token.${tokenAge}.${id}`,
    resumeToken: `resume.${id}`,
    expires_in: 1800,
    streamUrl: `${origin.replace("http", "ws")}${BASE}/conversations/${id}/stream?watermark=${watermark}&t=once`,
    referenceGrammarId: "",
  });

  function activityOf(id: string, place: string, { choices, placeChoice, ...says }: Says): WireActivity {
    const actions = choices?.map((title) => {
      const asks = title === placeChoice && ({ channelData: { sharePlace: true } } as const);
      return { type: "imBack", title, value: title, ...asks } as const;
    });
    return {
      type: "message",
      id: `${id}|${place}`,
      timestamp: new Date().toISOString(),
      channelId: "directline",
      conversation: { id },
      from: bot,
      ...says,
      ...(actions && { suggestedActions: { to: [], actions } }),
    };
  }

  function push(talk: Talk, activity: WireActivity): void {
    if (faults.socketsMute) return;
    for (const socket of talk.sockets) socket.send(JSON.stringify(frame(talk, [activity])));
  }

  function says(says: Says, id = newest()): WireActivity {
    const talk = talks.get(id);
    if (!talk) throw new Error("there is no conversation yet");
    const activity = activityOf(id, String(talk.activities.length + 1).padStart(7, "0"), says);
    talk.activities.push(activity);
    push(talk, activity);
    return activity;
  }

  function hears(id: string, talk: Talk, body: unknown, attachments: WireAttachment[]): string {
    const said = Said.parse(body);
    talk.received.push(said);
    const clientActivityID = said.channelData?.clientActivityID ?? "";
    const known = talk.activities.find((one) => one.channelData?.clientActivityID === clientActivityID);
    if (said.type !== "message" || known) return known?.id ?? "";
    const text = said.text ?? "";
    const files = attachments.length ? { attachments } : {};
    const stored = says({ text, from: { id: "dl_1", role: "user" }, channelData: { clientActivityID }, ...files }, id);
    setImmediate(answer, text);
    return stored.id;
  }

  async function handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = new URL(request.url ?? "/", origin);
    response.setHeader("Access-Control-Allow-Origin", "*");
    if (!url.pathname.startsWith(BASE)) return serveFile(url.pathname, response);
    response.setHeader("Access-Control-Allow-Headers", "authorization, content-type");
    if (request.method === "OPTIONS") return send(response, 204, "text/plain", "");
    const path = url.pathname.slice(BASE.length);
    requests.push(`${request.method} ${path}`);
    await new Promise((resolve) => setTimeout(resolve, faults.slowMs));
    if (path === "/tokens/generate") return sendJson(response, 200, tokens(randomUUID()));
    const bearer = request.headers.authorization?.slice("Bearer ".length) ?? "";
    const id = bearer.split(".").at(-1) ?? "";
    if (path === "/tokens/refresh") return sendJson(response, talks.has(id) ? 200 : 404, tokens(id));
    if (!bearer.startsWith(`token.${tokenAge}.`)) return sendJson(response, 403, {});
    if (path === "/conversations") return begin(id, response);
    const talk = talks.get(id);
    const [, , conversation, rest, file] = path.split("/");
    if (!talk || conversation !== id) return sendJson(response, 404, {});
    const watermark = Number(url.searchParams.get("watermark") ?? 0);
    if (rest === undefined) return sendJson(response, 200, tokens(id, watermark));
    if (rest === "files") return void response.end(talk.files.get(file ?? "")?.bytes);
    if (request.method === "GET") return sendJson(response, 200, frame(talk, talk.activities.slice(watermark)));
    await receive(request, response, { id, talk, isUpload: rest === "upload" });
  }

  function begin(id: string, response: ServerResponse): void {
    const isNew = !talks.has(id);
    if (isNew) talks.set(id, { activities: [], received: [], sockets: new Set(), files: new Map() });
    if (isNew) answer("");
    sendJson(response, 201, tokens(id));
  }

  type Incoming = { id: string; talk: Talk; isUpload: boolean };

  async function receive(request: IncomingMessage, response: ServerResponse, { id, talk, isUpload }: Incoming) {
    const parts = isUpload ? await readParts(request) : [];
    const body = isUpload ? JSON.parse(String(parts.shift()?.bytes)) : await readJson(request);
    const attachments = parts.map(({ name, contentType, bytes }) => {
      const file = randomUUID();
      talk.files.set(file, { bytes, contentType });
      return { name, contentType, contentUrl: `${origin}${BASE}/conversations/${id}/files/${file}` };
    });
    const refused = faults.refuse.times > 0;
    if (refused) faults.refuse.times--;
    const stored = refused && !faults.refuse.storedAnyway ? "" : hears(id, talk, body, attachments);
    sendJson(response, refused ? faults.refuse.status : 200, { id: stored });
  }

  function dropSockets(): void {
    for (const talk of talks.values()) for (const socket of talk.sockets) socket.terminate();
  }

  return {
    origin,
    requests,
    faults,
    says,
    dropSockets,
    /** What the bot does when a resident says something; a new conversation says "". */
    onMessage(run: (text: string) => void): void {
      answer = run;
    },
    types: () => {
      for (const [id, talk] of talks) push(talk, { ...activityOf(id, "typing", {}), type: "typing" });
    },
    conversation: newest,
    /** Texts of the resident's messages as stored, oldest first. */
    stored: () =>
      (talks.get(newest())?.activities ?? []).filter(({ from }) => from.role === "user").map(({ text }) => text),
    /** Everything the widget has posted, repeats too. */
    received: () => talks.get(newest())?.received ?? [],
    files: () => [...(talks.get(newest())?.files.values() ?? [])],
    goDown(): void {
      faults.down = true;
      for (const socket of connections) socket.destroy();
    },
    comeBack(): void {
      faults.down = false;
    },
    expireTokens(): void {
      tokenAge++;
    },
    forgetEverything(): void {
      dropSockets();
      talks.clear();
    },
    async close(): Promise<void> {
      for (const socket of connections) socket.destroy();
      await new Promise((resolve) => http.close(resolve));
    },
  };
}
