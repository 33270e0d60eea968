import { randomUUID } from "node:crypto";
import { sql } from "kysely";
import { NotNow } from "../../../../src/channels/channel";
import { telegram } from "../../../../src/channels/telegram/telegram";
import { picture } from "../../../rooms/photos/pictures";
import { type ServedChannel, serveChannel } from "../channelServer";
import { eventually } from "../client";
import { refusal } from "./botServer";
import { documented } from "./documented";
import { openTelegramFake, type TelegramFake } from "./fake";
import { openPeople, type Somebody } from "./people";

let fake: TelegramFake;
let served: ServedChannel;

beforeAll(async () => {
  fake = await openTelegramFake();
  served = await serveChannel(fake, { settleMs: 1 });
  people = openPeople(served, fake);
});
afterAll(() => served.close());

let people: ReturnType<typeof openPeople>;
const somebody = (language?: string) => people.somebody(language);

const words = (entries: { text: string }[]) => entries.map(({ text }) => text);
const countEvents = async () =>
  (await sql<{ n: number }>`select count(*)::int as n from channel_events`.execute(served.house.storage.db)).rows[0]?.n;

const jpeg = async () => picture(40, 30, {}).jpeg().toBuffer();
/** A file as Telegram keeps it, by the id under which we may fetch it. */
function kept(file_id: string, bytes: Buffer) {
  fake.server.files.set(file_id, { path: `photos/${file_id}`, bytes });
  return { file_id, file_unique_id: file_id, file_size: bytes.length };
}

describe("who may call", () => {
  const update = { update_id: 7, message: { message_id: 1, chat: { id: 9, type: "private" }, date: 1, text: "x" } };

  test("without the webhook's secret token nothing is stored", async () => {
    const before = await countEvents();
    expect(await fake.tell(served.url, update, "somebody_elses")).toBe(403);
    expect(await fake.tell(served.url, update, "")).toBe(403);
    expect(await countEvents()).toBe(before);
  });

  test("another path is nothing at all, whatever token comes along", async () => {
    const { secret_token, url } = fake.server.state.webhook;
    const headers = { "Content-Type": "application/json", "X-Telegram-Bot-Api-Secret-Token": secret_token };
    const call = (path: string) =>
      fetch(`${served.url}${path}`, { method: "POST", headers, body: JSON.stringify(update) });
    expect((await call("/channels/telegram/x")).status).toBe(404);
    expect((await call(`${new URL(url).pathname}x`)).status).toBe(404);
    expect(new URL(url).pathname).not.toContain(secret_token);
  });
});

test("what nobody knows and what is said in groups is counted and told to have arrived", async () => {
  const [before, from] = [await countEvents(), served.counted.length];
  const { chat, ...anna } = somebody();
  const group = { id: -100_200, type: "supergroup", title: "Sąsiedzi" };
  expect(await anna.tell({ chat_boost: { chat } })).toBe(200);
  expect(await anna.tell({ message: { from: anna.from } })).toBe(200);
  expect(await anna.tell({ message: { message_id: 1, chat: group, from: anna.from, date: 1, text: "hej" } })).toBe(200);
  expect(served.counted.slice(from)).toEqual(["unknown", "unknown", "group"]);
  expect(await countEvents()).toBe(before);
});

test("every example of the documentation is understood", async () => {
  fake.server.chats.add(1111111);
  // They all have the same numbers, as if they were one.
  const numbered = (example: object, at: number) =>
    JSON.parse(JSON.stringify({ ...example, update_id: at }).replace('"message_id":1365', `"message_id":${1365 + at}`));
  for (const [at, example] of Object.values(documented).entries())
    expect(await fake.tell(served.url, numbered(example, at))).toBe(200);
  await people.handled();
  const entries = await served.entries(await served.conversationWith("Bold and italics"));
  const said = entries.filter(({ author }) => author === "resident");
  expect(said.map(({ text, form }) => [text, form])).toEqual([
    // Who starts again is greeted again; the files are none that Telegram would give us.
    ["Dzień dobry", undefined],
    ["Dzień dobry", undefined],
    ["Edited text", "edit"],
    ["Bold and italics", undefined],
    ["nagranie.mp3", "unreadable"],
    ["nagranie.ogg", "unreadable"],
    ["Testfile.pdf", "unreadable"],
  ]);
});

