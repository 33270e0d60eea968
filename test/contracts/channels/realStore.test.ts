import WebSocket from "ws";
import type { WireActivities, WireConversation } from "../../../src/channels/directLine/wire";
import { describeIfChromium, describeIfPostgreSql, describeIfRedis } from "../../reachable";
import { officialClient, openBrowser, website } from "./browser";
import { caller, eventually } from "./client";
import { embeddedHouse, type RealHouse, twoHouses } from "./realHouse";
import { serve, testedDirectLine } from "./serve";

const said = (frames: WireActivities[]) => frames.flatMap(({ activities }) => activities.map(({ text }) => text));
const gather = (url: string) => {
  const frames: WireActivities[] = [];
  const socket = new WebSocket(url);
  socket.on("message", (data) => frames.push(JSON.parse(String(data))));
  const status = new Promise<number>((resolve) => {
    socket.on("open", () => resolve(101));
    socket.on("unexpected-response", (_, response) => resolve(response.statusCode ?? 0));
  });
  socket.on("error", () => {});
  return { frames, status };
};

describe("on the embedded database", () => {
  let house: RealHouse;
  let server: Awaited<ReturnType<typeof serve>>;
  let direct: ReturnType<typeof caller>;
  let site: Awaited<ReturnType<typeof website>>;

  beforeAll(async () => {
    [house, site] = await Promise.all([embeddedHouse(), website()]);
    server = await serve([testedDirectLine({ allowedOrigins: [site.origin] })], house);
    direct = caller(server.url);
  });
  afterAll(async () => {
    await server.close();
    await Promise.all([house.close(), site.close()]);
  });

  test("fifty messages at once are answered once each, and every listener sees the same", async () => {
    const conversation = await direct.begin();
    const { frames } = gather(conversation.streamUrl);
    const texts = Array.from({ length: 50 }, (_, at) => `wiadomość ${at}`);
    const answers = await Promise.all(
      texts.map((text) =>
        direct.say(conversation, { type: "message", text, channelData: { clientActivityID: text.slice(-2) } }),
      ),
    );
    expect(answers.map(({ status }) => status)).toEqual(Array(50).fill(200));
    await eventually(() => said(frames).length === 101);
    expect(
      said(frames)
        .filter((text) => text?.startsWith("Słyszę"))
        .sort(),
    ).toEqual(texts.map((text) => `Słyszę: ${text}`).sort());
    const { activities } = await direct.read(conversation);
    expect(activities.map(({ text }) => text)).toEqual(said(frames));
  });

  test.each([
    ["half a character", "\ud800"],
    ["an emoji of several", "👩‍🚒"],
    ["a zero", "a\u0000b"],
    ["SQL", "'; drop table messages; --"],
    ["nothing", ""],
    ["a change of direction", "\u202eabc"],
    ["as much as is allowed", "x".repeat(4000)],
  ])("%s goes in and comes back", async (_, text) => {
    const conversation = await direct.begin();
    expect((await direct.say(conversation, { type: "message", text })).status).toBe(200);
    await eventually(async () => (await direct.read(conversation)).activities.length === 3);
  });

  describeIfChromium("the official client", () => {
    test("talks, sends a file and reads it all again", async () => {
      const browser = await openBrowser();
      const { token, conversationId } = await direct.generate();
      const client = await officialClient(browser, site.origin, { domain: `${server.url}/v3/directline`, token });
      const from = { id: "me" };
      await client.post({ type: "message", text: "cześć", from });
      const file = {
        contentType: "application/pdf",
        name: "a.pdf",
        contentUrl: "data:application/pdf;base64,JVBERi0xLjQgYWFhYWFhYQ==",
      };
      await client.post({ type: "message", text: "plik", from, attachments: [file] });
      const seen = await eventually(async () => (await client.seen()).length === 5 && client.seen());
      expect(seen.map(({ text }) => text).sort()).toEqual(
        ["Dzień dobry. Jestem automatem.", "cześć", "Słyszę: cześć", "plik", "Słyszę: plik"].sort(),
      );
      const url = seen.flatMap(({ attachments = [] }) => attachments)[0]?.contentUrl ?? "";
      expect(await (await fetch(url)).text()).toBe("%PDF-1.4 aaaaaaa");
      await client.close();
      const again = await officialClient(browser, site.origin, {
        domain: `${server.url}/v3/directline`,
        token,
        conversationId,
      });
      await eventually(async () => (await again.seen()).length === 5);
      await browser.close();
    });
  });
});

describeIfPostgreSql("two processes on PostgreSQL", () => {
  describeIfRedis("with Redis between them", () => {
    let both: Awaited<ReturnType<typeof twoHouses>>;
    let servers: Awaited<ReturnType<typeof serve>>[];
    let conversation: WireConversation;

    beforeAll(async () => {
      both = await twoHouses();
      servers = await Promise.all(both.houses.map((house) => serve([testedDirectLine()], house)));
    });
    afterAll(async () => {
      await Promise.all(servers.map((server) => server.close()));
      await both.close();
    });
    beforeEach(async () => {
      conversation = await caller(servers[0]?.url ?? "").begin();
    });
    const elsewhere = (url: string) => url.replace(new URL(url).host, new URL(servers[1]?.url ?? "").host);

    test("what is said to one is heard at the other, once and in order", async () => {
      const [here, there] = servers.map(({ url }) => caller(url));
      const { frames } = gather(elsewhere(conversation.streamUrl));
      await eventually(() => frames.length === 1);
      for (let at = 0; at < 10; at += 1)
        await (at % 2 ? here : there)?.say(conversation, { type: "message", text: String(at) });
      await eventually(() => said(frames).length === 21);
      const seqs = frames.flatMap(({ activities }) => activities.map(({ id }) => Number(id.split("|")[1])));
      expect(seqs).toEqual(Array.from({ length: 21 }, (_, at) => at + 1));
    });

    test("a stream's token is used up everywhere at once", async () => {
      expect(await gather(conversation.streamUrl).status).toBe(101);
      expect(await gather(elsewhere(conversation.streamUrl)).status).toBe(403);
    });

    test("the same message sent to both is one message", async () => {
      const message = { type: "message", text: "raz", channelData: { clientActivityID: "same" } };
      const answers = await Promise.all(servers.map(({ url }) => caller(url).say(conversation, message)));
      expect(new Set(answers.map(({ body }) => body.id)).size).toBe(1);
    });
  });
});
