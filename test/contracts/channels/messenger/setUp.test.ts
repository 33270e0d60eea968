import type { Channel, Finding } from "../../../../src/channels/channel";
import { failureOf } from "../../../../src/channels/meta/graph";
import { channelOf } from "../channelServer";
import { memoryHouse } from "../memoryHouse";
import { serve } from "../serve";
import { type MessengerFake, openMessengerFake } from "./fake";
import { refusals } from "./graph";

let fake: MessengerFake;
let channel: Channel;
let server: Awaited<ReturnType<typeof serve>>;

beforeEach(async () => {
  fake = await openMessengerFake();
  channel = channelOf(fake);
  server = await serve([channel], memoryHouse());
});
afterEach(async () => {
  await server.close();
  await fake.close();
});

const checked = (changes: Record<string, string | undefined> = {}) =>
  channelOf({ ...fake, settings: settingsWith(changes) }).check?.() ?? [];
const settingsWith = (changes: Record<string, string | undefined>) =>
  Object.fromEntries(
    Object.entries({ ...fake.settings, ...changes }).flatMap(([name, value]) => (value ? [[name, value]] : [])),
  );
const levels = (findings: Finding[] = []) => findings.map(({ level }) => level);
const bad = async (changes?: Record<string, string | undefined>) =>
  (await checked(changes)).filter(({ level }) => level !== "ok").map(({ text }) => text);

test("one command sets everything up, and the check finds nothing missing", async () => {
  expect(levels(await channel.setUp?.(`${server.url}/`))).toEqual(["ok", "ok", "ok"]);
  expect(fake.dashboard.webhook?.callback_url).toBe(`${server.url}/channels/messenger`);
  expect(fake.dashboard.subscribed).toContain("message_echoes");
  expect(await checked()).toEqual([
    { level: "ok", text: "Messenger: META_APP_ID and META_APP_SECRET fit together." },
    { level: "ok", text: `Messenger: the webhook ${server.url}/channels/messenger answers.` },
    { level: "ok", text: 'Messenger: MESSENGER_TOKEN works for the page "Kraków".' },
    { level: "ok", text: "Messenger: the page's events come to us." },
    { level: "ok", text: "Messenger: greeting, first questions and menu are set." },
  ]);
});

test("what residents find before they write keeps to Meta's limits, in three languages", async () => {
  await channel.setUp?.(server.url);
  const { greeting, ice_breakers, persistent_menu, get_started } = fake.dashboard.profile;
  const all = { greeting, ice_breakers, persistent_menu };
  for (const localized of Object.values(all))
    expect(localized).toMatchObject(["default", "pl_PL", "en_US", "en_GB", "uk_UA"].map((locale) => ({ locale })));
  const texts = JSON.stringify(all);
  const lengths = (field: string) =>
    [...texts.matchAll(new RegExp(`"${field}":"([^"]*)"`, "g"))].map(([, text = ""]) => text.length);
  expect(Math.max(...lengths("text"))).toBeLessThanOrEqual(160);
  expect(Math.max(...lengths("question"))).toBeLessThanOrEqual(80);
  expect(Math.max(...lengths("title"))).toBeLessThanOrEqual(30);
  expect(get_started).toEqual({ payload: "say:Dzień dobry" });
});

test("where nothing was set up yet, each thing that is missing is told", async () => {
  expect(await bad()).toEqual([
    'Messenger: the app has no webhook of ours for its pages: run "npm run channels -- setup".',
    'Messenger: the app gets no events of the page: run "npm run channels -- setup".',
    'Messenger: get_started, greeting, ice_breakers, persistent_menu not set: run "npm run channels -- setup".',
  ]);
});

describe("once it is set up", () => {
  beforeEach(async () => void (await channel.setUp?.(server.url)));

  test.each<[string, Record<string, string | undefined>, RegExp[]]>([
    [
      "an expired token",
      { MESSENGER_TOKEN: "an expired token of the page" },
      [/MESSENGER_TOKEN is expired or withdrawn/],
    ],
    ["another page", { MESSENGER_PAGE_ID: "17" }, [/is that of "Kraków" \(682498302938465\), MESSENGER_PAGE_ID is 17/]],
    [
      "another app's secret",
      { META_APP_SECRET: "the secret of another" },
      [/META_APP_ID and META_APP_SECRET do not fit/],
    ],
    ["no number of the app", { META_APP_ID: undefined }, [/META_APP_ID is not set/]],
    ["another verify token", { META_VERIFY_TOKEN: "not the word we said" }, [/answers 403, not as ours does/]],
  ])("%s is found", async (_, changes, words) => {
    expect(await bad(changes)).toEqual(words.map((one) => expect.stringMatching(one)));
  });

  test("fields that are not subscribed to, missing permissions, an ending token and other apps are found", async () => {
    const { dashboard } = fake;
    dashboard.subscribed = dashboard.subscribed?.filter((field) => field !== "message_echoes") ?? [];
    dashboard.scopes = ["pages_messaging"];
    dashboard.expiresAt = Date.UTC(2027, 0, 31) / 1000;
    dashboard.otherApps = [{ id: "5", name: "Sklep", subscribed_fields: ["messages"] }];
    expect(await bad()).toEqual([
      "Messenger: MESSENGER_TOKEN lacks the permission pages_manage_metadata.",
      "Messenger: MESSENGER_TOKEN ends on 2027-01-31: take one that does not expire.",
      'Messenger: the page\'s events message_echoes are not subscribed to: run "npm run channels -- setup".',
      'Messenger: another app answers on the page as well, "Sklep" (5): while it does, the bot keeps silent.',
    ]);
  });

  test("a webhook that cannot be reached is found", async () => {
    await server.close();
    expect(await bad()).toEqual([expect.stringMatching(/the webhook .* cannot be reached from here/)]);
  });
});

test("what could not be set up is told with Graph's reason", async () => {
  expect(await channel.setUp?.("http://127.0.0.1:9")).toMatchObject([
    { level: "wrong", text: expect.stringContaining("http://127.0.0.1:9/channels/messenger") },
    { level: "ok" },
    { level: "ok" },
  ]);
});

test.each([
  ["tooFast", "slow_down", 1],
  ["down", "retry", undefined],
  ["expired", "slow_down", 60],
  ["never", "give_up", undefined],
  ["stranger", "give_up", undefined],
  ["blocked", "blocked", undefined],
  ["windowClosed", "window_closed", undefined],
  ["elsewhere", "retry", 600],
] as const)("Graph's refusal %s means %s", (name, kind, retryAfterSeconds) => {
  const { status, json, headers = {} } = { headers: {}, ...refusals[name] };
  const after = Number(Object.values(headers)[0] ?? 0);
  const failure = failureOf({ status, body: json, ...(after > 0 && { retryAfterSeconds: after }) });
  expect(failure).toMatchObject({ kind, ...(retryAfterSeconds !== undefined && { retryAfterSeconds }) });
  expect(failure.message).toMatch(/^Graph \d{3}, code \d+/);
});
