import { activityOf } from "../../../src/channels/directLine/activityOf";
import type { Entry } from "../../../src/conversation/transcript";

const viewer = {
  conversation: { id: "c", residentId: "dl_anna", language: "pl" },
  fileUrl: ({ id }: { id: string }) => `https://files.example/${id}`,
} as const;

const entry = (changes: Partial<Entry>): Entry => ({
  conversationId: "c",
  seq: 12,
  id: "e",
  at: new Date("2026-03-01T10:00:00Z"),
  author: "bot",
  text: "Dzień dobry",
  ...changes,
});

const common = {
  id: "c|0000012",
  timestamp: "2026-03-01T10:00:00.000Z",
  channelId: "directline",
  conversation: { id: "c" },
  locale: "pl",
};
const bot = { id: "hejnal", name: "Hejnał", role: "bot" };

test("the bot's words", () => {
  expect(activityOf(entry({}), viewer)).toEqual({
    ...common,
    type: "message",
    from: bot,
    text: "Dzień dobry",
    textFormat: "markdown",
    inputHint: "acceptingInput",
  });
});

test("the bot's words with buttons", () => {
  const drawn = activityOf(entry({ choices: [{ title: "Tak", wish: { kind: "send" } }] }), viewer);
  expect(drawn).toMatchObject({
    inputHint: "expectingInput",
    suggestedActions: { to: ["dl_anna"], actions: [{ type: "imBack", title: "Tak", value: "Tak" }] },
  });
  expect(JSON.stringify(drawn)).not.toContain("wish");
});

test("the button that asks for the place is marked; for other clients it is one like the others", () => {
  const show = { title: "Wskaż na mapie", wish: { kind: "share_place" } } as const;
  const skip = { title: "Pomiń", wish: { kind: "skip", slot: "place" } } as const;
  const drawn = activityOf(entry({ choices: [show, skip] }), viewer);
  expect(drawn.channelData).toEqual({ sharePlace: true });
  expect(drawn.suggestedActions?.actions).toEqual([
    { type: "imBack", title: "Wskaż na mapie", value: "Wskaż na mapie", channelData: { sharePlace: true } },
    { type: "imBack", title: "Pomiń", value: "Pomiń" },
  ]);
});

test("the resident's words, with the id the client gave them", () => {
  expect(activityOf(entry({ author: "resident", externalId: "c:a:b|1", text: "hej" }), viewer)).toEqual({
    ...common,
    type: "message",
    from: { id: "dl_anna", role: "user" },
    text: "hej",
    textFormat: "plain",
    channelData: { clientActivityID: "a:b|1" },
  });
});

test("the resident's words without an id of the client's", () => {
  const drawn = activityOf(entry({ author: "resident", externalId: "made-by-us" }), viewer);
  expect(drawn).not.toHaveProperty("channelData");
});

test("a consultant's words carry the name and are plain", () => {
  expect(activityOf(entry({ author: "consultant", authorName: "Anna" }), viewer)).toMatchObject({
    from: { id: "consultant", name: "Anna", role: "bot" },
    textFormat: "plain",
    channelData: { agent: "Anna" },
  });
});

test.each([
  ["consultant_joined", "accepted"],
  ["returned_to_bot", "completed"],
  ["closed", "completed"],
] as const)("%s is an event that says %s", (occasion, state) => {
  expect(
    activityOf(entry({ author: "system", occasion, authorName: "Anna", text: "Rozmawiasz z Anną" }), viewer),
  ).toEqual({
    ...common,
    type: "event",
    from: bot,
    name: "handoff.status",
    value: { state },
    text: "Rozmawiasz z Anną",
    channelData: { occasion, agent: "Anna" },
  });
});

test("files are shown by a link for this viewer", () => {
  const attachments = [{ id: "f1", name: "a.png", contentType: "image/png", sizeBytes: 1 }];
  expect(activityOf(entry({ author: "resident", attachments }), viewer).attachments).toEqual([
    { contentType: "image/png", name: "a.png", contentUrl: "https://files.example/f1" },
  ]);
});
