import type { Delivery, Part } from "../../../../src/channels/channel";
import type { Choice } from "../../../../src/conversation/reply";
import type { Entry } from "../../../../src/conversation/transcript";
import { picture } from "../../../rooms/photos/pictures";
import { type ServedChannel, serveChannel } from "../channelServer";
import { eventually } from "../client";
import { type BotFrameworkFake, openBotFrameworkFake } from "./fake";

let fake: BotFrameworkFake;
let served: ServedChannel;

beforeAll(async () => {
  fake = await openBotFrameworkFake();
  served = await serveChannel(fake);
});
afterAll(async () => served?.close());

const PDF = Buffer.from("%PDF-1.4\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n");
let count = 0;
/** What Teams tells of somebody, and what the house then has of it. */
async function heard(person: string, changes: object): Promise<Entry[]> {
  count += 1;
  const at = new Date(Date.now() - 60_000 + count).toISOString();
  const of = { id: `m${count}`, timestamp: at, from: { id: `29:${person}` }, conversation: { id: `a:${person}` } };
  expect(await fake.send(served.url, fake.activity({ ...of, ...changes }))).toBe(200);
  await served.house.settled();
  const id = await eventually(async () => {
    const kept = await served.house.storage.db.selectFrom("conversations").select(["id", "address"]).execute();
    return kept.find(({ address }) => JSON.stringify(address).includes(`"a:${person}"`))?.id;
  });
  return (await served.entries(id)).filter(({ author }) => author === "resident");
}

test("pictures are fetched with the bot's token, files of Teams without it, and pages that repeat the text are not", async () => {
  const photo = await picture(40, 30).png().toBuffer();
  const [entry] = await heard("anna", {
    text: "tu jest dziura",
    attachments: [
      { contentType: "text/html", content: "<p>tu jest dziura</p>" },
      { contentType: "image/*", contentUrl: fake.azure.keep(photo), name: "dziura.png" },
      {
        contentType: "application/vnd.microsoft.teams.file.download.info",
        content: { downloadUrl: fake.azure.keep(PDF, false) },
        name: "pismo.pdf",
      },
      { contentType: "image/png", contentUrl: `data:image/png;base64,${photo.toString("base64")}`, name: "b.png" },
    ],
  });
  expect(entry).toMatchObject({ text: "tu jest dziura" });
  expect(entry?.attachments?.map(({ name, contentType }) => [name, contentType])).toEqual([
    ["dziura.jpg", "image/jpeg"],
    ["pismo.pdf", "application/pdf"],
    ["b.jpg", "image/jpeg"],
  ]);
});

test("an address somebody made up is not called, and the file is told of as unreadable", async () => {
  const other = await openBotFrameworkFake();
  const contentUrl = other.azure.keep(PDF);
  const entries = await heard("ewa", {
    attachments: [{ contentType: "application/pdf", contentUrl, name: "cudzy.pdf" }],
  });
  expect(entries).toMatchObject([{ text: "cudzy.pdf", form: "unreadable" }]);
  expect(other.azure.calls).toEqual([]);
  await other.close();
});

test("the bot's name in a group's message is no part of the question; others' names are", async () => {
  const mention = (id: string, name: string) => ({
    type: "mention",
    text: `<at>${name}</at>`,
    mentioned: { id, name },
  });
  const [entry] = await heard("grupa", {
    text: "<at>Hejnał</at> gdzie pracuje <at>Ola</at>?",
    entities: [mention("28:bot", "Hejnał"), mention("29:ola", "Ola"), { type: "clientInfo" }],
  });
  expect(entry?.text).toBe("gdzie pracuje Ola?");
});

test("reactions, changed messages, places and cards without words come as what they are", async () => {
  await heard("jan", { id: "first", text: "jest dziura" });
  await heard("jan", { type: "messageUpdate", id: "first", text: "jest wielka dziura" });
  await heard("jan", { type: "messageReaction", replyToId: "x", reactionsAdded: [{ type: "heart" }] });
  await heard("jan", { type: "messageReaction", replyToId: "x", reactionsRemoved: [{ type: "heart" }] });
  await heard("jan", { entities: [{ type: "Place", geo: { latitude: 50.0614, longitude: 19.9366 } }] });
  await heard("jan", { text: "tutaj", entities: [{ type: "GeoCoordinates", latitude: 50.0614, longitude: 19.9366 }] });
  await heard("jan", { value: "Tak" });
  const entries = await heard("jan", { value: { answer: 1 } });
  expect(entries.map(({ text, form }) => [text, form])).toEqual([
    ["jest dziura", undefined],
    ["jest wielka dziura", "edit"],
    ["❤️", "reaction"],
    ["", "reaction"],
    ["geo:50.061400,19.936600", undefined],
    ["tutaj\n50.061400, 19.936600", undefined],
    ["Tak", undefined],
    ["message", "unreadable"],
  ]);
});

test("the same activity twice is heard once, and it is shown that we write", async () => {
  const typed = fake.typed();
  const twice = { id: "twice", text: "raz" };
  await heard("iga", twice);
  expect(await heard("iga", twice)).toHaveLength(1);
  await eventually(() => fake.typed() > typed);
});

