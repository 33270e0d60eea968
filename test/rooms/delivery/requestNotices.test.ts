import { tellFollowers } from "../../../src/delivery/requestNotices";
import { residentMails } from "../../../src/delivery/residentMails";
import { readReplyToken } from "../../../src/serviceRequests/links";
import { type House, openHouse, REPLY_ADDRESS } from "./house";

let house: House;
beforeAll(async () => {
  house = await openHouse();
});
afterEach(() => house.clear());
afterAll(() => house.close());

const unit = { kind: "unit", unit: "zdmk" } as const;
const DAY = 24 * 60;

const tell = async (more: { real?: boolean; replyAddress?: string | undefined } = {}) => {
  const { parts, storage } = house;
  const others = { notices: storage.notices, mails: storage.staff.mails, replyAddress: REPLY_ADDRESS };
  while (await tellFollowers({ ...parts, ...others, ...more }));
};
const buttonsIn = async (conversationId: string) =>
  (await house.storage.conversations.entriesAfter(conversationId, 1, 100)).map(({ choices = [] }) =>
    choices.map(({ title }) => title),
  );
const saidIn = async (conversationId: string) =>
  (await house.storage.conversations.entriesAfter(conversationId, 1, 100)).map(({ text }) => text);
const states = async () =>
  (await house.storage.db.selectFrom("service_request_notices").select(["state", "reason"]).execute()).map(
    ({ state, reason }) => `${state} ${reason ?? ""}`.trim(),
  );

test("the reporter reads each step where they wrote and in their mailbox, with the unit's own words and what can be done", async () => {
  const conversationId = await house.conversation();
  const { id, pageKey } = await house.file({ conversationId, contact: { email: "Anna@example.org" } });
  await house.acting(id, { kind: "forward", unit: "zdmk", because: "droga" }, { kind: "system" });
  await house.acting(id, { kind: "ask", words: "Który [pas](http://zly.example)?\nPrawy?" }, unit);
  await tell();
  const [forwarded, question] = await saidIn(conversationId);
  const page = `https://hejnal.example/sprawa/${pageKey}`;
  expect(forwarded).toMatch(
    new RegExp(`^Zgłoszenie ${id}: Dziura w jezdni, ul\\. Długa 12\n\nO tej dziurze wie już jednostka`),
  );
  expect(forwarded?.endsWith(`[Zobacz całe zgłoszenie, dopisz coś lub dodaj zdjęcie](${page})`)).toBe(true);
  // A unit's brackets are no link of ours.
  expect(question).toContain("Jednostka pisze:\n„Który [pas] (http://zly.example)?\nPrawy?”");
  expect(question?.endsWith(`[Odpowiedz lub dodaj zdjęcie](${page})`)).toBe(true);

  const mails = await house.mails();
  expect(mails.map(({ recipient }) => recipient)).toEqual(["anna@example.org", "anna@example.org"]);
  expect(mails[1]?.subject).toBe(`[${id}] Pytanie do zgłoszenia: Dziura w jezdni, ul. Długa 12`);
  expect(mails[1]?.text).toContain(`Odpowiedz lub dodaj zdjęcie: ${page}`);
  expect(mails[1]?.text).toContain("odpisać na tę wiadomość");
  // Whoever's address it is may end it, also when somebody else typed it.
  expect(mails[1]?.text).toContain("Koniec wiadomości: https://hejnal.example/sprawa/obserwuje/");
  const [, token = ""] = /^zgloszenia\+(\w+)@krakow\.example$/.exec(mails[1]?.reply_to ?? "") ?? [];
  expect(readReplyToken(token, house.secret)).toEqual({ kind: "reporter", serviceRequestId: id });
  expect(await states()).toEqual(["done", "done"]);
  expect(await buttonsIn(conversationId)).toEqual([[], []]);
});

test("of a second matter split off the reporter reads the number in the chat, where the next news of it come, too", async () => {
  const conversationId = await house.conversation();
  const contact = { email: "anna@example.org" };
  const { id } = await house.file({ conversationId, contact });
  const second = await house.splits(id, { contact, language: "uk" });
  await house.acting(second, { kind: "forward", unit: "tauron", because: "latarnia" }, { kind: "system" });
  await tell();
  const said = await saidIn(conversationId);
  expect(said).toHaveLength(2);
  expect(said.find((text) => text.startsWith(`Zgłoszenie ${id}`))).toContain(`własny numer: ${second}. Pierwsza czeka`);
  expect(said.find((text) => text.startsWith(`Заявка ${second}`))).toContain("Tauron");
  expect((await house.mails()).map(({ recipient }) => recipient)).toEqual([contact.email, contact.email]);
});

test("what can be done at once stands as buttons under the news, with the number, and in words beside them", async () => {
  const conversationId = await house.conversation();
  const [done, refused] = [await house.file({ conversationId }), await house.file({ conversationId, language: "en" })];
  const idea = await house.file({ conversationId, kind: "idea" });
  for (const { id } of [done, idea]) await house.acting(id, { kind: "finish" }, unit);
  await house.acting(refused.id, { kind: "refuse", words: "To nie droga." }, unit);
  await house.storage.requests.follow(
    done.id,
    { by: { conversationId: await house.conversation() }, language: "uk" },
    house.clock.now,
  );
  await tell();
  const both = [`Tak, naprawione (${done.id})`, `Nie, otwórz ponownie (${done.id})`];
  const buttons = await buttonsIn(conversationId);
  expect(buttons.sort()).toEqual([[`Otwórz ponownie (${idea.id})`], [`Reopen it (${refused.id})`], both].sort());
  const said = (await saidIn(conversationId)).join("\n");
  expect(said).toContain("Można też odpisać tutaj: „Tak, naprawione” albo „Nie, otwórz ponownie”.");
  expect(said).toContain("You can also answer here: “Reopen it”.");
});

