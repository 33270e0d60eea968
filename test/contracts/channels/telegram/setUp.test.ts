import type { Channel } from "../../../../src/channels/channel";
import { telegram } from "../../../../src/channels/telegram/telegram";
import { type BotServer, openBotServer, TOKEN } from "./botServer";

const PUBLIC_URL = "https://hejnal.krakow.example";
const SECRET = "a secret of at least thirty-two characters";

let server: BotServer;
let asSetUp: BotServer["state"];
beforeAll(async () => {
  server = await openBotServer();
  expect((await channel().setUp?.(PUBLIC_URL))?.map(({ level }) => level)).toEqual(["ok", "ok", "ok"]);
  asSetUp = structuredClone(server.state);
});
afterEach(() => void Object.assign(server.state, structuredClone(asSetUp)));
afterAll(() => server.close());

function channel(
  changes: { apiUrl?: string; token?: string; secret?: string; name?: string; publicUrl?: string } = {},
): Channel {
  const made = telegram({ apiUrl: server.url, token: TOKEN, secret: SECRET, messagesPerMinute: 9, ...changes });
  if (!made) throw new Error("the channel is missing");
  return made;
}
const found = async (...changes: Parameters<typeof channel>) =>
  ((await channel(...changes).check?.()) ?? []).map(({ level, text }) => `${level}: ${text}`);

test("without a token there is no such channel", () => {
  const options = { apiUrl: server.url, token: undefined, secret: SECRET, messagesPerMinute: 9 };
  expect(telegram(options)).toBeUndefined();
});

test("after the set-up nothing is missing", async () => {
  expect(await found({ name: "KrakowTestBot", publicUrl: PUBLIC_URL })).toEqual([
    "ok: The token is that of @KrakowTestBot.",
    "ok: The webhook leads to hejnal.krakow.example.",
    "ok: 0 updates wait at Telegram.",
  ]);
});

test("the set-up tells Telegram of every kind of update, and residents of the commands in three languages", () => {
  const { url, allowed_updates, secret_token } = server.state.webhook;
  expect(url).toMatch(/^https:\/\/hejnal\.krakow\.example\/channels\/telegram\/[\w-]{43}$/);
  expect(secret_token).toMatch(/^[\w-]{43}$/);
  expect(allowed_updates).toEqual([
    "message",
    "edited_message",
    "callback_query",
    "message_reaction",
    "my_chat_member",
  ]);
  const menus = server.calls.filter(({ path }) => path.endsWith("/setMyCommands"));
  const told = menus.map(({ body }) => JSON.parse(String(body)));
  expect(told.map(({ language_code, commands }) => [language_code, commands[0].command])).toEqual([
    [undefined, "zglos"],
    ["pl", "zglos"],
    ["en", "report"],
    ["uk", "povidomyty"],
  ]);
});

test.each([
  ["http://hejnal.krakow.example", "https://"],
  ["https://hejnal.krakow.example:9000", "443, 80, 88 and 8443"],
])("%s is an address Telegram would not call", async (publicUrl, why) => {
  const [webhook] = (await channel().setUp?.(publicUrl)) ?? [];
  expect(webhook).toMatchObject({ level: "wrong", text: expect.stringContaining(why) });
});

const refusing = () => {
  const last_error_message = "Wrong response from the webhook: 403 Forbidden";
  return { info: { last_error_date: Date.now() / 1000, last_error_message, pending_update_count: 500 } };
};
const fewer = { url: `${PUBLIC_URL}/`, secret_token: "x", allowed_updates: ["message"] };

test.each<[string, object, Parameters<typeof channel>[0], RegExp]>([
  ["no webhook", { webhook: { ...fewer, url: "" } }, {}, /wrong: No webhook is set/],
  ["another host", {}, { publicUrl: "https://inny.example" }, /wrong: The webhook leads to hejnal/],
  ["another secret", {}, { secret: "x".repeat(32) }, /wrong: The webhook leads to another address/],
  ["another name", {}, { name: "InnyBot" }, /warning: TELEGRAM_NAME is InnyBot/],
  ["an unknown token", {}, { token: `1:${"x".repeat(30)}` }, /wrong: Telegram does not know TELEGRAM_TOKEN/],
  ["groups", { me: { can_join_groups: true } }, {}, /warning: The bot can be added/],
  ["a webhook that refuses", refusing(), {}, /could not reach us at .+403.+secret token is another one.+500 updates/s],
])("the check tells of %s", async (_, state, options, expected) => {
  Object.assign(server.state, state);
  const text = (await found(options)).join("\n");
  expect(text).toMatch(expected);
  expect(text).not.toContain(TOKEN.slice(5));
});

test("the check tells of kinds of updates that Telegram keeps back", async () => {
  server.state.webhook.allowed_updates = ["message", "message_reaction"];
  const missing = "edited_message, callback_query, my_chat_member";
  expect(await found()).toContain(
    `warning: Telegram does not tell us of ${missing}. Run \`npm run channels -- setup\`.`,
  );
});

test("a platform that cannot be reached is told as such, without the token", async () => {
  expect(await found({ apiUrl: "http://127.0.0.1:1" })).toEqual([
    "wrong: Telegram cannot be asked: the platform cannot be reached.",
  ]);
});
