import { randomBytes } from "node:crypto";
import { gzipSync } from "node:zlib";
import jwt from "jsonwebtoken";
import type { WireConversation, WireError } from "../../../src/channels/directLine/wire";
import { picture, rynek } from "../../rooms/photos/pictures";
import { caller } from "./client";
import { type MemoryHouse, memoryHouse } from "./memoryHouse";
import { serve, testedDirectLine } from "./serve";

let house: MemoryHouse;
let server: Awaited<ReturnType<typeof serve>>;
let direct: ReturnType<typeof caller>;
let conversation: WireConversation;

beforeEach(async () => {
  house = memoryHouse();
  server = await serve([testedDirectLine()], house);
  direct = caller(server.url);
  conversation = await direct.begin();
});
afterEach(() => server.close());

/** Whatever is refused is refused in words, and nothing of it is stored. */
function expectRefused(answer: { status: number; body: WireError; headers: Headers }, status: number, words: RegExp) {
  expect([answer.status, answer.body.error?.message]).toEqual([status, expect.stringMatching(words)]);
  expect(Object.keys(answer.body)).toEqual(["error"]);
  expect(JSON.stringify(answer.body)).not.toMatch(/node_modules|\bat \S+ \(|zod|\.ts:/i);
  expect(house.conversation(conversation.conversationId)?.entries).toHaveLength(1);
  expect(house.logged.filter(({ event }) => event === "request_failed")).toEqual([]);
}

const post = (path: string, init: RequestInit & { token?: string } = {}) =>
  direct.call<WireError>("POST", path.replace("{id}", conversation.conversationId), {
    token: conversation.token,
    ...init,
  });
const json = { "Content-Type": "application/json" };
const text = (said: unknown) => JSON.stringify({ type: "message", text: said });

test.each<[string, RequestInit, number, RegExp]>([
  ["no body", {}, 400, /must be an activity/],
  ["an empty object", { body: "{}", headers: json }, 400, /"type"/],
  ["a list", { body: "[]", headers: json }, 400, /must be an activity/],
  ["null", { body: "null", headers: json }, 400, /must be an activity/],
  ["a number", { body: "7", headers: json }, 400, /must be an activity/],
  ["malformed JSON", { body: '{"type":"message",', headers: json }, 400, /not valid JSON/],
  ["what is not UTF-8", { body: Buffer.from([0x22, 0xff, 0x22]), headers: json }, 400, /not valid JSON in UTF-8/],
  ["a text that is a number", { body: text(5), headers: json }, 400, /"text"/],
  ["a text that is an object", { body: text({ $gt: "" }), headers: json }, 400, /"text"/],
  ["a type that is a list", { body: '{"type":["message"]}', headers: json }, 400, /"type"/],
  ["no type of body", { body: Buffer.from(text("a")) }, 415, /Content-Type: application\/json/],
  ["a form", { body: new URLSearchParams({ type: "message" }) }, 415, /Content-Type: application\/json/],
  ["plain text", { body: "hej", headers: { "Content-Type": "text/plain" } }, 415, /application\/json/],
  ["gzip", { body: gzipSync(text("a")), headers: { ...json, "Content-Encoding": "gzip" } }, 415, /without Content-Enc/],
  ["br", { body: "x", headers: { ...json, "Content-Encoding": "br" } }, 415, /without Content-Encoding/],
  ["a text too long", { body: text("a".repeat(4001)), headers: json }, 413, /4001 characters; at most 4000/],
  ["a text of 100 KB", { body: text("ż".repeat(50_000)), headers: json }, 413, /50000 characters; at most 4000/],
  ["a body over 256 KB", { body: text("a".repeat(300_000)), headers: json }, 413, /larger than 256 KB/],
  ["a body of 5 MB", { body: text("a".repeat(5_000_000)), headers: json }, 413, /larger than 256 KB/],
  [
    "a file by its link",
    { body: JSON.stringify({ type: "message", attachments: [{ contentUrl: "http://10.0.0.1/" }] }), headers: json },
    400,
    /not taken from links/,
  ],
  [
    "an own id with a line end",
    { body: JSON.stringify({ type: "message", text: "a", channelData: { clientActivityID: "a\n" } }), headers: json },
    400,
    /clientActivityID/,
  ],
])("an activity that is %s is refused in words", async (_, init, status, words) => {
  expectRefused(await post("conversations/{id}/activities", init), status, words);
});

test("a large body sent in pieces is refused as well", async () => {
  const pieces = new ReadableStream({
    start(controller) {
      for (let piece = 0; piece < 20; piece += 1) controller.enqueue(Buffer.alloc(20_000, "a"));
      controller.close();
    },
  });
  const init = { body: pieces, headers: json, duplex: "half" } as const;
  expectRefused(await post("conversations/{id}/activities", init), 413, /larger than 256 KB/);
});

test.each([
  ["nothing", "", ""],
  ["only spaces and line ends", " \r\n ", ""],
  ["emoji only", "👩‍🚒🔥🇵🇱", "👩‍🚒🔥🇵🇱"],
  ["HTML and script", "<script>alert(1)</script><b>x</b>", "<script>alert(1)</script><b>x</b>"],
  ["control characters", "a\u0000b\u001b[31mc\td\r\ne\u0085", "ab[31mc\td\ne"],
  ["half a character", "a\ud83d", "a\ufffd"],
  ["letters in two pieces", "z\u0307o\u0301łw", "żółw"],
  ["SQL", "'; drop table messages; --", "'; drop table messages; --"],
  ["exactly as much as is allowed", "a".repeat(4000), "a".repeat(4000)],
])("a text of %s is kept as text", async (_, said, kept) => {
  expect((await direct.say(conversation, { type: "message", text: said })).status).toBe(200);
  const entry = house.conversation(conversation.conversationId)?.entries[1];
  expect(entry).toMatchObject({ author: "resident", text: kept });
});

test.each([
  ["a button's value", { value: "Dalej", channelData: { postBack: true } }, "Dalej"],
  ["a button's value and text", { text: "Dalej", value: { step: 2 }, channelData: { messageBack: {} } }, "Dalej"],
  ["a value that is no text", { value: { step: 2 } }, ""],
  ["a null text", { text: null }, ""],
  ["an empty list of files", { text: "a", attachments: [] }, "a"],
])("a message with %s is understood", async (_, message, kept) => {
  expect((await direct.say(conversation, { type: "message", ...message })).status).toBe(200);
  expect(house.conversation(conversation.conversationId)?.entries[1]?.text).toBe(kept);
});

test.each(["event", "conversationUpdate", "endOfConversation", "typing", "invoke", "messageReaction", "żółw"])(
  "an activity of kind %s is acknowledged and not stored",
  async (type) => {
    const said = await direct.say(conversation, { type, text: "?", name: "webchat/join", value: {} });
    expect(said).toMatchObject({ status: 200, body: { id: expect.stringContaining(conversation.conversationId) } });
    expect(house.conversation(conversation.conversationId)?.entries).toHaveLength(1);
  },
);

test("the same message twice is one message, and both callers get its id", async () => {
  const message = { type: "message", text: "raz", channelData: { clientActivityID: "x1" } };
  const [one, two] = await Promise.all([direct.say(conversation, message), direct.say(conversation, message)]);
  expect(one.body).toEqual(two.body);
  const { entries } = house.conversation(conversation.conversationId) ?? { entries: [] };
  expect(entries.filter(({ author }) => author === "resident")).toHaveLength(1);
});

describe("tokens", () => {
  const SECRET = "a secret of at least thirty-two characters";
  const claims = () => ({ conv: conversation.conversationId, user: "dl_x", jti: "1" });
  const issued = (secret: string, options: jwt.SignOptions) =>
    jwt.sign(claims(), secret, { issuer: "hejnal", audience: "directline:talk", expiresIn: 60, ...options });
  const unsigned = () => `${Buffer.from('{"alg":"none"}').toString("base64url")}.${issued(SECRET, {}).split(".")[1]}.`;
  const base = "conversations/{id}/activities";

  test.each<[string, () => Promise<string> | string]>([
    ["missing", () => ""],
    ["nonsense", () => "nonsense"],
    ["expired", () => issued(SECRET, { expiresIn: -1 })],
    ["signed by somebody else", () => issued("another secret of thirty-two letters", {})],
    ["not signed", unsigned],
    ["signed another way", () => issued(SECRET, { algorithm: "HS512" })],
    ["of another issuer", () => issued(SECRET, { issuer: "somebody" })],
    ["of another conversation", async () => (await direct.begin()).token],
    ["the resume token", () => conversation.resumeToken],
    ["the stream token", () => new URL(conversation.streamUrl).searchParams.get("t") ?? ""],
  ])("a token that is %s is refused with 403", async (_, make) => {
    const token = await make();
    expectRefused(await post(base, { token, body: text("a"), headers: json }), 403, /token/);
    expectRefused(await post("conversations/{id}/upload", { token }), 403, /token/);
    const path = (rest: string) => `conversations/${conversation.conversationId}${rest}`;
    for (const rest of ["", "/activities", "/files/file-1"])
      expectRefused(await direct.call<WireError>("GET", path(rest), { token }), 403, /token/);
  });

  test("the test's own tokens are good when nothing is wrong with them", async () => {
    expect((await post(base, { token: issued(SECRET, {}), body: text("a"), headers: json })).status).toBe(200);
  });

  test("a resume token outlives the token, is of no other use, and ends after its days", async () => {
    house.ahead = 6 * 24 * 3600;
    const refresh = (token: string) => post("tokens/refresh", { token });
    expectRefused(await refresh(conversation.token), 403, /token/);
    expect((await refresh(conversation.resumeToken)).body).toMatchObject({
      conversationId: conversation.conversationId,
    });
    house.ahead = 7 * 24 * 3600 + 1;
    expectRefused(await refresh(conversation.resumeToken), 403, /token/);
  });

  test("a conversation that never began is not found", async () => {
    const { token, resumeToken, conversationId } = await direct.generate();
    const say = await direct.call<WireError>("POST", `conversations/${conversationId}/activities`, {
      token,
      body: text("a"),
      headers: json,
    });
    expectRefused(say, 404, /does not exist/);
    expectRefused(await post("tokens/refresh", { token: resumeToken }), 404, /does not exist/);
  });
});

const TINY = Buffer.from(
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==",
  "base64",
);

describe("uploads", () => {
  /** A real picture with something behind it. */
  const png = (bytes = 100) => Buffer.concat([TINY, randomBytes(bytes)]);
  const upload = (files: [bytes: Buffer, name: string][], activity?: object | string) => {
    const body = new FormData();
    if (activity !== undefined)
      body.append("activity", new Blob([typeof activity === "string" ? activity : JSON.stringify(activity)]), "blob");
    for (const [bytes, name] of files) body.append("file", new Blob([bytes], { type: "image/png" }), name);
    return post("conversations/{id}/upload", { body });
  };

  test.each<[string, () => ReturnType<typeof upload>, number, RegExp]>([
    ["a page called picture", () => upload([[Buffer.from("<html><script>"), "a.png"]]), 415, /"a.png" is not a JPEG/],
    ["a program", () => upload([[Buffer.from("MZ\x90\x00aaaaaaaaaaaa", "latin1"), "a.jpg"]]), 415, /is not a JPEG/],
    ["a drawing that may hold scripts", () => upload([[Buffer.from("<svg xmlns='x'></svg>"), "a.svg"]]), 415, /PDF/],
    ["empty", () => upload([[Buffer.alloc(0), "a.png"]]), 415, /"a.png"/],
    ["too large", () => upload([[png(1024 * 1024), "duże.png"]]), 413, /"duże.png" is larger than 1 MB/],
    ["six at once", () => upload(Array.from({ length: 6 }, (_, at) => [png(), `${at}.png`])), 413, /At most 5 files/],
    [
      "forty at once",
      () => upload(Array.from({ length: 40 }, (_, at) => [png(), `${at}.png`])),
      413,
      /At most 5 files/,
    ],
    ["half a picture", () => upload([[TINY.subarray(0, 40), "a.png"]]), 415, /"a.png" cannot be opened/],
    ["no file at all", () => upload([], { type: "message" }), 400, /no file/],
    ["a broken activity", () => upload([[png(), "a.png"]], "{"), 400, /"activity"/],
    ["an activity of wrong kinds", () => upload([[png(), "a.png"]], { type: 5 }), 400, /"type"/],
    [
      "one good and one bad",
      () =>
        upload([
          [png(), "a.png"],
          [Buffer.from("GIF88a______"), "b.gif"],
        ]),
      415,
      /"b.gif"/,
    ],
    ["not multipart", () => post("conversations/{id}/upload", { body: "{}", headers: json }), 400, /multipart/],
    [
      "cut short",
      () =>
        post("conversations/{id}/upload", {
          body: '--x\r\nContent-Disposition: form-data; name="file"; filename="a.png"\r\n\r\nabc',
          headers: { "Content-Type": "multipart/form-data; boundary=x" },
        }),
      400,
      /complete multipart/,
    ],
    [
      "without a boundary",
      () => post("conversations/{id}/upload", { body: "a", headers: { "Content-Type": "multipart/form-data" } }),
      400,
      /multipart/,
    ],
  ])("that are %s are refused in words", async (_, send, status, words) => {
    expectRefused(await send(), status, words);
    expect(await house.files.load(conversation.conversationId, "file-1")).toBeUndefined();
  });

  test("a file's kind is told by its content, its name is only a name", async () => {
    expect((await upload([[png(), "../../etc/pass\u202ewd.exe"]], { type: "message", text: "patrz" })).status).toBe(
      200,
    );
    const entry = house.conversation(conversation.conversationId)?.entries[1];
    expect(entry).toMatchObject({ text: "patrz", attachments: [{ name: "passwd.jpg", contentType: "image/jpeg" }] });
  });

  test("where a photo was taken goes to the turn, and neither into the file nor back to the page", async () => {
    expect((await upload([[await picture().jpeg().toBuffer(), "dziura.jpg"]])).status).toBe(200);
    const [entry] = house.conversation(conversation.conversationId)?.entries.slice(1) ?? [];
    const { lat, long } = rynek;
    expect(entry?.attachments).toMatchObject([{ position: { lat: expect.closeTo(lat), long: expect.closeTo(long) } }]);
    const kept = await house.files.load(conversation.conversationId, "file-1");
    expect(kept?.bytes.toString("latin1")).not.toMatch(/Exif|Nowak/);
    const { activities } = await direct.read(conversation);
    expect(JSON.stringify(activities)).toContain("dziura.jpg");
    expect(JSON.stringify(activities)).not.toMatch(/position|50\.06/);
  });

  test("the same upload again stores nothing again", async () => {
    const activity = { type: "message", text: "patrz", channelData: { clientActivityID: "u1" } };
    const first = await upload([[png(), "a.png"]], activity);
    const second = await upload([[png(), "a.png"]], activity);
    expect(second.body).toEqual(first.body);
    expect(await house.files.load(conversation.conversationId, "file-1")).toBeDefined();
    expect(await house.files.load(conversation.conversationId, "file-2")).toBeUndefined();
  });

  test("a link to a file opens that file only, for its time only", async () => {
    await upload([[png(), "a.png"]]);
    await upload([[png(), "b.png"]]);
    const { activities } = await direct.read(conversation);
    const [first, second] = activities.flatMap(({ attachments = [] }) =>
      attachments.map(({ contentUrl }) => contentUrl),
    );
    const link = new URL(first ?? "");
    expect((await fetch(link)).status).toBe(200);
    link.pathname = new URL(second ?? "").pathname;
    expect((await fetch(link)).status).toBe(403);
    house.ahead = 31 * 60;
    expect((await fetch(first ?? "")).status).toBe(403);
    const path = new URL(first ?? "").pathname.replace("/v3/directline/", "");
    expect((await direct.call("GET", path, { token: (await direct.begin()).token })).status).toBe(403);
  });
});

test.each([["abc"], ["-1"], ["1.5"], ["99999999999999999999"], ["1e9"]])(
  "a watermark %s is refused",
  async (watermark) => {
    const path = `conversations/${conversation.conversationId}/activities?watermark=${watermark}`;
    expectRefused(await direct.call<WireError>("GET", path, { token: conversation.token }), 400, /watermark/);
  },
);

test.each<[string, string, number]>([
  ["POST", "/v3/directline/nothing", 404],
  ["GET", "/v3/directline/session/getsessionid", 404],
  ["DELETE", "/v3/directline/tokens/generate", 405],
  ["GET", "/v3/directline/conversations/%E0%A4%A/activities", 404],
  ["GET", "//", 404],
  ["GET", "/%", 404],
  ["GET", "/../../etc/passwd", 404],
])("%s %s is answered with %d in words", async (method, path, status) => {
  const answer = await raw(`${method} ${path} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n`);
  expect(answer).toMatch(new RegExp(`^HTTP/1.1 ${status} `));
  expect(answer).toMatch(/"error":\{"code":"\w+","message":"[^"]+"\}/);
});

/** Sends bytes as they are and reads the whole answer. */
async function raw(request: string): Promise<string> {
  const { connect } = await import("node:net");
  const { hostname, port } = new URL(server.url);
  return new Promise((resolve, reject) => {
    let answer = "";
    const socket = connect(Number(port), hostname, () => socket.write(request));
    socket.on("data", (chunk) => {
      answer += chunk;
    });
    socket.on("end", () => resolve(answer));
    socket.on("error", reject);
  });
}

test("an upload that breaks off stores nothing and is no error of ours", async () => {
  const { connect } = await import("node:net");
  const { hostname, port } = new URL(server.url);
  const socket = connect(Number(port), hostname);
  const path = `/v3/directline/conversations/${conversation.conversationId}/upload`;
  const head = `POST ${path} HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer ${conversation.token}\r\n`;
  socket.write(`${head}Content-Type: multipart/form-data; boundary=b\r\nContent-Length: 100000\r\n\r\n`);
  socket.write('--b\r\nContent-Disposition: form-data; name="file"; filename="a.pdf"\r\n\r\n%PDF-1.4 aaaaaaaaaaaaaa');
  await new Promise((resolve) => setTimeout(resolve, 50));
  socket.destroy();
  await server.close();
  expect(house.conversation(conversation.conversationId)?.entries).toHaveLength(1);
  expect(house.logged.filter(({ event }) => event === "request_failed")).toEqual([]);
});