test("what is kept until it is handled names nobody", async () => {
  served.clock.stop();
  const anna = somebody();
  const update_id = people.nextUpdateId();
  await fake.tell(served.url, { update_id, message: { ...anna.about(1), text: "dzień dobry" } });
  const { rows } = await sql<{ payload: unknown }>`select payload from channel_events
    where external_id = ${String(update_id)}`.execute(served.house.storage.db);
  expect(rows[0]?.payload).toMatchObject({ message: { text: "dzień dobry", chat: { id: anna.id } } });
  expect(JSON.stringify(rows)).not.toContain("Nowak");
  served.clock.go();
  await people.handled();
});

describe("commands", () => {
  test("/start begins the conversation, and nothing more is said; later it is a greeting like any other", async () => {
    const anna = somebody("en");
    await anna.sends({ text: "/start" });
    expect(words(await anna.entries())).toEqual(["Dzień dobry. Jestem automatem."]);
    await anna.sends({ text: "/start" });
    expect(words(await anna.entries()).slice(1)).toEqual(["Hello", "Słyszę: Hello"]);
  });

  test("a code from another channel comes with the link", async () => {
    const anna = somebody();
    await anna.sends({ text: "/start hej-ab12-cd34" });
    expect(words(await anna.said())).toEqual(["HEJ-AB12-CD34"]);
  });

  test.each([
    ["/zglos", "pl", "Zgłoś problem"],
    ["/report@KrakowTestBot", "pl", "Report a problem"],
    ["/status", "uk", "Перевірити звернення"],
    ["/czlowiek", "pl", "Porozmawiaj z człowiekiem"],
    ["/dopomoha", "uk", "Допомога"],
    ["/nieznane", "pl", "/nieznane"],
  ])("%s in %s is %s", async (text, language, said) => {
    const anna = somebody(language);
    await anna.sends({ text });
    expect(words(await anna.said())).toEqual([said]);
  });
});

describe("buttons", () => {
  const press = (anna: Somebody, data: string, message?: object) => {
    const id = randomUUID();
    fake.server.queries.add(id);
    return anna.tell({ callback_query: { id, from: anna.from, chat_instance: "1", data, message } }).then(() => id);
  };

  test("a press is answered, so that the button rests, and says the whole title", async () => {
    const anna = somebody();
    await anna.sends({ text: "hej" });
    const under = await eventually(() => anna.got()[1]);
    const pressed = await press(anna, under.buttons[0]?.payload ?? "", { chat: anna.chat, message_id: 5, date: 0 });
    expect(words(await anna.said())).toEqual(["hej", "Człowiek"]);
    await eventually(() => fake.server.answered.includes(pressed));
  });

  test("where the entry is not kept any more, what stands on the button counts; what is none of ours does not", async () => {
    const anna = somebody();
    const inline_keyboard = [[{ text: "Zgłoś problem", callback_data: "c:999:0" }]];
    await press(anna, "c:999:0", { chat: anna.chat, message_id: 5, date: 0, reply_markup: { inline_keyboard } });
    const other = await press(anna, "somebody else's");
    expect(words(await anna.said())).toEqual(["Zgłoś problem"]);
    await eventually(() => fake.server.answered.includes(other));
  });
});

