import { randomUUID } from "node:crypto";
import type { Person } from "./person";
import { openStaffHouse, type StaffHouse } from "./staffHouse";

let house: StaffHouse;
let anna: Person;
beforeAll(async () => {
  house = await openStaffHouse();
  anna = await house.hires("consultant", "Anna");
});
afterAll(() => house.close());

const MINUTE = 60_000;
const ago = (milliseconds: number) => new Date(house.now().getTime() - milliseconds);
const plain = () => ({
  key: randomUUID(),
  startedAt: ago(4 * MINUTE).toISOString(),
  topics: [{ kind: "article", id: "paszport" }],
  told: [{ article: "paszport", section: "where" }, { article: "karta-duzej-rodziny" }],
  note: "",
  outcome: "answered",
});
const hole = { place: "ul. Długa 12", size: "big", avoidable: "can_avoid", description: "wielka wyrwa", contact: "" };
const registers = (change: object = {}, person = anna) => person.posts("calls", { ...plain(), ...change });
const found = (id: string) => house.storage.staff.desk.find(id, house.now());
const titleOf = (article: string) => house.parts.content().names.article(article);
const said = async (id: string) => (await house.storage.staff.desk.entriesAfter(id, 0, 10)).map(({ text }) => text);

test("a plain question is registered: what about, what was told, how it ended, in words one can read", async () => {
  const { status, body } = await registers();
  expect(status).toBe(200);
  expect(await said(body.conversationId)).toEqual([
    [
      "Rozmowa telefoniczna, 4 min. Wynik: udzielono informacji.",
      `Temat: ${titleOf("paszport")}.`,
      `Przekazano: ${titleOf("paszport")} (gdzie); ${titleOf("karta-duzej-rodziny")}.`,
    ].join("\n"),
  ]);
  expect(await found(body.conversationId)).toMatchObject({
    conversation: { channel: "phone", speaker: "closed" },
    topic: { kind: "article", id: "paszport" },
    area: "dokumenty",
    closed: { reason: "solved" },
  });
});

test("a report for the caller is filed as the dialog files it, and the call tells its number", async () => {
  const { body } = await registers({ topics: [], outcome: "filed", request: { service: "pothole", answers: hole } });
  expect(body.service_request_id).toMatch(/^KR-/);
  const filed = await house.storage.staff.desk.serviceRequests({ conversationId: body.conversationId, most: 5 });
  expect(filed).toMatchObject([{ service_request_id: body.service_request_id, agency_responsible: "zdmk" }]);
  expect((await said(body.conversationId))[0]).toContain(`Zgłoszenie: ${body.service_request_id}.`);
  // Without a topic of its own the call is about what was filed.
  expect(await found(body.conversationId)).toMatchObject({ topic: { kind: "service", id: "pothole" }, area: "drogi" });
});

test("a wish to be called back becomes a task", async () => {
  const callBack = { contact: "proszę dzwonić 600 100 200", matter: "decyzja o podatku" };
  const { body } = await registers({ outcome: "call_back", callBack, language: "uk" });
  const { tasks } = (await anna.gets("tasks")).body;
  const task = tasks.find(({ conversationId }: { conversationId: string }) => conversationId === body.conversationId);
  expect(task).toMatchObject({ matter: "decyzja o podatku", language: "uk" });
  expect(task.contact.replace(/\D/g, "")).toBe("600100200");
  expect(await found(body.conversationId)).toMatchObject({ closed: { reason: "phoned" } });
});

test("a contact in another form is kept as it was written", async () => {
  const { body } = await registers({ outcome: "call_back", callBack: { contact: "+1 212 555 0100 x7", matter: "x" } });
  const { tasks } = (await anna.gets("tasks")).body;
  const task = tasks.find(({ conversationId }: { conversationId: string }) => conversationId === body.conversationId);
  expect(task.contact).toContain("555");
});

