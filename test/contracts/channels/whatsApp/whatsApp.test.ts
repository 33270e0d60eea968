import type { Choice } from "../../../../src/conversation/reply";
import { picture } from "../../../rooms/photos/pictures";
import { type ServedChannel, serveChannel } from "../channelServer";
import { eventually } from "../client";
import { openWhatsAppFake, type WhatsAppFake } from "./fake";
import { openResidents, webhook } from "./residents";
import { callRaw } from "./webhooks";

let fake: WhatsAppFake;
let served: ServedChannel;
let residents: ReturnType<typeof openResidents>;
let retrySeconds = 0.02;

beforeAll(async () => {
  fake = await openWhatsAppFake();
  served = await serveChannel(fake, {
    retrySeconds: () => retrySeconds,
    answer: ({ message: { text } }) => [{ text: `Słyszę: ${text}`, choices: choicesFor(text) }],
  });
  residents = openResidents(served, fake);
}, 120_000);
afterAll(() => served.close());
afterEach(() => {
  retrySeconds = 0.02;
});

const VOICE = Buffer.concat([Buffer.from("OggS"), Buffer.alloc(24), Buffer.from("OpusHead"), Buffer.alloc(32)]);
const titles = (count: number) => Array.from({ length: count }, (_, at) => `Wydział Komunikacji, okienko ${at + 1}`);

/** "3 możliwości" is answered with three buttons. */
function choicesFor(text: string): Choice[] {
  const fill = (title: string): Choice => ({ title, wish: { kind: "fill", slot: "x", value: title } });
  if (text === "gdzie?")
    return [
      { title: "Wskaż na mapie", wish: { kind: "share_place" } },
      { title: "Pomiń", wish: { kind: "skip", slot: "x" } },
    ];
  const [, count] = /^(\d+) możliwości$/.exec(text) ?? [];
  if (count === "3") return ["Tak", "Nie", "Nie wiem"].map(fill);
  return count === undefined ? [] : titles(Number(count)).map(fill);
}

describe("what residents see", () => {
  test("up to three choices are buttons, up to ten a list with whole titles beside the cut ones, more a numbered list", async () => {
    const anna = residents.resident("anna");
    const buttons = await anna.says("3 możliwości");
    expect(buttons?.raw).toMatchObject({ interactive: { type: "button", body: { text: "Słyszę: 3 możliwości" } } });
    expect(buttons?.buttons.map(({ title }) => title)).toEqual(["Tak", "Nie", "Nie wiem"]);

    // Cut to the 24 characters of a row they would all look alike: then numbers tell them apart.
    expect((await anna.says("5 możliwości"))?.text).toContain("5. Wydział Komunikacji, okienko 5");
    const id = await anna.conversationId();
    const long = [
      "Dowód osobisty dla dziecka do lat 12",
      "Paszport tymczasowy w nagłym przypadku",
      "Meldunek",
      "Inna sprawa",
    ];
    const choices = long.map((title) => ({ title, wish: { kind: "fill" as const, slot: "x", value: title } }));
    await residents.city(id, { author: "bot", text: "Czego to dotyczy?", choices });
    await served.house.settled();
    const list = anna.got().at(-1);
    expect(list?.raw).toMatchObject({
      interactive: {
        type: "list",
        action: {
          button: "Wybierz",
          sections: [
            { rows: [{ title: "Dowód osobisty dla dzie…", description: long[0] }, { description: long[1] }, {}, {}] },
          ],
        },
      },
    });
    await anna.sends({ kind: "press", payload: list?.buttons[0]?.payload ?? "" });
    expect((await anna.said()).at(-1)?.text).toBe(long[0]);
  });

  test("a place is asked for with one tap, and what else may be answered is said in words", async () => {
    const asked = await residents.resident("bartek").says("gdzie?");
    expect(asked?.raw).toMatchObject({
      interactive: { type: "location_request_message", action: { name: "send_location" } },
    });
    expect(asked?.text).toBe("Słyszę: gdzie?\n\nMożesz też napisać: „Pomiń”.");
  });

  test("that the bot is about to answer is shown, but not while a person has the conversation", async () => {
    const celina = residents.resident("celina");
    await celina.says("dzień dobry");
    await eventually(() => celina.typed() > 0);
    const id = await celina.conversationId();
    await served.house.storage.db
      .updateTable("conversations")
      .set({ speaker: "consultant" })
      .where("id", "=", id)
      .execute();
    const before = celina.typed();
    await celina.says("jest tam kto?");
    const ewa = residents.resident("ewa");
    await ewa.says("dzień dobry");
    await eventually(() => ewa.typed() > 0);
    expect(celina.typed()).toBe(before);
  });

  test("a document and a photo of a consultant arrive as what they are; a file the platform takes not is named", async () => {
    const dorota = residents.resident("dorota");
    await dorota.says("czekam na pismo");
    const id = await dorota.conversationId();
    const pdf = { name: "decyzja.pdf", contentType: "application/pdf", bytes: Buffer.from("%PDF-1.4 decyzja") };
    const photo = { name: "plan.jpg", contentType: "image/jpeg", bytes: await picture(40, 30).jpeg().toBuffer() };
    const film = { name: "plan.gif", contentType: "image/gif", bytes: Buffer.from("GIF89a") };
    const attachments = await Promise.all([pdf, photo, film].map((file) => served.house.files.save(id, file)));
    await residents.city(id, { text: "W załączniku decyzja.", attachments });
    await served.house.settled();
    const [text, document, image, other] = dorota.got().slice(-4);
    expect(text?.text).toBe("W załączniku decyzja.");
    expect(document).toMatchObject({ raw: { type: "document" }, file: { name: "decyzja.pdf", bytes: pdf.bytes } });
    expect(image).toMatchObject({ raw: { type: "image" }, file: { bytes: photo.bytes } });
    expect(other?.text).toContain("„plan.gif”");
  });
});

