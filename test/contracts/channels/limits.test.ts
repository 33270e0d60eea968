import type { WireError } from "../../../src/channels/directLine/wire";
import { caller } from "./client";
import { type MemoryHouse, memoryHouse } from "./memoryHouse";
import { serve, testedDirectLine } from "./serve";

let house: MemoryHouse;
let server: Awaited<ReturnType<typeof serve>>;
let direct: ReturnType<typeof caller>;

async function start(changes: Parameters<typeof testedDirectLine>[0] = {}) {
  house = memoryHouse();
  server = await serve([testedDirectLine(changes)], house);
  direct = caller(server.url);
}
afterEach(() => server.close());

test("too many messages wait a minute; nothing is lost and other conversations go on", async () => {
  await start({ messagesPerMinute: 3 });
  const [talkative, other] = [await direct.begin(), await direct.begin()];
  const say = (text: string) => direct.say(talkative, { type: "message", text });
  for (const text of ["1", "2", "3"]) expect((await say(text)).status).toBe(200);
  const refused = await direct.call<WireError>("POST", `conversations/${talkative.conversationId}/activities`, {
    token: talkative.token,
    ...direct.json({ type: "message", text: "4" }),
  });
  expect(refused).toMatchObject({ status: 429, body: { error: { code: "TooManyRequests" } } });
  const wait = Number(refused.headers.get("retry-after"));
  expect(refused.body.error.message).toContain(`in ${wait} seconds`);
  expect(wait).toBeGreaterThan(50);
  expect((await direct.say(other, { type: "message", text: "a" })).status).toBe(200);
  house.ahead = wait;
  expect((await say("4")).status).toBe(200);
});

test("conversations are counted by network address, and beginning the same one again does not count", async () => {
  await start({ conversationsPerMinute: 2 });
  const { token } = await direct.generate();
  for (let time = 0; time < 5; time += 1)
    expect((await direct.call("POST", "conversations", { token })).status).toBe(time === 0 ? 201 : 200);
  await direct.generate();
  const refused = await direct.call<WireError>("POST", "tokens/generate");
  expect(refused.status).toBe(429);
  expect(refused.body.error.message).toMatch(/network address/);
});

test("uploads have a limit of their own", async () => {
  await start();
  const conversation = await direct.begin();
  const upload = () => {
    const body = new FormData();
    body.append("file", new Blob(["%PDF-1.4 aaaaaaaaaa"]), "a.pdf");
    const path = `conversations/${conversation.conversationId}/upload`;
    return direct.call("POST", path, { token: conversation.token, body });
  };
  for (let time = 0; time < 10; time += 1) expect((await upload()).status).toBe(200);
  expect((await upload()).status).toBe(429);
});

describe("pages of other websites", () => {
  const from = (origin: string) => ({ headers: { Origin: origin } });

  test("an allowed one may read every answer, also refusals", async () => {
    await start();
    for (const path of ["tokens/generate", "tokens/refresh", "nothing"]) {
      const { headers } = await direct.call("POST", path, from("https://www.krakow.pl"));
      expect(headers.get("access-control-allow-origin")).toBe("https://www.krakow.pl");
      expect(headers.get("vary")).toContain("Origin");
    }
  });

  test.each(["https://evil.example", "http://www.krakow.pl", "https://www.krakow.pl:8443", "null"])(
    "%s may not",
    async (origin) => {
      await start();
      const { headers } = await direct.call("POST", "tokens/generate", from(origin));
      expect(headers.get("access-control-allow-origin")).toBeNull();
      expect(headers.get("vary")).toContain("Origin");
    },
  );

  test("a preflight is answered for every address, once a day", async () => {
    await start();
    for (const path of ["tokens/generate", "conversations/x/activities", "conversations/x/upload"]) {
      const answer = await direct.call("OPTIONS", path, from("https://www.krakow.pl"));
      expect(answer.status).toBe(204);
      expect(Object.fromEntries(answer.headers)).toMatchObject({
        "access-control-allow-origin": "https://www.krakow.pl",
        "access-control-allow-headers": "authorization, content-type, x-ms-bot-agent, x-requested-with",
        "access-control-allow-methods": "GET, POST, OPTIONS",
        "access-control-max-age": "86400",
        vary: "Origin",
      });
    }
  });

  test("our own pages may, by whatever name they were opened", async () => {
    await start();
    const { headers } = await direct.call("POST", "tokens/generate", from(server.url));
    expect(headers.get("access-control-allow-origin")).toBe(server.url);
  });
});