describe("what residents send", () => {
  test("an album comes picture by picture, each in its largest size, with the words that stand under it", async () => {
    const [anna, bytes] = [somebody(), await jpeg()];
    const photo = (id: string) => [
      { ...kept(`${id}s`, Buffer.from("small")), width: 90, height: 60 },
      { ...kept(id, bytes), width: 1280, height: 853 },
    ];
    await anna.sends({ photo: photo("a1"), media_group_id: "g", caption: "dziura na Długiej" });
    await anna.sends({ photo: photo("a2"), media_group_id: "g" });
    const said = await anna.said();
    expect(words(said)).toEqual(["dziura na Długiej", ""]);
    expect(said.map(({ attachments }) => attachments?.map(({ contentType }) => contentType))).toEqual([
      ["image/jpeg"],
      ["image/jpeg"],
    ]);
  });

  test("what Telegram gives bots not, or nobody here can read, is named", async () => {
    const anna = somebody();
    const large = { file_id: "L", file_unique_id: "L", file_name: "film.pdf", file_size: 30_000_000 };
    await anna.sends({ document: large, caption: "proszę" });
    // Told as a document, too, for programs that know no animations.
    await anna.sends({ animation: { file_id: "A" }, document: { file_id: "A", file_name: "a.mp4" } });
    await anna.sends({ poll: { id: "1", question: "Kiedy?" } });
    const told = (await anna.said()).map(({ text, form }) => [text, form]);
    expect(told).toEqual(
      expect.arrayContaining([
        ["film.pdf", "unreadable"],
        ["proszę", undefined],
      ]),
    );
    expect(told.slice(2)).toEqual([
      ["animation", "unreadable"],
      ["poll", "unreadable"],
    ]);
  });

  test("a file that cannot be had for a while is fetched again, and what came after it waits", async () => {
    const anna = somebody();
    const { file_id, ...file } = kept("late", await jpeg());
    const bytes = fake.server.files.get(file_id)?.bytes ?? Buffer.alloc(0);
    fake.server.files.set(file_id, { path: "../../../etc/nowhere", bytes });
    const photo = [{ ...file, file_id, width: 10, height: 10 }];
    const tell = (message: object) => fake.tell(served.url, { update_id: people.nextUpdateId(), message });
    await tell({ ...anna.about(1), photo });
    await tell({ ...anna.about(2), text: "widać?" });
    await eventually(() => fake.server.calls.some(({ path }) => path.includes("nowhere")));
    fake.server.files.set(file_id, { path: "photos/late", bytes });
    served.clock.forward(5);
    await people.handled();
    expect((await anna.said()).map(({ text, attachments }) => [text, attachments?.length])).toEqual([
      ["", 1],
      ["widać?", 0],
    ]);
  });

  test("while the token does not work a file is waited for, not lost", async () => {
    const { TELEGRAM_API_URL: apiUrl = "" } = fake.settings;
    const channel = telegram({ apiUrl, token: `1:${"x".repeat(30)}`, secret: "s", messagesPerMinute: 9 });
    const { chat, from } = somebody();
    const message = {
      message_id: 1,
      chat,
      from,
      what: "photo",
      photo: [{ ...kept("p", await jpeg()), width: 9, height: 9 }],
    };
    const told = { externalId: "1", person: "p", rank: 1, kind: "message", payload: { update_id: 1, message } };
    const handling = channel?.handle?.({ ...told, attempt: 9, isLast: true }, served.house);
    await expect(handling).rejects.toThrow(NotNow);
  });

  test("what comes in a shape we do not know is told as such", async () => {
    const anna = somebody();
    await anna.sends({ sticker: "a new kind of sticker" });
    await anna.sends({ contact: { vcard: "BEGIN:VCARD" } });
    expect((await anna.said()).map(({ text, form }) => [text, form])).toEqual([
      ["❔", "sticker"],
      ["contact", "unreadable"],
    ]);
  });

  test("positions, venues and contacts become words the bot reads", async () => {
    const anna = somebody();
    const location = { latitude: 50.0615, longitude: 19.938333 };
    await anna.sends({ location: { ...location, horizontal_accuracy: 12.4 } });
    await anna.sends({ venue: { location, title: "Rynek", address: "Rynek Główny" }, location });
    await anna.sends({ contact: { phone_number: "48123456789", first_name: "Jan" } });
    expect(words(await anna.said())).toEqual([
      "geo:50.061500,19.938333;u=12",
      "geo:50.061500,19.938333",
      "+48123456789",
    ]);
  });

  test("edits with new words are told, two in one second, too; what only moves or is looked at is not", async () => {
    const anna = somebody();
    await anna.sends({ text: "Długa 1" }, 501);
    await anna.edits(501, { text: "Długa 1", entities: [] });
    await anna.edits(501, { text: "Długa 12" });
    await anna.edits(501, { text: "Długa 12a" });
    await anna.edits(501, { text: "Długa 12a" });
    await anna.edits(502, { location: { latitude: 50, longitude: 20, live_period: 60 } });
    expect((await anna.said()).map(({ text, form }) => [text, form])).toEqual([
      ["Długa 1", undefined],
      ["Długa 12", "edit"],
      ["Długa 12a", "edit"],
    ]);
  });

  test("reactions as they are now; taken back they are nothing", async () => {
    const anna = somebody();
    await anna.sends({ text: "dziękuję" }, 601);
    const reaction = (new_reaction: object[]) => ({
      message_reaction: { chat: anna.chat, user: anna.from, message_id: 602, date: 1, old_reaction: [], new_reaction },
    });
    await anna.tell(reaction([{ type: "emoji", emoji: "👍" }]));
    await anna.tell(reaction([{ type: "custom_emoji", custom_emoji_id: "5" }]));
    await anna.tell(reaction([]));
    const reactions = (await anna.said()).filter(({ form }) => form === "reaction");
    expect(words(reactions)).toEqual(["👍", "❔", ""]);
  });

  test("who blocks the bot has left; what nobody said is only counted", async () => {
    const [anna, stranger] = [somebody(), somebody()];
    await anna.sends({ text: "hej" });
    await anna.sends({ pinned_message: { message_id: 1 } });
    const left: string[] = [];
    const house = { ...served.house, leave: async (id: string) => void left.push(id) };
    const told = { externalId: "1", person: "p", rank: 1, kind: "my_chat_member", attempt: 1, isLast: false };
    for (const { chat, from } of [anna, stranger])
      for (const status of ["kicked", "member"]) {
        const payload = { update_id: 1, my_chat_member: { chat, from, new_chat_member: { status } } };
        await served.channel.handle?.({ ...told, payload }, house);
      }
    expect(left).toEqual([(await anna.entries())[0]?.conversationId]);
    expect(words(await anna.said())).toEqual(["hej"]);
    expect(await stranger.entries()).toEqual([]);
  });
});

