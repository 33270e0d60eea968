import type { Browser } from "playwright-core";
import type { WireToken } from "../../../src/channels/directLine/wire";
import { describeIfChromium } from "../../reachable";
import { officialClient, openBrowser, website } from "./browser";
import { caller, eventually } from "./client";
import { type MemoryHouse, memoryHouse } from "./memoryHouse";
import { serve, testedDirectLine } from "./serve";

const ONLINE = 2;
const EXPIRED = 3;

describeIfChromium("the official client on a page of another website", () => {
  let browser: Browser;
  let site: Awaited<ReturnType<typeof website>>;
  let house: MemoryHouse;
  let server: Awaited<ReturnType<typeof serve>>;
  let token: WireToken;

  beforeAll(async () => {
    [browser, site] = await Promise.all([openBrowser(), website()]);
  });
  afterAll(async () => {
    await Promise.all([browser?.close(), site?.close()]);
  });
  beforeEach(async () => {
    house = memoryHouse();
    server = await serve([testedDirectLine({ allowedOrigins: [site.origin] })], house);
    token = await caller(server.url).generate();
  });
  afterEach(() => server.close());

  const connect = (changes: object = {}) =>
    officialClient(browser, site.origin, { domain: `${server.url}/v3/directline`, token: token.token, ...changes });
  const me = { id: "me", name: "Ja" };

  test.each([
    ["WebSocket", {}],
    ["polling", { webSocket: false }],
  ])("talks over %s: greeting, buttons, echo, answer, a consultant's words", async (_, options) => {
    const client = await connect(options);
    const [greeting] = await eventually(async () => (await client.seen()).length === 1 && client.seen());
    expect(greeting).toMatchObject({
      text: "Dzień dobry (pl). Jestem automatem.",
      suggestedActions: { actions: [{ type: "imBack", title: "Człowiek", value: "Człowiek" }] },
    });

    const id = await client.post({
      type: "message",
      text: "gdzie jest dziura?",
      from: me,
      channelData: { clientActivityID: "c1" },
    });
    await eventually(async () => (await client.seen()).length === 3);
    const consultantSays = { author: "consultant", authorName: "Anna", text: "Dzień dobry, tu Anna." } as const;
    house.say(token.conversationId, consultantSays);
    const seen = await eventually(async () => (await client.seen()).length === 4 && client.seen());
    expect(seen.slice(1)).toMatchObject([
      { id, text: "gdzie jest dziura?", from: { role: "user" }, channelData: { clientActivityID: "c1" } },
      { text: "Słyszę: gdzie jest dziura?", from: { role: "bot" } },
      { text: "Dzień dobry, tu Anna.", from: { role: "bot", name: "Anna" }, channelData: { agent: "Anna" } },
    ]);
    expect(await client.statuses()).toContain(ONLINE);
    await client.close();
  });

  test("sends files, which arrive on the stream as links that open", async () => {
    const client = await connect();
    const files = [
      { contentType: "image/png", name: "dziura.png", contentUrl: `data:image/png;base64,${PNG.toString("base64")}` },
      {
        contentType: "application/pdf",
        name: "pismo ż.pdf",
        contentUrl: `data:application/pdf;base64,${PDF.toString("base64")}`,
      },
    ];
    const id = await client.post({
      type: "message",
      text: "zdjęcie",
      from: me,
      attachments: files,
      channelData: { clientActivityID: "f1" },
    });
    const echo = await eventually(async () => (await client.seen()).find((activity) => activity.id === id));
    expect(echo).toMatchObject({
      text: "zdjęcie",
      channelData: { clientActivityID: "f1" },
      attachments: [
        { contentType: "image/jpeg", name: "dziura.jpg" },
        { contentType: "application/pdf", name: "pismo ż.pdf" },
      ],
    });
    const [picture, paper] = echo.attachments ?? [];
    await client.page.evaluate((url = "") => {
      Reflect.get(globalThis, "document").body.innerHTML = `<img src="${url}">`;
    }, picture?.contentUrl);
    const widthOf = (image: object): number => Reflect.get(image, "naturalWidth");
    await eventually(async () => (await client.page.locator("img").evaluate(widthOf)) === 1);
    const pdf = await fetch(paper?.contentUrl ?? "");
    expect(Buffer.from(await pdf.arrayBuffer()).equals(PDF)).toBe(true);
    expect(pdf.headers.get("content-disposition")).toBe("attachment; filename*=UTF-8''pismo%20%C5%BC.pdf");
    await client.close();
  });

  test("comes back after the server was away, and misses nothing and sees nothing twice", async () => {
    const client = await connect({ clock: true });
    await eventually(async () => (await client.seen()).length === 1);
    const { port } = new URL(server.url);
    await server.close();
    house.say(token.conversationId, { author: "bot", text: "powiedziane w czasie przerwy" });
    server = await serve([testedDirectLine({ allowedOrigins: [site.origin] })], house, Number(port));
    await eventually(async () => {
      await client.page.clock.runFor(3_000);
      return (await client.seen()).length === 2;
    });
    house.say(token.conversationId, { author: "bot", text: "powiedziane potem" });
    const seen = await eventually(async () => (await client.seen()).length === 3 && client.seen());
    expect(seen.map(({ text }) => text)).toEqual([
      "Dzień dobry (pl). Jestem automatem.",
      "powiedziane w czasie przerwy",
      "powiedziane potem",
    ]);
    await client.close();
  });

  test("reads a conversation from its beginning after the page was loaded anew", async () => {
    const before = await connect();
    await before.post({ type: "message", text: "pierwsze", from: me });
    await eventually(async () => (await before.seen()).length === 3);
    await before.close();
    const resumed = await caller(server.url).call<WireToken>("POST", "tokens/refresh", { token: token.resumeToken });
    const after = await connect({ token: resumed.body.token, conversationId: token.conversationId });
    const seen = await eventually(async () => (await after.seen()).length === 3 && after.seen());
    expect(seen[1]).toMatchObject({ text: "pierwsze" });
    await after.close();
  });

  test("gets a fresh token by itself before the old one ends", async () => {
    const client = await connect({ clock: true });
    await eventually(async () => (await client.statuses()).includes(ONLINE));
    const refreshed = client.page.waitForResponse((response) => response.url().endsWith("/tokens/refresh"));
    await client.page.clock.runFor("15:01");
    expect((await refreshed).status()).toBe(200);
    expect(await client.post({ type: "message", text: "dalej", from: me })).toContain(token.conversationId);
    await client.close();
  });

  test("is told that its token has ended, and goes on with a new one", async () => {
    const client = await connect({ webSocket: false });
    await eventually(async () => (await client.seen()).length === 1);
    house.ahead = 31 * 60;
    await eventually(async () => (await client.statuses()).includes(EXPIRED));
    const { body } = await caller(server.url).call<WireToken>("POST", "tokens/refresh", { token: token.resumeToken });
    await client.page.evaluate((fresh) => Reflect.get(globalThis, "client").reconnect(fresh), body);
    house.say(token.conversationId, { author: "bot", text: "witaj ponownie" });
    await eventually(async () => (await client.seen()).length === 2);
    await client.close();
  });

  test("shows that a consultant writes, without moving its watermark", async () => {
    const client = await connect();
    await eventually(async () => (await client.seen()).length === 1);
    await house.bus.publish("typing", `${token.conversationId}:consultant`);
    await eventually(async () =>
      (await client.seen()).some(({ type, from }) => type === "typing" && from.role === "bot"),
    );
    expect(await client.page.evaluate(() => Reflect.get(globalThis, "client").watermark)).toBe("1");
    await client.close();
  });

  test("learns what is wrong with a message that is too long", async () => {
    const client = await connect();
    await expect(client.post({ type: "message", text: "a".repeat(100_000), from: me })).rejects.toThrow("413");
    await client.close();
  });
});

const PNG = Buffer.from(
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==",
  "base64",
);
const PDF = Buffer.from("%PDF-1.4\n% zażółć\n");
