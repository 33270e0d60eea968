import { connect } from "node:net";
import WebSocket from "ws";
import type { WireActivities, WireConversation } from "../../../src/channels/directLine/wire";
import { caller, eventually } from "./client";
import { type MemoryHouse, memoryHouse } from "./memoryHouse";
import { serve, testedDirectLine } from "./serve";

let house: MemoryHouse;
let server: Awaited<ReturnType<typeof serve>>;
let direct: ReturnType<typeof caller>;
let conversation: WireConversation;
let openNow: number;

beforeEach(async () => {
  house = memoryHouse();
  server = await serve([testedDirectLine({ onSockets: (open) => (openNow = open) })], house);
  direct = caller(server.url);
  conversation = await direct.begin();
});
afterEach(() => server.close());

/** A bare WebSocket that keeps what it was sent. */
function listen(url: string, options: WebSocket.ClientOptions = {}) {
  const socket = new WebSocket(url, options);
  const frames: WireActivities[] = [];
  socket.on("message", (data) => frames.push(JSON.parse(String(data))));
  const status = new Promise<number>((resolve) => {
    socket.on("open", () => resolve(101));
    socket.on("unexpected-response", (_, response) => resolve(response.statusCode ?? 0));
  });
  const closed = new Promise<number>((resolve) => socket.on("close", resolve));
  socket.on("error", () => {});
  return { socket, frames, status, closed };
}

const texts = (frames: WireActivities[]) => frames.map(({ activities }) => activities.map(({ text }) => text));

/** A new address of the stream, from this watermark on. */
async function streamFrom(watermark: string): Promise<string> {
  const path = `conversations/${conversation.conversationId}?watermark=${watermark}`;
  return (await direct.call<WireConversation>("GET", path, { token: conversation.token })).body.streamUrl;
}

test("what was missed comes in one frame, then everything as it happens", async () => {
  for (const text of ["a", "b", "c"]) house.say(conversation.conversationId, { author: "bot", text });
  const { frames } = listen(await streamFrom("1"));
  await eventually(() => frames.length === 1);
  house.say(conversation.conversationId, { author: "bot", text: "d" });
  await eventually(() => frames.length === 2);
  expect(texts(frames)).toEqual([["a", "b", "c"], ["d"]]);
  expect(frames.map(({ watermark }) => watermark)).toEqual(["4", "5"]);
});

test("a burst arrives whole, in order, once, at every one of several listeners", async () => {
  const listeners = await Promise.all(["", "", "1"].map(async (from) => listen(await streamFrom(from))));
  await Promise.all(listeners.map(({ status }) => status));
  for (let at = 2; at <= 700; at += 1) house.say(conversation.conversationId, { author: "bot", text: String(at) });
  for (const [index, { frames }] of listeners.entries()) {
    await eventually(() => frames.at(-1)?.watermark === "700");
    const seqs = frames.flatMap(({ activities }) => activities.map(({ id }) => Number(id.split("|")[1])));
    const first = index === 2 ? 2 : 1;
    expect(seqs).toEqual(Array.from({ length: 701 - first }, (_, at) => first + at));
  }
});

test("a stream's token opens it once", async () => {
  expect(await listen(conversation.streamUrl).status).toBe(101);
  expect(await listen(conversation.streamUrl).status).toBe(403);
});

test("a stream's token lives for a minute", async () => {
  house.ahead = 61;
  expect(await listen(conversation.streamUrl).status).toBe(403);
});

test.each([
  ["no token", (url: URL) => url.searchParams.delete("t")],
  ["the conversation's token", (url: URL) => url.searchParams.set("t", conversation.token)],
  ["a token of another conversation", (url: URL) => (url.pathname = url.pathname.replace(/[^/]+\/stream/, "x/stream"))],
])("%s does not open a stream", async (_, change) => {
  const url = new URL(conversation.streamUrl);
  change(url);
  expect(await listen(url.href).status).toBe(403);
});

test("a bad watermark does not open a stream", async () => {
  const url = new URL(conversation.streamUrl);
  url.searchParams.set("watermark", "x");
  expect(await listen(url.href).status).toBe(400);
});