describe("what residents send", () => {
  test("a photo with words, a document by its name and a recording are kept; a film is named", async () => {
    const edyta = residents.resident("edyta");
    const bytes = await picture(40, 30).jpeg().toBuffer();
    const film = { type: "video", video: { id: "1", caption: "zobaczcie", mime_type: "video/mp4" } };
    await edyta.sends(
      { kind: "image", name: "", bytes, text: "dziura" },
      { kind: "file", name: "pismo.pdf", bytes: Buffer.from("%PDF-1.4") },
      { kind: "voice", name: "", bytes: VOICE },
    );
    const id = await edyta.conversationId();
    await callRaw(served.url, webhook({ ...film, id: "wamid.edyta-film" }, "edyta"));
    await served.house.settled();
    const filmed = await served.house.conversations.findByMessage("whatsapp", "wamid.edyta-film");
    const filmEntries = (await served.entries(filmed?.id ?? "")).filter(({ author }) => author === "resident");
    expect((await served.entries(id)).filter(({ author }) => author === "resident")).toMatchObject([
      { text: "dziura", attachments: [{ contentType: "image/jpeg", name: "zdjęcie.jpg" }] },
      { text: "", attachments: [{ contentType: "application/pdf", name: "pismo.pdf" }] },
      { text: "", attachments: [{ contentType: "audio/ogg", name: "nagranie.ogg" }] },
    ]);
    expect(filmEntries).toMatchObject([{ text: "video", form: "unreadable" }, { text: "zobaczcie" }]);
  });

  test("a file that is gone over there is told as such, and a file that arrives broken is fetched again", async () => {
    const filip = residents.resident("filip");
    const photo = filip.does({ kind: "file", name: "skan.pdf", bytes: Buffer.from("%PDF-1.4 skan") });
    await served.post(photo);
    fake.loseMedia();
    await served.house.settled();
    expect(await filip.said()).toMatchObject([{ text: "skan.pdf", form: "unreadable" }]);

    fake.breakMedia(1);
    await filip.sends({ kind: "file", name: "skan2.pdf", bytes: Buffer.from("%PDF-1.4 dwa") });
    expect((await filip.said()).at(-1)).toMatchObject({ attachments: [{ name: "skan2.pdf" }] });
  });

  test("while the token is no good a file waits for a better one, however long", async () => {
    const gosia = residents.resident("gosia");
    await gosia.says("zaraz coś wyślę");
    fake.withdrawToken(true);
    const asked = () => fake.calls.filter(({ method }) => method === "GET").length;
    const before = asked();
    const pdf = gosia.does({ kind: "file", name: "wniosek.pdf", bytes: Buffer.from("%PDF-1.4 wniosek") });
    await served.post(pdf);
    await eventually(() => {
      served.clock.forward(20);
      return asked() > before + 10;
    });
    fake.withdrawToken(false);
    await eventually(async () => {
      served.clock.forward(20);
      return (await gosia.said()).length === 2;
    });
    await served.house.settled();
    expect((await gosia.said()).at(-1)).toMatchObject({ attachments: [{ name: "wniosek.pdf" }] });
  });

  test("whoever has a user name and no number is answered by their id, and their conversation stays one", async () => {
    const grazyna = residents.resident("@grazyna");
    expect((await grazyna.says("dzień dobry"))?.raw).toMatchObject({ recipient: expect.stringMatching(/^PL\.\d+$/) });
    await grazyna.says("to znowu ja");
    expect((await grazyna.said()).map(({ text }) => text)).toEqual(["dzień dobry", "to znowu ja"]);
    expect(grazyna.got().every(({ raw }) => raw.to === undefined)).toBe(true);
  });

  test("messages to another number, of a group, and what only the platform says are counted and acknowledged", async () => {
    const count = async () =>
      (await served.house.storage.db.selectFrom("channel_events").select("external_id").execute()).length;
    const before = [await count(), served.counted.length];
    const text = { type: "text", text: { body: "cześć" }, id: "wamid.other" };
    const statuses = [
      await callRaw(served.url, webhook(text, "hania", { phone_number_id: "1" })),
      await callRaw(served.url, webhook({ ...text, group_id: "g1" }, "hania")),
      await callRaw(
        served.url,
        webhook({ type: "system", system: { type: "user_changed_number" }, id: "wamid.s" }, "hania"),
      ),
      await callRaw(served.url, webhook({ ...text, from: undefined }, "")),
      await callRaw(served.url, {
        object: "whatsapp_business_account",
        entry: [{ changes: [{ field: "account_update", value: {} }] }],
      }),
      await callRaw(served.url, { object: "page", entry: [] }),
      await callRaw(served.url, []),
    ];
    expect(statuses).toEqual([200, 200, 200, 200, 200, 200, 200]);
    expect(await count()).toBe(before[0]);
    const counted = ["other_number", "group", "system", "unknown", "account_update", "unknown", "unknown"];
    expect(served.counted.slice(before[1])).toEqual(counted);
  });
});

