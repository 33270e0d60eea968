import { randomUUID } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { appendEntries, type NewEntry } from "../../../../src/storage/appendEntries";
import { picture } from "../../../rooms/photos/pictures";
import { eventually } from "../client";
import { APP_ID, bodyOf, envelopeOf, PAGE_ID, signatureOf, VERIFY_TOKEN } from "./events";
import { RETRY_SECONDS, type ServedMessenger, serveMessenger } from "./served";

let served: ServedMessenger;

beforeAll(async () => {
  served = await serveMessenger();
});
afterAll(() => served.close());

const got = (person: string) => served.messenger.sent.filter(({ recipient }) => recipient.id === person);
const textsTo = (person: string) => got(person).map(({ message }) => message.text);
const memoryOf = async (id: string) => {
  const query = served.house.storage.db.selectFrom("conversations").select("memory").where("id", "=", id);
  return (await query.executeTakeFirst())?.memory;
};
/** How many messages to somebody are known to have arrived. */
const partsIn = async (conversationId: string) => {
  const query = served.house.storage.db.selectFrom("outbox").innerJoin("outbox_parts", "outbox_id", "outbox.id");
  return (await query.select("part").where("conversation_id", "=", conversationId).execute()).length;
};
const writes = async (conversationId: string, entry: Omit<NewEntry, "id">) => {
  const at = served.clock.now();
  await appendEntries(served.house.storage.db, { conversationId, entries: [{ id: randomUUID(), ...entry }], at });
  await served.house.settled();
};

describe("the webhook", () => {
  const shake = (query: object) =>
    fetch(`${served.url}/channels/messenger?${new URLSearchParams({ ...query })}`).then(async (response) => ({
      status: response.status,
      type: response.headers.get("content-type"),
      text: await response.text(),
    }));
  const right = { "hub.mode": "subscribe", "hub.verify_token": VERIFY_TOKEN, "hub.challenge": "<b>1158201444</b>" };

  test("Meta is shown that the address is ours", async () => {
    expect(await shake(right)).toEqual({
      status: 200,
      type: expect.stringContaining("text/plain"),
      text: "<b>1158201444</b>",
    });
  });

  test.each([
    ["another word", { ...right, "hub.verify_token": `${VERIFY_TOKEN}!` }],
    ["no word", { "hub.mode": "subscribe", "hub.challenge": "1" }],
    ["another mode", { ...right, "hub.mode": "unsubscribe" }],
  ])("with %s nobody is", async (_, query) => {
    expect((await shake(query)).status).toBe(403);
  });

  const words = { message: { mid: "m_signed", text: "zażółć gęślą jaźń 👩‍🚒" } };
  const told = () =>
    envelopeOf([{ sender: { id: "sygn" }, recipient: { id: PAGE_ID }, timestamp: Date.now(), ...words }]);

  test.each([
    ["signed as it would be without escapes", () => signatureOf(JSON.stringify(told()))],
    ["signed with another secret", () => signatureOf(bodyOf(told()), "another secret")],
    ["signed with half a signature", () => signatureOf(bodyOf(told())).slice(0, 40)],
    ["not signed", () => ""],
  ])("what is %s is refused", async (_, signature) => {
    expect(await served.messenger.tell(served.url, told(), { "X-Hub-Signature-256": signature() })).toBe(403);
    expect(await served.conversationOf("sygn")).toBeUndefined();
  });

  test("what Meta signed in its own escaped letters is heard", async () => {
    expect(bodyOf(told())).toContain("za\\u017c\\u00f3");
    expect(await served.messenger.tell(served.url, told())).toBe(200);
    await served.house.settled();
    expect(await served.saidBy("sygn")).toEqual([{ text: "zażółć gęślą jaźń 👩‍🚒" }]);
  });

  test("a body of 3 MB is taken, one of 5 MB is not", async () => {
    const large = (megabytes: number) => envelopeOf([{ much: "a".repeat(megabytes * 1024 * 1024) }]);
    expect(await served.messenger.tell(served.url, large(3))).toBe(200);
    expect(await served.messenger.tell(served.url, large(5))).toBe(413);
  });

  test("events of another page, without a person, or no events at all are counted and acknowledged", async () => {
    const before = served.counted.length;
    const event = {
      sender: { id: "obcy" },
      recipient: { id: "1" },
      timestamp: 1,
      message: { mid: "m_1", text: "hej" },
    };
    expect(await served.messenger.tell(served.url, envelopeOf([event], { pageId: "1" }))).toBe(200);
    expect(await served.messenger.tell(served.url, envelopeOf([{ sender: { user_ref: "x" } }]))).toBe(200);
    expect(await served.messenger.tell(served.url, { object: "page" })).toBe(200);
    expect(served.counted.slice(before)).toEqual(["other_page", "unknown", "unknown"]);
    expect(await served.conversationOf("obcy")).toBeUndefined();
  });
});