test.each([
  ["https://evil.example", 403],
  ["null", 403],
  ["https://www.krakow.pl.evil.example", 403],
  ["https://www.krakow.pl", 101],
])("a page of %s gets %d", async (origin, status) => {
  expect(await listen(conversation.streamUrl, { origin }).status).toBe(status);
});

test("a page of our own may listen", async () => {
  expect(await listen(conversation.streamUrl, { origin: server.url }).status).toBe(101);
});

test("an upgrade to anything else is cut off, and the server lives on", async () => {
  const { socket, closed } = listen(`${server.url.replace("http", "ws")}/elsewhere`);
  await closed;
  expect(socket.readyState).toBe(WebSocket.CLOSED);
  expect((await direct.generate()).token).toBeTruthy();
});

test("empty frames and words are ignored, a large frame ends the connection", async () => {
  const { socket, frames, closed } = listen(conversation.streamUrl);
  await eventually(() => frames.length === 1);
  for (const frame of ["", "hej", '{"type":"message","text":"x"}']) socket.send(frame);
  house.say(conversation.conversationId, { author: "bot", text: "dalej" });
  await eventually(() => frames.length === 2);
  socket.send("x".repeat(5000));
  expect(await closed).toBe(1009);
  expect(house.conversation(conversation.conversationId)?.entries).toHaveLength(2);
});

test("when wake-ups get lost the stream still brings what was said", async () => {
  const { frames } = listen(conversation.streamUrl);
  await eventually(() => frames.length === 1);
  house.deaf = true;
  house.say(conversation.conversationId, { author: "bot", text: "bez pobudki" });
  await eventually(() => frames.length === 2);
  expect(texts(frames)[1]).toEqual(["bez pobudki"]);
});

test("a store that fails for a moment loses nothing", async () => {
  const { frames } = listen(conversation.streamUrl);
  await eventually(() => frames.length === 1);
  const { entriesAfter } = house.conversations;
  house.conversations.entriesAfter = async () => {
    house.conversations.entriesAfter = entriesAfter;
    throw new Error("the store is away");
  };
  house.say(conversation.conversationId, { author: "bot", text: "mimo to" });
  await eventually(() => frames.length === 2);
  expect(texts(frames)[1]).toEqual(["mimo to"]);
});

test("typing of a consultant is shown, typing of the resident is passed on but not echoed", async () => {
  const heard: string[] = [];
  house.bus.subscribe("typing", (note) => heard.push(note));
  const { frames } = listen(conversation.streamUrl);
  await eventually(() => frames.length === 1);
  await direct.say(conversation, { type: "typing" });
  await house.bus.publish("typing", `${conversation.conversationId}:consultant`);
  await eventually(() => frames.length === 2);
  expect(frames[1]).toMatchObject({ watermark: "1", activities: [{ type: "typing", from: { role: "bot" } }] });
  expect(heard).toEqual([`${conversation.conversationId}:resident`, `${conversation.conversationId}:consultant`]);
});

test("a stopping server tells its listeners to come back, and lets no new ones in", async () => {
  const { closed, status } = listen(conversation.streamUrl);
  await status;
  expect(openNow).toBe(1);
  await server.close();
  expect(await closed).toBe(1012);
  expect(openNow).toBe(0);
});

test("one conversation holds ten streams at most", async () => {
  for (let at = 0; at < 10; at += 1) expect(await listen(await streamFrom("")).status).toBe(101);
  expect(await listen(await streamFrom("")).status).toBe(429);
});

test("upgrades to odd addresses do no harm", async () => {
  const odd = [
    "//",
    "/%",
    "///v3/directline/conversations/x/stream",
    "/v3/directline/conversations/%E0%A4%A/stream?t=%",
  ];
  const { hostname, port } = new URL(server.url);
  const ended = odd.map((path) => {
    const socket = connect(Number(port), hostname);
    socket.write(`GET ${path} HTTP/1.1\r\nHost: x\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\r\n`);
    return new Promise((resolve) => socket.resume().on("close", resolve));
  });
  await Promise.all(ended);
  expect((await direct.generate()).token).toBeTruthy();
});
