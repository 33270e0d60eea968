import type { Storage } from "../../../src/storage/storage";
import { answer, arrival, conversationIn, describeStorage, noon, seconds, turn } from "./given";

const LEASE_SECONDS = 30;
const take = async ({ outbox }: Storage, at: Date, most = 100) => outbox.take("web", at, most, LEASE_SECONDS);
const texts = (taken: Awaited<ReturnType<typeof take>>) => taken.map(({ entry }) => entry.text);

describeStorage("the outbox", (given) => {
  beforeEach(async () => {
    await given().storage.db.deleteFrom("outbox").execute();
  });

  test("holds what the house says in conversations that have an address, and nothing else", async () => {
    const { storage } = given();
    const silent = await conversationIn(storage);
    await turn(storage, silent, answer("bez adresu"));
    const id = await conversationIn(storage, { address: { chat: 7 } });
    const [greeting] = await take(storage, noon);
    expect(greeting).toMatchObject({ address: { chat: 7 }, attempt: 1, language: "pl", sentParts: 0 });
    expect(greeting?.entry).toEqual((await storage.conversations.entriesAfter(id, 0, 1))[0]);
    await storage.outbox.done(greeting?.id ?? "", noon);
    await turn(storage, id, answer("odpowiedź"), seconds(1));
    expect(texts(await take(storage, seconds(1)))).toEqual(["odpowiedź"]);
  });

  test("gives one line of a conversation at a time, in order, the oldest conversation first", async () => {
    const { storage } = given();
    const a = await conversationIn(storage, { address: "a" });
    const b = await conversationIn(storage, { address: "b" });
    await storage.db.deleteFrom("outbox").execute();
    await turn(storage, b, answer("", { replies: [{ text: "b1" }, { text: "b2" }] }), seconds(1));
    await turn(storage, a, answer("", { replies: [{ text: "a1" }, { text: "a2" }] }), seconds(2));
    const first = await take(storage, seconds(3));
    expect(texts(first)).toEqual(["b1", "a1"]);
    expect(await take(storage, seconds(3))).toEqual([]);
    for (const { id } of first) await storage.outbox.done(id, seconds(3));
    expect(texts(await take(storage, seconds(3), 1))).toEqual(["b2"]);
    expect(texts(await take(storage, seconds(3)))).toEqual(["a2"]);
  });

  test("what was taken by somebody who vanished is due again after the lease, under the same id", async () => {
    const { storage } = given();
    await conversationIn(storage, { address: 1 });
    const [first] = await take(storage, noon);
    expect(await take(storage, seconds(LEASE_SECONDS - 1))).toEqual([]);
    const [second] = await take(storage, seconds(LEASE_SECONDS));
    expect(second).toEqual({ ...first, attempt: 2 });
  });

  test("what failed is tried again at its time, and what follows waits for it", async () => {
    const { storage } = given();
    const id = await conversationIn(storage, { address: 1 });
    await turn(storage, id, answer("potem"));
    const [first] = await take(storage, noon);
    await storage.outbox.failed(first?.id ?? "", "platforma śpi", seconds(60));
    expect(await take(storage, seconds(59))).toEqual([]);
    const again = await take(storage, seconds(60));
    expect(again).toEqual([{ ...first, attempt: 2 }]);
    await storage.outbox.done(first?.id ?? "", seconds(60));
    expect(texts(await take(storage, seconds(60)))).toEqual(["potem"]);
  });

  test("what is given up is kept with its reason and lets the next one pass", async () => {
    const { storage } = given();
    const id = await conversationIn(storage, { address: 1 });
    await turn(storage, id, answer("potem"));
    const [first] = await take(storage, noon);
    await storage.outbox.failed(first?.id ?? "", "nie ma takiego czatu");
    expect(texts(await take(storage, noon))).toEqual(["potem"]);
    const kept = storage.db.selectFrom("outbox").select(["state", "reason", "attempts"]);
    expect(await kept.where("id", "=", first?.id ?? "").execute()).toEqual([
      { state: "given_up", reason: "nie ma takiego czatu", attempts: 1 },
    ]);
    await storage.outbox.done(first?.id ?? "", noon);
    expect(await kept.where("state", "=", "given_up").execute()).toHaveLength(1);
  });

  test("several workers at once never take the same", async () => {
    const { storage, another } = given();
    const ids = await Promise.all(Array.from({ length: 30 }, (_, n) => conversationIn(storage, { address: n })));
    const takes = await Promise.all(Array.from({ length: 8 }, (_, n) => take(n % 2 ? storage : another, noon, 10)));
    const taken = takes.flat().map(({ entry }) => entry.conversationId);
    expect(taken).toHaveLength(new Set(taken).size);
    const rest = (await take(storage, noon)).map(({ entry }) => entry.conversationId);
    expect([...taken, ...rest].sort()).toEqual(ids.sort());
  });

  test("a turn that fails sends nothing", async () => {
    const { storage } = given();
    const id = await conversationIn(storage, { address: 1 });
    await storage.db.deleteFrom("outbox").execute();
    await storage.turns.accept(arrival(id), noon);
    const impossible = JSON.parse('{ "kind": "leave_contact", "task": {} }');
    const run = async () => answer("obiecanki", { effects: [impossible] });
    await expect(storage.turns.runNext(id, run, () => noon)).rejects.toThrow();
    expect(await take(storage, seconds(1))).toEqual([]);
  });

  test("what leaves goes to the address the resident was heard from last", async () => {
    const { storage } = given();
    const id = await conversationIn(storage, { address: { url: "old" } });
    await conversationIn(storage, { id, address: { url: "new" } });
    expect((await take(storage, noon))[0]?.address).toEqual({ url: "new" });
  });

  test("what was sent of it is known to whoever takes it next, and when the resident wrote last", async () => {
    const { storage } = given();
    const id = await conversationIn(storage, { address: 1 });
    const [first] = await take(storage, noon);
    expect(first).not.toHaveProperty("heardAt");
    await storage.turns.accept(arrival(id), seconds(7));
    for (const part of [0, 1, 1]) await storage.outbox.partSent(first?.id ?? "", part, undefined, noon);
    expect(await take(storage, seconds(LEASE_SECONDS))).toMatchObject([
      { id: first?.id, sentParts: 2, heardAt: seconds(7), attempt: 2 },
    ]);
  });

  test("who has it in hands keeps it while they are at it, and is told once somebody else has it", async () => {
    const { storage } = given();
    await conversationIn(storage, { address: 1 });
    const [first] = await take(storage, noon);
    const id = first?.id ?? "";
    await storage.outbox.partSent(id, 0, "p", noon);
    expect(await storage.outbox.keep(id, 1, seconds(100))).toBe(1);
    expect(await take(storage, seconds(LEASE_SECONDS))).toEqual([]);
    expect(await take(storage, seconds(100))).toMatchObject([{ id, attempt: 2 }]);
    expect(await storage.outbox.keep(id, 1, seconds(500))).toBeUndefined();
    expect(await storage.outbox.keep(id, 2, seconds(200))).toBe(1);
    await storage.outbox.done(id, seconds(101));
    expect(await storage.outbox.keep(id, 2, seconds(500))).toBeUndefined();
  });

  test("what is put off is not counted as a try", async () => {
    const { storage } = given();
    await conversationIn(storage, { address: 1 });
    const [first] = await take(storage, noon);
    await storage.outbox.putOff(first?.id ?? "", "token", seconds(60));
    expect(await take(storage, seconds(59))).toEqual([]);
    expect(await take(storage, seconds(60))).toEqual([first]);
  });

  test("what waits for the resident goes in order once they write, and only then", async () => {
    const { storage } = given();
    const id = await conversationIn(storage, { address: 1 });
    await turn(storage, id, answer("", { replies: [{ text: "b" }, { text: "c" }] }));
    expect(await storage.outbox.holds(id)).toBe(false);
    for (const text of ["Dzień dobry", "b"]) {
      const [next] = await take(storage, seconds(1));
      expect(next?.entry.text).toBe(text);
      await storage.outbox.hold(next?.id ?? "", "window_closed", { heardAt: next?.heardAt, at: seconds(1) });
    }
    const [third] = await take(storage, seconds(2));
    expect(third?.entry.text).toBe("c");
    await storage.outbox.done(third?.id ?? "", seconds(2));
    expect(await storage.outbox.holds(id)).toBe(true);
    expect(await take(storage, seconds(9_999_999))).toEqual([]);
    await storage.turns.accept(arrival(id), seconds(10));
    expect(await storage.outbox.holds(id)).toBe(false);
    const order: string[] = [];
    for (let at = 0; at < 2; at += 1) {
      const [next] = await take(storage, seconds(10));
      order.push(next?.entry.text ?? "");
      await storage.outbox.done(next?.id ?? "", seconds(10));
    }
    expect(order).toEqual(["Dzień dobry", "b"]);
  });

  test("what would wait for a resident who has written meanwhile is due at once", async () => {
    const { storage } = given();
    const id = await conversationIn(storage, { address: 1 });
    const [first] = await take(storage, noon);
    await storage.turns.accept(arrival(id), seconds(5));
    await storage.outbox.hold(first?.id ?? "", "window_closed", { heardAt: first?.heardAt, at: seconds(6) });
    expect(await storage.outbox.holds(id)).toBe(false);
    const again = await take(storage, seconds(6));
    expect(again).toMatchObject([{ id: first?.id, heardAt: seconds(5) }]);
    await storage.outbox.hold(first?.id ?? "", "window_closed", { heardAt: again[0]?.heardAt, at: seconds(7) });
    expect(await storage.outbox.holds(id)).toBe(true);
  });

  test("a conversation's address is known where something is brought", async () => {
    const { storage } = given();
    const [there, nowhere] = [await conversationIn(storage, { address: { chat: 7 } }), await conversationIn(storage)];
    expect(await storage.outbox.addressOf(there)).toEqual({ channel: "web", address: { chat: 7 } });
    expect(await storage.outbox.addressOf(nowhere)).toBeUndefined();
  });
});