describe("what the page itself wrote", () => {
  test("our own echo proves that a message arrived whose answer was lost: it is not sent again", async () => {
    const id = await served.begins("echo");
    const before = textsTo("echo").length;
    served.messenger.failNext("done_then_cut");
    await served.post({ person: "echo", id: "m_echo-2", at: served.clock.now(), kind: "text", text: "raz" });
    await eventually(async () => (await partsIn(id)) === 3);
    served.clock.forward(RETRY_SECONDS + 1);
    await served.house.settled();
    expect(textsTo("echo").slice(before)).toEqual(["Słyszę: raz"]);
  });

  test("whoever answers in the page's inbox is in the conversation once, nothing is sent, and the bot is silent", async () => {
    const id = await served.begins("skrzynka");
    const before = got("skrzynka").length;
    await served.messenger.writeInInbox(served.url, "skrzynka", "Tu urząd, już sprawdzam.");
    await served.messenger.writeInInbox(served.url, "skrzynka", "Tu urząd, już sprawdzam.");
    await served.house.settled();
    const entries = await served.entries(id);
    expect(entries.slice(3)).toMatchObject([{ author: "consultant", text: "Tu urząd, już sprawdzam." }]);
    expect(entries).toHaveLength(4);
    expect(got("skrzynka")).toHaveLength(before);
    expect(await memoryOf(id)).toMatchObject({ silentUntil: expect.any(String) });
  });

  test("to somebody new they write without a greeting of ours", async () => {
    await served.messenger.writeInInbox(served.url, "nowa osoba", "Dzień dobry, dzwonili Państwo.");
    await served.house.settled();
    const id = (await served.conversationOf("nowa osoba")) ?? "";
    expect(await served.entries(id)).toMatchObject([{ author: "consultant", text: "Dzień dobry, dzwonili Państwo." }]);
  });

  test("what our app sent by an operator's hand is only counted", async () => {
    const id = await served.begins("operator");
    const before = (await served.entries(id)).length;
    const message = { mid: "m_hand", is_echo: true, app_id: Number(APP_ID), text: "próba" };
    await served.tells(PAGE_ID, { recipient: { id: "operator" }, message });
    expect(await served.entries(id)).toHaveLength(before);
    expect(served.counted.at(-1)).toBe("echo");
  });
});

describe("while another app or the inbox has the conversation", () => {
  test("nothing that is said is lost, nobody is greeted, and the bot is silent", async () => {
    await served.tells("obok", { message: { mid: "m_obok-1", text: "Do kogo piszę?" } }, "standby");
    await served.tells("obok", { postback: { mid: "m_obok-2", title: "Zamów" } }, "standby");
    expect(await served.saidBy("obok")).toEqual([{ text: "Do kogo piszę?" }, { text: "Zamów" }]);
    const id = (await served.conversationOf("obok")) ?? "";
    expect((await served.entries(id))[0]).toMatchObject({ author: "resident" });
    expect(await memoryOf(id)).toMatchObject({ silentUntil: expect.any(String) });
  });
});

