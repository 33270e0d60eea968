import { randomUUID } from "node:crypto";
import type { DeliveryState } from "../../src/staff/wire";
import type { Tables } from "../../src/storage/tables";
import { describeOn } from "../databases";
import { at, type GivenStaff, givenStaff, later } from "./staffGiven";

type Stored = { state: "due" | "held" | "done" | "given_up"; receipt?: Tables["outbox"]["receipt"]; reason?: string };

describeOn("what consultants are told of the way to the resident", (fresh) => {
  let given: GivenStaff;
  beforeAll(async () => {
    given = await givenStaff(fresh);
  });
  afterAll(() => given.close());

  /** A conversation on a channel that pushes, in which a greeting waits and the resident said something. */
  const pushed = async () => {
    const id = randomUUID();
    const begun = { id, channel: "web", residentId: "r", language: "pl" as const, address: { chat: 7 } };
    await given.storage.conversations.open({ ...begun, greeting: { text: "Dzień dobry" } }, at);
    await given.says(id, "halo", { speaker: "waiting" });
    return id;
  };
  /** The consultant's next line, stored as the outbox would have it by now. */
  const line = async (id: string, stored: Stored) => {
    const entry = { id: randomUUID(), author: "consultant" as const, authorName: "Anna", text: "Już patrzę." };
    await given.staff.desk.act(
      id,
      at,
      async ({ conversation: { memory } }) => ({ result: "", change: { speaker: "consultant", memory, entry } }),
      later(2),
    );
    await given.storage.db.updateTable("outbox").set(stored).where("id", "=", entry.id).execute();
  };
  const told = async (id: string, most = 100) =>
    (await given.staff.desk.deliveries(id, most)).map(({ state, reason }) => [state, reason]);

  test.each<[DeliveryState, string | undefined, Stored]>([
    ["due", undefined, { state: "due" }],
    ["due", "Graph 500, code 2", { state: "due", reason: "Graph 500, code 2" }],
    ["held", "window_closed", { state: "held", reason: "window_closed" }],
    ["sent", undefined, { state: "done" }],
    ["sent", undefined, { state: "done", receipt: "sent" }],
    ["delivered", undefined, { state: "done", receipt: "delivered" }],
    ["read", undefined, { state: "done", receipt: "read", reason: "it had failed before" }],
    ["failed", "code 131026", { state: "done", receipt: "failed", reason: "code 131026" }],
    ["failed", "blocked", { state: "given_up", reason: "blocked" }],
    ["failed", "too long", { state: "given_up", receipt: "delivered", reason: "too long" }],
  ])("a line is %s (%s) when the outbox says %j", async (state, reason, stored) => {
    const id = await pushed();
    await line(id, stored);
    expect((await told(id)).at(-1)).toEqual([state, reason]);
  });

  test("the newest lines are told, the oldest of them first, each by its place in the thread", async () => {
    const id = await pushed();
    await line(id, { state: "done", receipt: "read" });
    await line(id, { state: "done" });
    await line(id, { state: "held" });
    expect(await given.staff.desk.deliveries(id, 100)).toEqual([
      { seq: 1, state: "due" },
      { seq: 3, state: "read" },
      { seq: 4, state: "sent" },
      { seq: 5, state: "held" },
    ]);
    expect((await given.staff.desk.deliveries(id, 2)).map(({ seq }) => seq)).toEqual([4, 5]);
  });

  test("where the resident is and when they wrote last is what the sender goes by, too", async () => {
    const id = await pushed();
    await line(id, { state: "due" });
    expect(await given.staff.desk.reach(id)).toEqual({
      address: { chat: 7 },
      heardAt: later(1),
      heardSeq: 2,
      contacts: [],
    });
    const [delivery] = await given.storage.outbox.take("web", later(3), 100, 60);
    expect(delivery?.heardAt).toEqual(later(1));
  });

  test("a contact that was left for calling back is told, the newest first", async () => {
    const id = await pushed();
    for (const [n, contact] of ["500 100 100", "jan@example.pl"].entries()) {
      const task = { id: randomUUID(), same_as: randomUUID(), conversation_id: id, contact, matter: "" };
      await given.storage.db
        .insertInto("contact_tasks")
        .values({ ...task, language: "pl", created_at: later(n) })
        .execute();
    }
    expect((await given.staff.desk.reach(id)).contacts).toEqual(["jan@example.pl", "500 100 100"]);
  });

  test("a channel that fetches by itself has nothing on its way and no address", async () => {
    const id = await given.conversation("consultant");
    expect(await told(id)).toEqual([]);
    expect(await given.staff.desk.reach(id)).toEqual({ heardAt: later(1), heardSeq: 2, contacts: [] });
    expect(await given.staff.desk.reach(randomUUID())).toEqual({ contacts: [] });
  });
});
