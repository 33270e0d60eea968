import { randomUUID } from "node:crypto";
import type { NewContactTask, NewServiceRequest } from "../../src/conversation/outcome";
import type { NewCall } from "../../src/staff/doors";
import { describeOn } from "../databases";
import { at, type GivenStaff, givenStaff, later } from "./staffGiven";

const request = (sameAs: string): NewServiceRequest => ({
  sameAs,
  service: "pothole",
  kind: "report",
  serviceVersion: "1",
  unit: "zdmk",
  routedBecause: "zwykła jednostka",
  description: "wyrwa",
  place: "Długa 12",
  answers: {},
  contact: {},
  attachments: [],
  language: "pl",
  public: true,
  sentence: "Przyjęte.",
});
const task = (sameAs: string): NewContactTask => {
  return { sameAs, contact: "600100200", matter: "decyzja", language: "pl" };
};

describeOn("calls", (fresh) => {
  let given: GivenStaff;
  let accountId: string;
  beforeAll(async () => {
    given = await givenStaff(fresh);
    accountId = await given.account();
  });
  afterAll(() => given.close());

  const call = (change: Partial<NewCall> = {}): NewCall => ({
    id: randomUUID(),
    accountId,
    by: "Anna",
    startedAt: later(-240),
    language: "uk",
    topics: [{ kind: "article", id: "paszport" }],
    area: "dokumenty",
    told: [{ article: "paszport", section: "fee" }],
    note: "pyta o dziecko",
    outcome: "answered",
    closedAs: "solved",
    summary: (number) => `Rozmowa ${number ?? "bez zgłoszenia"}`,
    ...change,
  });
  const add = (one: NewCall) => given.staff.calls.add(one, at);
  const find = (id: string) => given.staff.desk.find(id, at);

  test("a call is a closed conversation on the phone, with its topic, its area and one line", async () => {
    const one = call();
    expect(await add(one)).toEqual({ added: true });
    expect(await find(one.id)).toMatchObject({
      conversation: { channel: "phone", speaker: "closed", memory: { language: "uk" } },
      topic: { kind: "article", id: "paszport" },
      area: "dokumenty",
      startedAt: later(-240),
      lastSeq: 1,
      lastLine: { author: "consultant", text: "Rozmowa bez zgłoszenia" },
      closed: { reason: "solved", at },
    });
    expect(await given.staff.desk.entriesAfter(one.id, 0, 10)).toMatchObject([{ seq: 1, authorName: "Anna", at }]);
  });

  test("how it ended is kept as with a closed chat", async () => {
    const one = call({ outcome: "dropped", closedAs: "resident_left" });
    await add(one);
    expect(await find(one.id)).toMatchObject({ closing: { reason: "resident_left", accountId, by: "Anna", at } });
  });

  test("who watches conversations is told", async () => {
    const one = call();
    await add(one);
    expect(given.news).toContain(`${one.id}:1`);
  });

  test("a request and a wish to be called back are filed with it, and the line tells the number", async () => {
    const id = randomUUID();
    const before = await given.staff.desk.openContactTasks();
    const { added, service_request_id } = await add(call({ id, request: request(id), task: task(id) }));
    expect({ added, service_request_id }).toEqual({
      added: true,
      service_request_id: expect.stringMatching(/^KR-2026-/),
    });
    expect((await find(id))?.lastLine?.text).toBe(`Rozmowa ${service_request_id}`);
    expect(await given.staff.desk.openContactTasks()).toBe(before + 1);
    expect(await given.staff.desk.serviceRequests({ conversationId: id, most: 5 })).toMatchObject([
      { service_request_id },
    ]);
    const events = given.storage.db.selectFrom("service_request_events").select(["number", "actor"]);
    const filed = events.where("service_request_id", "=", service_request_id ?? "");
    expect(await filed.execute()).toEqual([{ number: 1, actor: `consultant:${accountId}` }]);
  });

  test("the same call registered again, even at once, is registered once and answers the same number", async () => {
    const id = randomUUID();
    const one = call({ id, request: request(id), task: task(id) });
    const before = await given.staff.desk.openContactTasks();
    const answers = await Promise.all([add(one), add(one), add(one)]);
    expect(answers.filter(({ added }) => added)).toHaveLength(1);
    expect(new Set(answers.map(({ service_request_id }) => service_request_id)).size).toBe(1);
    expect(await given.staff.desk.openContactTasks()).toBe(before + 1);
    expect((await find(id))?.lastSeq).toBe(1);
  });

  test("nothing is kept when a part of it cannot be written", async () => {
    const id = randomUUID();
    await expect(add(call({ id, accountId: "nie-ma", request: request(id) }))).rejects.toThrow();
    expect(await find(id)).toBeUndefined();
    expect(await given.staff.desk.serviceRequests({ conversationId: id, most: 5 })).toEqual([]);
  });

  test("a call about nothing in particular is one, too", async () => {
    const { area: _, ...about } = call({ topics: [], told: [], note: "" });
    await add(about);
    const found = await find(about.id);
    expect(found).not.toHaveProperty("topic");
    expect(found).not.toHaveProperty("area");
  });

  test("a place in the list of closed ones is theirs", async () => {
    const one = call();
    await add(one);
    const { items } = await given.staff.desk.page(at, { view: "closed", accountId, channel: "phone", most: 100 });
    expect(items.map(({ conversation }) => conversation.id)).toContain(one.id);
  });
});