describe("what residents do", () => {
  test.each([
    ["get started", { payload: "say:Dzień dobry", title: "Rozpocznij" }, "Dzień dobry"],
    ["menu", { payload: "say:Zgłoś problem", title: "Zgłoś problem" }, "Zgłoś problem"],
    ["button nobody knows", { payload: "OLD_MENU", title: "Godziny" }, "Godziny"],
    ["link with a code", { payload: "say:Dzień dobry", referral: { ref: "hej-7k2m-p9qd" } }, "HEJ-7K2M-P9QD"],
  ])("a %s means its words", async (name, postback, text) => {
    await served.tells(name, { postback });
    expect(await served.saidBy(name)).toEqual([{ text }]);
  });

  test("a code by a link into a thread that is there is a message; what is no code is counted", async () => {
    await served.begins("kod");
    await served.tells("kod", { referral: { ref: "HEJ-7K2M-P9QD", source: "SHORTLINK", type: "OPEN_THREAD" } });
    await served.tells("kod", { referral: { ref: "lato2026", source: "SHORTLINK", type: "OPEN_THREAD" } });
    expect((await served.saidBy("kod")).slice(1)).toEqual([{ text: "HEJ-7K2M-P9QD" }]);
    expect(served.counted.at(-1)).toBe("referral");
  });

  test("a button under an entry means its whole title, however short it was shown", async () => {
    const id = await served.begins("przycisk");
    const title = "Chcę rozmawiać z człowiekiem, nie z automatem";
    await writes(id, { author: "bot", text: "Co dalej?", choices: [{ title, wish: { kind: "human" } }] });
    const [button] = served.messenger.arrived().at(-1)?.buttons ?? [];
    expect(button?.title).toBe("Chcę rozmawiać z cz…");
    const payload = button?.payload ?? "";
    await served.post({ person: "przycisk", id: "m_press", at: served.clock.now(), kind: "press", payload });
    await served.house.settled();
    expect((await served.saidBy("przycisk")).at(-1)).toEqual({ text: title });
  });

  const link = { type: "fallback", payload: { url: "https://krakow.pl/a", title: "Kraków" } };
  test.each([
    ["a typed link", { text: "https://krakow.pl/a", attachments: [link] }, { text: "https://krakow.pl/a" }],
    ["a shared link", { attachments: [link] }, { text: "Kraków https://krakow.pl/a" }],
    ["a share nobody may see", { attachments: [{ type: "fallback" }] }, { text: "załącznik", form: "unreadable" }],
    ["a film", { attachments: [{ type: "video", payload: { url: "x" } }] }, { text: "wideo", form: "unreadable" }],
    ["nothing", {}, { text: "wiadomość", form: "unreadable" }],
    ["something built otherwise", { text: "ale", attachments: [{ kind: 7 }] }, { text: "ale" }],
    ["the thumb", { sticker_id: 369239263222822 }, { text: "👍", form: "sticker" }],
    [
      "a place",
      { attachments: [{ type: "location", payload: { coordinates: { lat: 50.06, long: 19.93 } } }] },
      { text: "geo:50.06,19.93" },
    ],
  ])("%s is understood", async (name, content, said) => {
    await served.tells(name, { message: { mid: `m_${name}`, ...content } });
    expect((await served.saidBy(name)).at(-1)).toEqual(said);
  });

  test("a reaction taken back is one without an emoji; one to what was before us is counted", async () => {
    await served.begins("reakcja");
    await served.tells("reakcja", { reaction: { mid: "m_x", action: "unreact" } });
    await served.tells("nieznany", { reaction: { mid: "m_y", action: "react", emoji: "❤" } });
    expect((await served.saidBy("reakcja")).at(-1)).toEqual({ text: "", form: "reaction" });
    expect(await served.conversationOf("nieznany")).toBeUndefined();
  });

  test("a file that cannot be fetched is tried again, and told as unreadable in the end", async () => {
    const id = await served.begins("plik");
    const message = { mid: "m_gone", attachments: [{ type: "image", payload: { url: `${served.url}/nothing.jpg` } }] };
    const inbound = { sender: { id: "plik" }, recipient: { id: PAGE_ID }, message };
    const event = { externalId: "m_gone", person: id, rank: 1, kind: "message", payload: { inbound, standby: false } };
    const handle = (isLast: boolean) => served.channel.handle?.({ ...event, attempt: 1, isLast }, served.house);
    await expect(handle(false)).rejects.toThrow("could not be fetched: 404");
    await handle(true);
    await served.house.settled();
    expect((await served.saidBy("plik")).at(-1)).toEqual({ text: "nothing.jpg", form: "unreadable" });
  });

  test("that they were heard and that we write is shown while the bot has the conversation", async () => {
    const before = served.messenger.typed();
    await served.begins("pisze");
    await eventually(() => served.messenger.typed() === before + 1);
  });
});

