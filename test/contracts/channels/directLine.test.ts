import { caller, eventually } from "./client";
import { type MemoryHouse, memoryHouse } from "./memoryHouse";
import { serve, testedDirectLine } from "./serve";

let house: MemoryHouse;
let server: Awaited<ReturnType<typeof serve>>;
let direct: ReturnType<typeof caller>;

beforeEach(async () => {
  house = memoryHouse();
  server = await serve([testedDirectLine()], house);
  direct = caller(server.url);
});
afterEach(() => server.close());

test("a conversation begins once, with the greeting in the resident's language", async () => {
  const { token, conversationId, resumeToken } = await direct.generate();
  expect(house.count()).toBe(0);
  const first = await direct.call("POST", "conversations", { token, ...direct.json({ locale: "uk-UA" }) });
  const second = await direct.call("POST", "conversations", { token, ...direct.json({ locale: "en" }) });
  expect([first.status, second.status]).toEqual([201, 200]);
  expect(first.body).toEqual({
    conversationId,
    token: expect.any(String),
    expires_in: 1800,
    resumeToken: expect.any(String),
    streamUrl: expect.stringContaining(
      `${server.url.replace("http", "ws")}/v3/directline/conversations/${conversationId}/`,
    ),
    referenceGrammarId: "",
  });
  const { activities, watermark } = await direct.read({ conversationId, token, expires_in: 0, resumeToken });
  expect(activities.map(({ text }) => text)).toEqual(["Dzień dobry (uk). Jestem automatem."]);
  expect(watermark).toBe("1");
});

test("what a resident says comes back as it was, and is answered", async () => {
  const conversation = await direct.begin();
  const clientActivityID = "17639ab";
  const said = await direct.say(conversation, {
    type: "message",
    text: "zażółć gęślą jaźń 🎺",
    from: { id: "somebody-else", role: "bot" },
    channelData: { clientActivityID },
  });
  expect(said).toMatchObject({ status: 200, body: { id: `${conversation.conversationId}|0000002` } });
  const { activities } = await eventually(async () => {
    const read = await direct.read(conversation, "1");
    return read.activities.length === 2 && read;
  });
  const [echo, answer] = activities;
  expect(echo).toMatchObject({
    id: said.body.id,
    type: "message",
    text: "zażółć gęślą jaźń 🎺",
    from: { id: expect.stringMatching(/^dl_/), role: "user" },
    channelData: { clientActivityID },
  });
  expect(answer).toMatchObject({ text: "Słyszę: zażółć gęślą jaźń 🎺", from: { id: "hejnal", role: "bot" } });
  expect(activities.some((activity) => "replyToId" in activity)).toBe(false);
});
