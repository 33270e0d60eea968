import type { Channel, Finding } from "../../../../src/channels/channel";
import { channelOf } from "../channelServer";
import { memoryHouse } from "../memoryHouse";
import { serve } from "../serve";
import { openWhatsAppFake, type WhatsAppFake } from "./fake";

let fake: WhatsAppFake;
let server: Awaited<ReturnType<typeof serve>>;

beforeEach(async () => {
  fake = await openWhatsAppFake();
  server = await serve([channelOf(fake)], memoryHouse());
});
afterEach(async () => {
  await server.close();
  await fake.close();
});

const withSettings = (changes: Record<string, string>): Channel =>
  channelOf({ ...fake, settings: { ...fake.settings, ...changes } });
const found = (findings: Finding[] | undefined, level: Finding["level"]) =>
  (findings ?? []).filter((finding) => finding.level === level).map(({ text }) => text);

test("one command sets the webhook, the subscription and what residents may tap; then nothing is wrong", async () => {
  const channel = withSettings({});
  const before = found(await channel.check?.(), "wrong");
  expect(before).toEqual([
    expect.stringContaining("The app has no webhook for WhatsApp"),
    expect.stringContaining("does not tell the app Hejnał of anything"),
  ]);
  expect(found(await channel.setUp?.(server.url), "ok")).toHaveLength(3);
  expect(fake.managed.subscriptions).toMatchObject([
    { callback_url: `${server.url}/channels/whatsapp`, fields: "messages" },
  ]);
  expect(fake.managed.starters).toMatchObject({
    enable_welcome_message: false,
    prompts: expect.arrayContaining(["Chcę zgłosić problem w mieście"]),
    commands: expect.arrayContaining([expect.objectContaining({ command_name: "zglos" })]),
  });
  const after = await channel.check?.();
  expect(after?.map(({ level }) => level)).toEqual(["ok", "ok", "ok", "ok"]);
});

test.each<[string, Record<string, string>, string]>([
  [
    "a token that is no good",
    { WHATSAPP_TOKEN: "EAAJB-a-token-that-was-withdrawn" },
    "WHATSAPP_TOKEN: the token is expired",
  ],
  [
    "the secret of another app",
    { META_APP_SECRET: "the secret of another app" },
    "META_APP_SECRET is not the secret of the app",
  ],
  ["a number that is not there", { WHATSAPP_PHONE_ID: "42" }, "WHATSAPP_PHONE_ID 42: there is nothing with this id"],
  ["no account", { WHATSAPP_ACCOUNT_ID: "" }, "WHATSAPP_ACCOUNT_ID is not set"],
  [
    "a template in another language",
    { WHATSAPP_TEMPLATE: "rozmowa_czeka:uk" },
    'no template rozmowa_czeka in "uk", only in pl',
  ],
  ["a template nobody made", { WHATSAPP_TEMPLATE: "nie_ma:pl" }, 'no template nie_ma in "pl"'],
])("%s is found", async (_, changes, words) => {
  expect(found(await withSettings(changes).check?.(), "wrong")).toContainEqual(expect.stringContaining(words));
});

test("a template that waits or has variables, a number that is not registered and one in bad repute are found", async () => {
  const [template] = fake.managed.templates;
  if (template) template.status = "PENDING";
  fake.managed.phone.status = "PENDING";
  expect(found(await withSettings({}).check?.(), "wrong")).toEqual(
    expect.arrayContaining([
      expect.stringContaining("is PENDING, not APPROVED"),
      expect.stringContaining("not CONNECTED"),
    ]),
  );
  if (template)
    Object.assign(template, { status: "APPROVED", components: [{ type: "BODY", text: "Dzień dobry {{1}}" }] });
  fake.managed.phone = { quality_rating: "RED" };
  const findings = await withSettings({}).check?.();
  expect(found(findings, "wrong")).toContainEqual(expect.stringContaining("has variables"));
  expect(found(findings, "warning")).toEqual([expect.stringContaining("quality rating RED")]);
});

test("without a template that is a warning, and the window then simply closes", async () => {
  const channel = withSettings({ WHATSAPP_TEMPLATE: "" });
  expect(found(await channel.check?.(), "warning")).toEqual([expect.stringContaining("WHATSAPP_TEMPLATE is not set")]);
  expect(channel.capabilities().window).toEqual({ hours: 24, after: "nothing" });
});

test("an address Meta cannot call is told", async () => {
  const findings = await withSettings({}).setUp?.("http://127.0.0.1:9");
  expect(found(findings, "wrong")).toEqual([expect.stringContaining("the program must run and be reachable")]);
});