describe("Meta's own examples", () => {
  const fixture = (name: string, values: Record<string, string>) => {
    const text = readFileSync(join(__dirname, "fixtures", `${name}.json`), "utf8");
    const filled = Object.entries({ "<PAGE_ID>": PAGE_ID, "PAGE-ID": PAGE_ID, ...values });
    return JSON.parse(filled.reduce((all, [placeholder, value]) => all.replaceAll(placeholder, value), text));
  };
  /** As entries of a webhook, whatever part of one the example shows. */
  const envelope = (example: Record<string, unknown>, person: string) => {
    if ("entry" in example) return example;
    if ("messaging" in example) return { object: "page", entry: [example] };
    if (!("value" in example)) return envelopeOf([example]);
    return envelopeOf([Object.assign({}, example.value, { sender: { id: person } })]);
  };

  test.each([
    ["messages.text", [{ text: "hello, world!" }]],
    ["messages.reply", [{ text: "hello, world!" }]],
    ["messages.attachment", [{ text: "rolka", form: "unreadable" }]],
    ["messages.appointment", [{ text: "rezerwacja", form: "unreadable" }]],
    ["messaging_postbacks", [{ text: "TITLE-FOR-THE-CTA" }]],
    ["messaging_referrals", [{ text: "HEJ-AAAA-BBBB" }]],
    ["message-edits", [{ text: "nowy tekst", form: "edit" }]],
    ["message-echoes.text", []],
    ["message-echoes.standby", []],
    ["message-deliveries", []],
    ["message-reads", []],
  ])("%s", async (name, said) => {
    const person = `of ${name}`;
    const example = fixture(name, {
      ...{ "<PSID>": person, "<APPID>": "263902037430900", "<image|video|audio|file|reel|ig_reel>": "reel" },
      ...{ "<REF_DATA_PASSED_IN_M.ME_PARAM>": "HEJ-AAAA-BBBB", "<TEXT>": "nowy tekst" },
      // The same message in all of Meta's examples would be one message to us.
      ...{ "mid.": `mid.${name}.`, m_1457: `m_${name}.1457` },
    });
    expect(await served.messenger.tell(served.url, envelope(example, person))).toBe(200);
    await served.house.settled();
    expect(await served.saidBy(person)).toEqual(said);
  });

  test("message-reactions", async () => {
    await served.begins("serce");
    await served.tells("serce", fixture("message-reactions", { "<PSID>": "serce", "react|unreact": "react" }));
    expect((await served.saidBy("serce")).at(-1)).toEqual({ text: "❤️", form: "reaction" });
  });
});

describe("what we send", () => {
  test("what arrived and what was read is recorded and never moves back", async () => {
    const id = await served.begins("czyta");
    const now = () => served.clock.now().getTime();
    const [{ id: last = "" } = {}] = served.messenger.arrived().slice(-1);
    const receipts = async () => {
      const query = served.house.storage.db.selectFrom("outbox").select("receipt").where("conversation_id", "=", id);
      return (await query.orderBy("seq").execute()).map(({ receipt }) => receipt);
    };
    await served.tells("czyta", { timestamp: undefined, delivery: { mids: [last], watermark: now() } });
    expect(await receipts()).toEqual([null, "delivered"]);
    await served.tells("czyta", { read: { watermark: now() } });
    await served.tells("czyta", { timestamp: undefined, delivery: { watermark: now() + 1 } });
    expect(await receipts()).toEqual(["read", "read"]);
  });

  test("a consultant's picture is sent with its bytes", async () => {
    const id = await served.begins("obrazek");
    const bytes = await picture(40, 30).jpeg().toBuffer();
    const kept = await served.house.files.save(id, { name: "mapa.jpg", contentType: "image/jpeg", bytes });
    await writes(id, { author: "consultant", authorName: "Ewa", text: "Proszę:", attachments: [kept] });
    const [words, file] = served.messenger.arrived().slice(-2);
    expect(words).toMatchObject({ text: "Ewa: Proszę:" });
    expect(file?.file).toEqual({ name: "mapa.jpg", bytes });
    expect(got("obrazek").at(-1)?.message.attachment).toMatchObject({ type: "image" });
  });

  test("after a day only a consultant's words go, under the tag for people; the bot's wait until the resident writes", async () => {
    const id = await served.begins("późno");
    const before = got("późno").length;
    served.clock.forward(25 * 3600);
    served.messenger.outOfWindow.add("późno");
    await writes(id, { author: "bot", text: "Nowina automatu" });
    await writes(id, { author: "consultant", authorName: "Ewa", text: "Już wiem." });
    expect(got("późno").slice(before)).toMatchObject([
      { messaging_type: "MESSAGE_TAG", tag: "HUMAN_AGENT", message: { text: "Ewa: Już wiem." } },
    ]);
    served.clock.forward(6 * 86_400);
    await writes(id, { author: "consultant", authorName: "Ewa", text: "Jeszcze jedno." });
    expect(got("późno")).toHaveLength(before + 1);
    served.messenger.outOfWindow.delete("późno");
    await served.tells("późno", { message: { mid: "m_late", text: "jestem" } });
    expect(textsTo("późno").slice(before + 1)).toEqual(["Nowina automatu", "Ewa: Jeszcze jedno.", "Słyszę: jestem"]);
    expect(got("późno").at(-1)).toMatchObject({ messaging_type: "RESPONSE" });
  });
});