test("whoever only follows reads what everybody may, in their language, and how to stop", async () => {
  const { id } = await house.file({ contact: { phone: "600 100 200" } });
  const by = { email: "olena@example.org" };
  const { key } = await house.storage.requests.follow(id, { by, language: "uk" }, house.clock.now);
  await house.acting(id, { kind: "forward", unit: "zdmk", because: "droga" }, { kind: "system" });
  await house.acting(id, { kind: "refuse", words: "Pan Kowalski z numeru 3 sam ją wykopał." }, unit);
  await tell();
  const mails = await house.mails();
  expect(mails.map(({ recipient }) => recipient)).toEqual([by.email, by.email]);
  const { text = "", reply_to, subject } = mails[1] ?? {};
  expect(subject).toContain("Яма на дорозі");
  expect(text).toContain("Цю яму зараз не можна полагодити");
  expect(text).not.toContain("Kowalski");
  expect(text).toContain(`https://hejnal.example/mapa/${id}`);
  expect(text).toContain(key);
  expect(text).not.toContain("odpisać");
  expect(reply_to).toBeNull();
});

test("whoever only follows never reads where a private one is, nor the reporter's own words for a place", async () => {
  const { storage, clock, acting } = house;
  const matters = [await house.file({ public: false }), await house.file()];
  const [, found] = matters;
  await storage.db
    .updateTable("service_requests")
    .set({ address: null })
    .where("id", "=", found?.id ?? "")
    .execute();
  for (const { id } of matters) {
    await storage.requests.follow(id, { by: { email: "jan@example.org" }, language: "pl" }, clock.now);
    await acting(id, { kind: "start" }, unit);
  }
  await tell();
  const mails = await house.mails();
  expect(mails).toHaveLength(2);
  for (const { subject, text } of mails) expect(`${subject} ${text}`).not.toMatch(/Długa|Długiej/);
});

test('"is it really fixed?" is asked after a time, once, and not when it was reopened or answered meanwhile', async () => {
  const conversationId = await house.conversation();
  const { id } = await house.file({ conversationId });
  await house.acting(id, { kind: "finish", words: "Załatane." }, unit);
  await tell();
  house.later(60 * DAY);
  await Promise.all([tell(), tell()]);
  const [done, fixed, ...more] = await saidIn(conversationId);
  expect(done).toContain("„Załatane.”");
  expect(done).toContain("[Otwórz ponownie, jeśli");
  expect(fixed).toContain("Czy naprawdę jest naprawione?");
  expect(fixed).toContain("[Potwierdź albo otwórz zgłoszenie ponownie](https://");
  expect(more).toEqual([]);
  // The time to open it again is over.
  expect((await buttonsIn(conversationId)).at(-1)).toEqual([`Tak, naprawione (${id})`]);

  const other = await house.conversation();
  const confirmed = await house.file({ conversationId: other });
  await house.acting(confirmed.id, { kind: "finish" }, unit);
  await house.acting(confirmed.id, { kind: "confirm" }, { kind: "resident" });
  await tell();
  house.later(60 * DAY);
  await tell();
  expect((await saidIn(other)).join()).not.toContain("Czy naprawdę");
});

test("a set-up that is not the real one mails nobody, but still speaks where it was spoken to", async () => {
  const conversationId = await house.conversation();
  const { id } = await house.file({ conversationId, contact: { email: "anna@example.org" } });
  await house.storage.requests.follow(id, { by: { email: "jan@example.org" }, language: "pl" }, house.clock.now);
  await house.acting(id, { kind: "start" }, unit);
  await tell({ real: false });
  expect(await saidIn(conversationId)).toHaveLength(1);
  expect(await house.mails()).toEqual([]);
  expect((await states()).sort()).toEqual(["done", "given_up not_real"]);
  const asked = { sameAs: "follow:1", to: "jan@example.org", subject: "Obserwowanie", text: "Link" };
  const { mails } = house.storage.staff;
  for (const real of [false, true]) {
    await residentMails({ mails, real, log: house.parts.log }).add(asked, house.clock.now);
    expect(await house.mails()).toHaveLength(real ? 1 : 0);
  }
});

test("a failure is tried again later, and nothing is said twice", async () => {
  const conversationId = await house.conversation();
  const { id } = await house.file({ conversationId, contact: { email: "anna@example.org" } });
  await house.acting(id, { kind: "start" }, unit);
  const { parts, storage } = house;
  const broken = { ...storage.notices, say: () => Promise.reject(new Error("no line")) };
  await tellFollowers({ ...parts, notices: broken, mails: storage.staff.mails });
  expect(await states()).toEqual(["due no line"]);
  await tell();
  expect(await saidIn(conversationId)).toEqual([]);
  house.later(1);
  await tell();
  expect(await saidIn(conversationId)).toHaveLength(1);
  expect(await house.mails()).toHaveLength(1);
});