const wish = { kind: "human" } as const;
const choices = (titles: string[]): Choice[] => titles.map((title) => ({ title, wish }));
const long = "Chcę porozmawiać z człowiekiem z urzędu miasta";

/** A reply as a platform behind Azure gets it. */
function shownOn(channelId: string, entry: Partial<Entry>): readonly Part[] {
  const address = { ...fake.activity({}), channelId, user: { id: "29:anna" }, bot: { id: "28:bot" } };
  const whole: Entry = { conversationId: "c", seq: 3, id: "e", at: new Date(), author: "bot", text: "", ...entry };
  const delivery: Delivery = { id: "d", address, entry: whole, attempt: 1, language: "pl", sentParts: 0 };
  return served.channel.render?.(delivery) ?? [];
}

describe("a reply is shown as the platform behind Azure can", () => {
  const reply = { text: "Nie wiem. Zobacz [stronę](https://krakow.pl).", choices: choices(["Tak", long]) };

  test("in Teams and Slack on a card, because suggested actions are not for groups", () => {
    for (const [platform, textFormat] of [
      ["msteams", "markdown"],
      ["slack", "plain"],
    ] as const)
      expect(shownOn(platform, reply)).toMatchObject([
        { textFormat, attachments: [{ content: { buttons: [{ title: "Tak" }, { value: long }] } }] },
      ]);
  });

  test("in LINE with short titles that send the whole one", () => {
    const [first] = shownOn("line", reply);
    expect(first).toMatchObject({
      text: "Nie wiem. Zobacz stronę (https://krakow.pl).",
      suggestedActions: { to: ["29:anna"], actions: [{ title: "Tak" }, { title: "Chcę porozmawiać z…", value: long }] },
    });
  });

  test.each(["sms", "email", "a platform of tomorrow"])("on %s as numbers", (platform) => {
    const [first] = shownOn(platform, reply);
    expect(first).toMatchObject({ textFormat: "plain", text: expect.stringContaining(`2. ${long}`) });
    expect(first).not.toHaveProperty("suggestedActions");
    expect(first).not.toHaveProperty("attachments");
  });

  test("with seven buttons Teams gets numbers", () => {
    const [first] = shownOn("msteams", { text: "Co dalej?", choices: choices(["a", "b", "c", "d", "e", "f", "g"]) });
    expect(first).toMatchObject({ text: expect.stringContaining("7. g") });
  });
});

test("a consultant's small picture arrives inside the message; what Teams cannot draw is told of", async () => {
  await heard("ola", { text: "dzień dobry" });
  const id = await served.conversationWith("dzień dobry");
  const bytes = await picture(20, 20).png().toBuffer();
  const file = await served.house.files.save(id, { name: "plan.png", contentType: "image/png", bytes });
  const pdf = await served.house.files.save(id, { name: "pismo.pdf", contentType: "application/pdf", bytes: PDF });
  const parts = shownOn("msteams", {
    author: "consultant",
    authorName: "Ewa",
    text: "Proszę.",
    attachments: [file, pdf],
  });
  expect(parts).toMatchObject([
    { text: "**Ewa:** Proszę." },
    { file: { name: "plan.png" } },
    { text: expect.stringContaining("„pismo.pdf”") },
  ]);
  const [drawn] = shownOn("webchat", { author: "consultant", attachments: [pdf] });
  expect(drawn).toMatchObject({ file: { name: "pismo.pdf" } });

  const address = {
    ...fake.activity({}),
    conversation: { id: "a:ola" },
    user: { id: "29:ola" },
    bot: { id: "28:bot" },
  };
  const entry: Entry = { conversationId: id, seq: 9, id: "e", at: new Date(), author: "consultant", text: "" };
  const delivery: Delivery = { id: "d", address, entry, attempt: 1, language: "pl", sentParts: 0 };
  const [, part] = parts;
  await served.channel.send?.(part ?? {}, { delivery, index: 1, key: "d:1" }, served.house);
  expect(fake.arrived().at(-1)).toMatchObject({ person: "ola", file: { name: "plan.png", bytes } });
});

test("an operator is told what is missing, and what to enter in Azure", async () => {
  expect(await served.channel.check?.()).toMatchObject([{ level: "ok" }, { level: "ok" }]);
  const other = fake.makeChannel({
    ...{ appId: "99999999-2222-4333-8444-555555555555", publicUrl: "http://localhost:3978" },
    cloud: { ...fake.azure.cloud, ToChannelFromBotLoginUrl: "https://127.0.0.1:1/botframework.com" },
  });
  expect(await other?.check?.()).toMatchObject([
    { level: "wrong", text: expect.stringContaining("PUBLIC_URL") },
    { level: "wrong", text: expect.stringContaining("MICROSOFT_APP_PASSWORD") },
  ]);
  const [told] = (await served.channel.setUp?.("https://czat.example.org/")) ?? [];
  expect(told?.text).toContain("https://czat.example.org/api/messages");
});