describe("a day after a resident wrote", () => {
  test("they are asked once to write, and what waited then comes in order", async () => {
    const irena = residents.resident("irena");
    await irena.says("zgłaszam dziurę");
    const id = await irena.conversationId();
    const before = irena.got().length;
    served.clock.forward(25 * 3_600);
    fake.closeWindow("irena");
    await residents.city(id, { text: "Ekipa jedzie." });
    await residents.city(id, { text: "Dziura załatana." });
    await eventually(async () => (await residents.outbox(id)).filter(({ state }) => state === "held").length === 2);
    expect(irena.got().slice(before)).toMatchObject([{ template: "rozmowa_czeka:pl", text: "" }]);
    await irena.says("jestem");
    expect(
      irena
        .got()
        .slice(before + 1)
        .map(({ text }) => text),
    ).toEqual(["Ekipa jedzie.", "Dziura załatana.", "Słyszę: jestem"]);
  });
});

describe("what becomes of what we send", () => {
  test("a state never moves back, however the platform's news come, and a failure has its reason", async () => {
    const jan = residents.resident("jan");
    await jan.says("halo");
    const id = await jan.conversationId();
    const [greeting, answer] = jan.got();
    const tell = (of: string | undefined, state: "read" | "delivered" | "failed") => ({
      kind: "receipt" as const,
      of: of ?? "",
      state,
    });
    await jan.sends(tell(greeting?.id, "read"), tell(greeting?.id, "delivered"), tell(answer?.id, "failed"));
    expect(await residents.outbox(id)).toMatchObject([
      { receipt: "read" },
      { receipt: "failed", reason: "WhatsApp 131026: Message undeliverable" },
    ]);
  });

  test("when the line breaks after a message was taken, the platform's news of it keep it from being sent again", async () => {
    const kasia = residents.resident("kasia");
    await kasia.says("halo");
    const id = await kasia.conversationId();
    const before = kasia.got().length;
    retrySeconds = 600;
    fake.failNext("done_then_cut");
    await served.post(kasia.does({ kind: "text", text: "raz" }));
    const failed = await eventually(async () => (await residents.outbox(id)).find(({ reason }) => reason !== null));
    const parts = () =>
      served.house.storage.db.selectFrom("outbox_parts").selectAll().where("outbox_id", "=", failed.id).execute();
    await eventually(async () => (await parts()).length === 1);
    served.clock.forward(600);
    await served.house.settled();
    expect(await residents.outbox(id)).toMatchObject([{}, {}, { state: "done", attempts: 2, receipt: "sent" }]);
    expect(
      kasia
        .got()
        .slice(before)
        .map(({ text }) => text),
    ).toEqual(["Słyszę: raz"]);
    expect(await parts()).toMatchObject([{ platform_id: kasia.got().at(-1)?.id }]);
  });

  test("what only the city can put right, like a locked account, loses nothing", async () => {
    const leon = residents.resident("leon");
    await leon.says("halo");
    const id = await leon.conversationId();
    fake.failNext({ status: 403, json: { error: { message: "(#131031) Account has been locked", code: 131031 } } });
    await served.post(leon.does({ kind: "text", text: "i co?" }));
    await eventually(async () => (await residents.outbox(id)).at(-1)?.reason === "Graph 403, code 131031");
    served.clock.forward(300);
    await served.house.settled();
    expect(leon.got().at(-1)?.text).toBe("Słyszę: i co?");
  });
});