test("personal data in the note is masked before it is kept", async () => {
  const { body } = await registers({ note: "Pani Anna, PESEL 44051401359, tel. 600 100 200, pyta o syna" });
  const [text] = await said(body.conversationId);
  expect(text).toMatch(/Notatka: .*\[PESEL\].*\[telefon\].*pyta o syna/);
  expect((await found(body.conversationId))?.closing?.note).not.toMatch(/44051401359|600/);
});

test("the same key registers once, also at the same time; another person's same key is another call", async () => {
  const piotr = await house.hires("consultant", "Piotr");
  const body = { ...plain(), request: { service: "pothole", answers: hole } };
  const answers = await Promise.all([anna.posts("calls", body), anna.posts("calls", body)]);
  const again = await anna.posts("calls", body);
  expect(new Set([...answers, again].map((one) => JSON.stringify(one.body))).size).toBe(1);
  const other = await piotr.posts("calls", body);
  expect(other.body.conversationId).not.toBe(again.body.conversationId);
});

test("a form with mistakes registers nothing at all", async () => {
  const before = (await house.storage.staff.desk.serviceRequests({ most: 100 })).length;
  const body = { ...plain(), request: { service: "pothole", answers: { ...hole, place: "" } } };
  const refused = await anna.posts("calls", body);
  expect(refused).toMatchObject({ status: 400, error: "form_mistakes" });
  expect(refused.body.error.mistakes).toMatchObject([{ slot: "place", problem: "missing" }]);
  expect((await house.storage.staff.desk.serviceRequests({ most: 100 })).length).toBe(before);
  // Put right, the same key is registered.
  expect(await anna.posts("calls", { ...body, request: { service: "pothole", answers: hole } })).toMatchObject({
    status: 200,
  });
});

test.each([
  [{ topics: [{ kind: "article", id: "nie-ma" }] }, 400, { code: "unknown_intent", fields: ["topics.0"] }],
  [{ told: [{ article: "nie-ma" }] }, 400, { code: "unknown_intent", fields: ["told.0.article"] }],
  [{ request: { service: "nie-ma", answers: {} } }, 400, { code: "unknown_intent", fields: ["service"] }],
  [{ request: { service: "formal-complaint", answers: {} } }, 409, { code: "not_filed" }],
  [{ outcome: "fine" }, 400, { code: "wrong_body", fields: ["outcome"] }],
  [{ told: [{ article: "paszport", section: "cena" }] }, 400, { code: "wrong_body", fields: ["told.0.section"] }],
  [{ note: "x".repeat(2001) }, 400, { code: "wrong_body", fields: ["note"] }],
  [{ startedAt: "wczoraj" }, 400, { code: "wrong_body", fields: ["startedAt"] }],
])("%j is refused", async (change, status, error) => {
  const refused = await registers(change);
  expect(refused.status).toBe(status);
  expect(refused.body.error).toMatchObject(error);
});

test("a clock that is wrong cannot put the call into the future or into another week", async () => {
  const early = await registers({ startedAt: ago(-60 * MINUTE).toISOString() });
  const late = await registers({ startedAt: ago(10 * 24 * 60 * MINUTE).toISOString() });
  const begun = async ({ body }: typeof early) => (await found(body.conversationId))?.startedAt.getTime() ?? 0;
  expect(await begun(early)).toBeLessThanOrEqual(house.now().getTime());
  expect(await begun(late)).toBeGreaterThanOrEqual(ago(12.1 * 60 * MINUTE).getTime());
});

test("only who works at the desk registers calls", async () => {
  expect((await registers({}, await house.hires("editor"))).status).toBe(403);
  expect((await registers({}, await house.hires("analyst"))).status).toBe(403);
  expect((await registers({}, await house.hires("supervisor"))).status).toBe(200);
});

test("what is logged of a call holds none of its words", async () => {
  await registers({ note: "tajne słowo" });
  expect(JSON.stringify(house.logged)).not.toContain("tajne");
  expect(house.logged.map(({ event }) => event)).toContain("staff_call_registered");
});
