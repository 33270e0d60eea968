import { randomUUID } from "node:crypto";
import { here, ids, takenBy } from "./deskWork";
import type { Person } from "./person";
import { openStaffHouse, type StaffHouse } from "./staffHouse";

let house: StaffHouse;
let anna: Person;
let piotr: Person;
beforeAll(async () => {
  house = await openStaffHouse();
  anna = await house.hires("consultant", "Anna");
  piotr = await house.hires("consultant", "Piotr");
});
afterAll(() => house.close());

describe("the queue", () => {
  test("shows who waits since when, why, where in the queue, and what was said last", async () => {
    const first = await house.conversation({ speaker: "waiting", said: ["nie działa kosz"], reason: "not_understood" });
    house.passes(1000);
    const second = await house.conversation({ speaker: "waiting", memory: { language: "uk" } });
    const { waiting } = (await anna.gets("queue")).body;
    const mine = waiting.filter(({ id }: { id: string }) => [first, second].includes(id));
    expect(mine).toMatchObject([
      { id: first, reason: "not_understood", summary: "Prosi o człowieka.", lastLine: { text: "nie działa kosz" } },
      { id: second, reason: "asked_for_human", language: "uk", speaker: "waiting", lastLine: { author: "resident" } },
    ]);
    expect(mine[1].position - mine[0].position).toBe(1);
  });

  test("keeps apart what I hold and what others hold", async () => {
    const { id } = await takenBy(anna, house);
    const ofAnna = (await anna.gets("queue")).body;
    const ofPiotr = (await piotr.gets("queue")).body;
    expect([ids(ofAnna.mine), ids(ofAnna.held)].map((list) => list.includes(id))).toEqual([true, false]);
    expect([ids(ofPiotr.mine), ids(ofPiotr.held)].map((list) => list.includes(id))).toEqual([false, true]);
    expect(ids(ofAnna.waiting)).not.toContain(id);
  });

  test("and all open conversations come page by page, newest first, none twice, none left out", async () => {
    const made = [];
    for (let n = 0; n < 55; n++) {
      house.passes(1);
      made.push(await house.conversation());
    }
    const first = (await anna.gets("conversations")).body;
    const second = (await anna.gets(`conversations?before=${encodeURIComponent(first.next)}`)).body;
    const listed = ids([...first.items, ...second.items]);
    expect(first.items).toHaveLength(50);
    expect(listed.slice(0, 55)).toEqual(made.reverse());
    expect(new Set(listed).size).toBe(listed.length);
  });
});

describe("what else the queue shows", () => {
  test("snoozed conversations stand apart from those held", async () => {
    const { id } = await takenBy(anna, house);
    const snoozed_until = new Date(house.now().getTime() + 3_600_000);
    await house.storage.db
      .insertInto("desk_conversations")
      .values({ conversation_id: id, snoozed_until })
      .onConflict((row) => row.column("conversation_id").doUpdateSet({ snoozed_until }))
      .execute();
    const { mine, held, snoozed } = (await anna.gets("queue")).body;
    expect([mine, held, snoozed].map((list) => ids(list).includes(id))).toEqual([false, false, true]);
    expect(snoozed.find((item: { id: string }) => item.id === id).snoozedUntil).toBe(snoozed_until.toISOString());
  });

  test("notes that mention me, until I have seen them", async () => {
    const conversationId = await house.conversation();
    const note = { id: randomUUID(), conversationId, text: "Zerkniesz?", byId: piotr.id, at: house.now() };
    await house.storage.staff.notes.add({ ...note, mentions: [anna.id] });
    expect((await anna.gets("queue")).body.mentions).toMatchObject([{ noteId: note.id, conversationId, by: "Piotr" }]);
    expect((await piotr.gets("queue")).body.mentions).toEqual([]);
    await house.storage.staff.notes.seen(note.id, anna.id, house.now());
    expect((await anna.gets("queue")).body.mentions).toEqual([]);
  });

  test("how many more conversations the people at the desk could hold", async () => {
    const before = (await anna.gets("queue")).body.free;
    const olena = await house.hires("consultant", "Olena", { capacity: 3 });
    await here(olena);
    expect((await anna.gets("queue")).body.free).toBe(before + 3);
    await takenBy(olena, house);
    expect((await anna.gets("queue")).body.free).toBe(before + 2);
  });
});

describe("beside the conversations", () => {
  test("residents to call back are listed oldest first and ticked off once", async () => {
    const id = await house.conversation();
    const tasks = ["a", "b"].map((sameAs, n) => ({
      id: randomUUID(),
      same_as: `${id}-${sameAs}`,
      conversation_id: id,
      contact: `60000000${n}`,
      matter: "dowód",
      language: "pl" as const,
      created_at: new Date(house.now().getTime() - 1000 + n),
    }));
    await house.storage.db.insertInto("contact_tasks").values(tasks).execute();
    const [first, second] = tasks;
    expect(ids((await anna.gets("tasks")).body.tasks)).toEqual([first?.id, second?.id]);
    expect((await anna.gets("queue")).body.openTasks).toBe(2);
    expect((await anna.posts(`tasks/${first?.id}/done`, { result: "not_reached" })).status).toBe(200);
    expect((await piotr.posts(`tasks/${first?.id}/done`, { result: "reached" })).status).toBe(404);
    expect(ids((await anna.gets("tasks")).body.tasks)).toEqual([second?.id]);
    expect((await anna.gets("tasks?done=true")).body.tasks).toMatchObject([
      { id: first?.id, done: { result: "not_reached", by: "Anna" } },
    ]);
  });

  test("service requests come newest first, page by page", async () => {
    const id = await house.conversation();
    const effects = Array.from({ length: 60 }, (_, n) => ({
      kind: "file_service_request" as const,
      request: {
        sameAs: `${id}-${n}`,
        service: "pothole",
        kind: "report" as const,
        serviceVersion: "1",
        unit: "ZDMK",
        routedBecause: "test",
        description: `dziura ${n}`,
        place: "Długa 12",
        answers: {},
        contact: { phone: "600000000" },
        attachments: [],
        language: "pl" as const,
        public: true,
        sentence: "",
      },
    }));
    await house.says(id, "zgłaszam", { effects });
    const first = (await anna.gets("requests")).body;
    const second = (await anna.gets(`requests?before=${first.next}`)).body;
    const numbers = [...first.items, ...second.items].map((item) => item.id);
    expect(numbers).toHaveLength(60);
    expect(numbers).toEqual([...numbers].sort().reverse());
    expect(first.items[0]).toMatchObject({
      service: { code: "pothole", label: "Dziura w jezdni" },
      unit: { id: "ZDMK" },
      state: "received",
      summary: "dziura 59",
    });
    expect((await anna.gets(`conversations/${id}`)).body.serviceRequests).toHaveLength(20);
  });
});