describe("what residents get", () => {
  const sentWith = (text: string) => fake.server.calls.filter(({ body }) => String(body).includes(text));

  test("marks as Telegram's HTML, and no previews of links", async () => {
    const anna = somebody();
    await anna.sends({ text: "**Ważne** <b> & [BIP](https://bip.krakow.pl/?a=1&b=2)" });
    expect((await eventually(() => anna.got()[1])).text).toBe("Słyszę: Ważne <b> & BIP");
    const [call] = sentWith("bip.krakow.pl");
    expect(JSON.parse(String(call?.body))).toMatchObject({
      text: 'Słyszę: <b>Ważne</b> &lt;b&gt; &amp; <a href="https://bip.krakow.pl/?a=1&amp;b=2">BIP</a>',
      parse_mode: "HTML",
      link_preview_options: { is_disabled: true },
    });
  });

  test("what Telegram cannot read as HTML arrives without marks", async () => {
    const anna = somebody();
    await anna.sends({ text: "/start" });
    await served.house.settled();
    fake.failNext(refusal(400, "Bad Request: can't parse entities: Unsupported start tag"));
    await anna.sends({ text: "**Pilne** [tu](https://krakow.pl)" });
    expect((await eventually(() => anna.got()[1])).text).toBe("Słyszę: Pilne tu (https://krakow.pl)");
  });

  test("a consultant's picture as a photo, other files as they are, and a picture Telegram does not like as a file", async () => {
    const anna = somebody();
    await anna.sends({ text: "/start" });
    const [greeting] = await anna.entries();
    if (!greeting) throw new Error("there is no conversation");
    const { conversationId } = greeting;
    const send = async (name: string, contentType: string) => {
      const attachment = await served.house.files.save(conversationId, { name, contentType, bytes: Buffer.from(name) });
      const entry = { ...greeting, author: "consultant" as const, text: "", choices: [], attachments: [attachment] };
      const delivery = {
        id: "d",
        address: { chat: anna.id },
        entry,
        attempt: 1,
        language: "pl" as const,
        sentParts: 0,
      };
      for (const part of served.channel.render?.(delivery) ?? [])
        await served.channel.send?.(part, { delivery, index: 0, key: "d:0" }, served.house);
    };
    await served.house.settled();
    const from = fake.server.calls.length;
    await send("plan.jpg", "image/jpeg");
    await send("wniosek.pdf", "application/pdf");
    await send("głos.ogg", "audio/ogg");
    fake.failNext(refusal(400, "Bad Request: PHOTO_INVALID_DIMENSIONS"));
    await send("pasek.png", "image/png");
    expect(fake.server.calls.slice(from).map(({ path }) => path.replace(/^.*\//, ""))).toEqual([
      "sendPhoto",
      "sendDocument",
      "sendVoice",
      "sendPhoto",
      "sendDocument",
    ]);
    const files = anna.got().flatMap(({ file }) => file ?? []);
    expect(files.map(({ name, bytes }) => [name, String(bytes)])).toEqual(
      ["plan.jpg", "wniosek.pdf", "głos.ogg", "pasek.png"].map((name) => [name, name]),
    );
  });
});
