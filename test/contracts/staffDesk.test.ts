import { randomUUID } from "node:crypto";
import type { Act, Locked } from "../../src/staff/doors";
import { describeOn } from "../databases";
import { at, type GivenStaff, givenStaff, later, takes } from "./staffGiven";

describeOn("conversations as staff acts on them", (fresh) => {
  let given: GivenStaff;
  beforeAll(async () => {
    given = await givenStaff(fresh);
  });
  afterAll(() => given.close());

  describe("acting on a conversation", () => {
    test("is done by one at a time: of twenty at once one finds it free", async () => {
      const id = await given.conversation();
      const people = await Promise.all(Array.from({ length: 20 }, () => given.account()));
      const results = await Promise.all(people.map((person) => given.staff.desk.act(id, at, takes(person), later(2))));
      expect(results.filter((result) => result === "won")).toHaveLength(1);
      const found = await given.staff.desk.find(id, at);
      expect(found?.conversation.consultantId).toBe(people[results.indexOf("won")]);
      expect(await given.storage.conversations.entriesAfter(id, 2, 100)).toHaveLength(1);
    });

    test("raises the version by one with a change, not without, and tells who watches after the commit only", async () => {
      const [id, anna] = [await given.conversation(), await given.account()];
      const before = await given.staff.desk.find(id, at);
      given.news.length = 0;
      await given.staff.desk.act(id, at, async () => ({ result: "looked" }), later(2));
      expect(given.news).toEqual([]);
      await given.staff.desk.act(id, at, takes(anna), later(2));
      expect(given.news).toEqual([`${id}:3`]);
      const after = await given.staff.desk.find(id, at);
      expect(after?.conversation.version).toBe((before?.conversation.version ?? 0) + 1);
    });

    test("that fails leaves no trace", async () => {
      const id = await given.conversation();
      const before = await given.staff.desk.find(id, at);
      given.news.length = 0;
      const failing = given.staff.desk.act(id, at, () => Promise.reject(new Error("changed my mind")), later(2));
      await expect(failing).rejects.toThrow("changed my mind");
      const half = async (locked: Locked): Promise<Act<string>> => {
        const { change } = await takes(randomUUID())(locked);
        const closing = { reason: "solved" as const, note: "", accountId: "nobody" };
        return { result: "", ...(change && { change: { ...change, closing } }) };
      };
      await expect(given.staff.desk.act(id, at, half, later(2))).rejects.toThrow();
      expect(await given.staff.desk.find(id, at)).toEqual(before);
      expect(given.news).toEqual([]);
    });

    test("and turns of the bot never overwrite each other", async () => {
      const [id, anna] = [await given.conversation("bot"), await given.account()];
      const residents = Array.from({ length: 10 }, (_, n) => given.says(id, `wiadomość ${n}`));
      const acts = Array.from({ length: 10 }, () => given.staff.desk.act(id, at, takes(anna), later(2)));
      const results = await Promise.all(acts);
      await Promise.all(residents);
      expect(results.filter((result) => result === "won")).toHaveLength(1);
      const entries = await given.storage.conversations.entriesAfter(id, 0, 100);
      expect(entries.map(({ seq }) => seq)).toEqual(entries.map((_, n) => n + 1));
      expect(entries).toHaveLength(2 + 10 + 1);
      expect((await given.staff.desk.find(id, at))?.conversation.speaker).toBe("consultant");
    });

    test("is possible, and the queue can be read, where an older version's memory cannot", async () => {
      const [id, anna] = [await given.conversation(), await given.account()];
      const older = JSON.stringify({ language: "uk", somethingElse: true });
      await given.storage.db.updateTable("conversations").set({ memory: older }).where("id", "=", id).execute();
      const listed = (await given.staff.desk.waiting(at, 200)).find(({ conversation }) => conversation.id === id);
      expect(listed?.conversation.memory).toEqual({ language: "uk", offered: [], misunderstood: 0 });
      expect(await given.staff.desk.act(id, at, takes(anna), later(2))).toBe("won");
    });

    test("of a conversation that is not there does nothing", async () => {
      expect(await given.staff.desk.act(randomUUID(), at, takes("anna"), at)).toBeUndefined();
      expect(await given.staff.desk.find(randomUUID(), at)).toBeUndefined();
    });

    test("sees every line, also those of messages whose turn is still to come", async () => {
      const [id, anna] = [await given.conversation(), await given.account()];
      const waiting = {
        conversationId: id,
        channel: "web",
        externalId: "late",
        text: "jeszcze jedno",
        attachments: [],
      };
      await given.storage.turns.accept(waiting, later(1));
      const seen = await given.staff.desk.act(
        id,
        at,
        async (locked) => ({ result: { last: locked.lastSeq, missed: await locked.entriesAfter(2, 10) } }),
        later(2),
      );
      expect(seen).toMatchObject({ last: 3, missed: [{ text: "jeszcze jedno", seq: 3 }] });
      await given.staff.desk.act(id, at, takes(anna), later(2));
      expect(await given.storage.turns.withPending(later(60), 500)).toContain(id);
    });
  });

  test("the queue is in the order in which people began to wait, and holds nobody else", async () => {
    const taken = await given.conversation();
    const ids = [];
    for (let n = 0; n < 3; n++) ids.push(await given.conversation());
    await given.staff.desk.act(taken, at, takes(await given.account()), later(2));
    const listed = (await given.staff.desk.waiting(at, 1000)).map((one) => one.conversation.id);
    expect(listed).toEqual(expect.arrayContaining(ids));
    expect(listed).not.toContain(taken);
    const since = (await given.storage.db.selectFrom("conversations").select(["id", "waiting_since"]).execute()).filter(
      (row) => row.waiting_since !== null,
    );
    expect(listed).toHaveLength(since.length);
  });

  test("a holder is present while the page gives signs of life", async () => {
    const [id, anna] = [await given.conversation(), await given.account()];
    await given.staff.desk.act(id, at, takes(anna), later(2));
    const present = async (since: Date) => (await given.staff.desk.find(id, since))?.holder;
    expect(await present(at)).toEqual({ id: anna, name: "Anna", present: false });
    await given.staff.presence.here(anna, false, later(10));
    expect(await present(later(5))).toMatchObject({ present: true });
    expect(await present(later(15))).toMatchObject({ present: false });
    expect(await given.staff.presence.count(later(5))).toMatchObject({ present: 0 });
    expect(await given.staff.presence.here(anna, true, later(11))).toEqual({ changed: true });
    expect(await given.staff.presence.here(anna, true, later(12))).toEqual({ changed: false });
    expect(await given.staff.presence.count(later(5))).toMatchObject({ present: 1 });
    await given.staff.presence.gone(anna);
    expect(await given.staff.presence.count(later(5))).toMatchObject({ present: 0 });
  });

  test("a contact task is finished by one person only", async () => {
    const conversationId = await given.conversation("bot");
    const task = { sameAs: randomUUID(), contact: "600000000", matter: "dowód", language: "pl" as const };
    const effect = { kind: "leave_contact" as const, task };
    await given.says(conversationId, "600000000", { effects: [effect] });
    const [open] = await given.staff.desk.contactTasks({ done: false, most: 10 });
    expect(open).toMatchObject({ contact: "600000000", matter: "dowód", conversationId });
    expect(await given.staff.desk.openContactTasks()).toBe(1);
    const people = await Promise.all(Array.from({ length: 6 }, () => given.account()));
    const finishing = people.map((accountId) =>
      given.staff.desk.finishContactTask(open?.id ?? "", { accountId, result: "reached" }, later(4)),
    );
    expect((await Promise.all(finishing)).sort()).toEqual(["done", ...Array(5).fill("not_found")]);
    expect(await given.staff.desk.openContactTasks()).toBe(0);
    expect(await given.staff.desk.contactTasks({ done: true, most: 10 })).toMatchObject([
      { id: open?.id, done: { result: "reached", by: "Anna", at: later(4) } },
    ]);
  });
});
