import { randomUUID } from "node:crypto";
import type { NewEvent } from "../../../src/channels/channel";
import type { Storage } from "../../../src/storage/storage";
import { describeStorage, noon, seconds } from "./given";

const LEASE_SECONDS = 30;
const EIGHT_DAYS = 8 * 86_400;

const event = (
  externalId: string,
  person: string,
  rank: number,
  payload: unknown = { text: externalId },
): NewEvent => ({
  externalId,
  person,
  rank,
  kind: "message",
  payload,
});

describeStorage("events of channels", (given) => {
  let channel: string;
  beforeEach(() => {
    channel = randomUUID();
  });
  const add = (events: NewEvent[], at = noon, dueAt = at) => given().storage.events.add(channel, events, at, dueAt);
  const take = async (at: Date, most = 100, storage: Storage = given().storage) =>
    storage.events.take([channel], at, most, LEASE_SECONDS);
  const ids = async (at: Date) => (await take(at)).map(({ externalId }) => externalId).sort();
  const key = (externalId: string) => ({ channel, externalId });
  const row = async (externalId: string) =>
    given()
      .storage.db.selectFrom("channel_events")
      .select(["state", "payload", "reason", "attempts"])
      .where("channel", "=", channel)
      .where("external_id", "=", externalId)
      .executeTakeFirst();

  test("an event comes out as it was put in", async () => {
    const told = event("zażółć|1", "Anna", 1_772_452_800_000, { text: "gęś \u{1f9a2}", deep: [{ a: null }] });
    expect(await add([told])).toBe(1);
    expect(await take(noon)).toEqual([{ ...told, channel, attempt: 1 }]);
  });

  test("the same event is one, in one batch and later, also after it was done, also 8 days later", async () => {
    expect(await add([event("a", "p", 1), event("a", "p", 1), event("b", "p", 2)])).toBe(2);
    expect(await add([event("b", "p", 2), event("c", "p", 3)])).toBe(1);
    expect(await ids(noon)).toEqual(["a"]);
    await given().storage.events.done(key("a"), noon);
    expect(await add([event("a", "p", 1)], seconds(1))).toBe(0);
    expect(await add([event("a", "p", 1)], seconds(EIGHT_DAYS))).toBe(0);
    expect(await ids(seconds(EIGHT_DAYS))).toEqual(["b"]);
  });

  test("the same id on two channels is two events", async () => {
    await add([event("a", "p", 1)]);
    expect(await given().storage.events.add(`${channel}-2`, [event("a", "p", 1)], noon, noon)).toBe(1);
    expect(await ids(noon)).toEqual(["a"]);
  });

  test("a person's events come one after the other, by rank, and of equal ones the first to come", async () => {
    await add([event("third", "p", 5), event("first", "p", 1), event("second", "p", 3)]);
    await add([event("fourth", "p", 5)]);
    const order: string[] = [];
    for (let at = 0; at < 4; at += 1) {
      const taken = await ids(noon);
      expect(taken).toHaveLength(1);
      expect(await ids(noon)).toEqual([]);
      await given().storage.events.done(key(taken[0] ?? ""), noon);
      order.push(...taken);
    }
    expect(order).toEqual(["first", "second", "third", "fourth"]);
  });

  test("an earlier event that is not due yet holds back what the person did later, and nobody else", async () => {
    await add([event("later", "p", 2), event("of another", "q", 9)]);
    await add([event("earlier", "p", 1)], noon, seconds(1));
    expect(await ids(noon)).toEqual(["of another"]);
    expect(await ids(seconds(1))).toEqual(["earlier"]);
  });

  test("what is earlier and comes late waits for what is in somebody's hands", async () => {
    await add([event("later", "p", 2)]);
    expect(await ids(noon)).toEqual(["later"]);
    await add([event("earlier", "p", 1)]);
    expect(await ids(noon)).toEqual([]);
    await given().storage.events.done(key("later"), noon);
    expect(await ids(noon)).toEqual(["earlier"]);
  });

  test("what was taken by somebody who vanished is due again after the lease", async () => {
    await add([event("a", "p", 1), event("b", "p", 2)]);
    await take(noon);
    expect(await ids(seconds(LEASE_SECONDS - 1))).toEqual([]);
    expect(await take(seconds(LEASE_SECONDS))).toMatchObject([{ externalId: "a", attempt: 2 }]);
  });

  test("who works long on one keeps it", async () => {
    await add([event("a", "p", 1)]);
    await take(noon);
    await given().storage.events.keep(key("a"), seconds(100));
    expect(await ids(seconds(99))).toEqual([]);
    expect(await ids(seconds(100))).toEqual(["a"]);
    await given().storage.events.done(key("a"), seconds(100));
    await given().storage.events.keep(key("a"), seconds(200));
    expect(await ids(seconds(300))).toEqual([]);
  });

  test("what failed is tried again at its time and counted; what is put off is not counted", async () => {
    const { events } = given().storage;
    await add([event("a", "p", 1), event("b", "p", 2)]);
    await take(noon);
    await events.failed(key("a"), "śpi", seconds(60));
    expect(await ids(seconds(59))).toEqual([]);
    expect(await take(seconds(60))).toMatchObject([{ externalId: "a", attempt: 2 }]);
    await events.putOff(key("a"), seconds(90));
    expect(await ids(seconds(89))).toEqual([]);
    expect(await take(seconds(90))).toMatchObject([{ externalId: "a", attempt: 2 }]);
  });

  test("what is given up keeps its reason and lets the next one pass", async () => {
    await add([event("a", "p", 1), event("b", "p", 2)]);
    await take(noon);
    await given().storage.events.failed(key("a"), "nieczytelne\0");
    expect(await row("a")).toMatchObject({ state: "given_up", reason: "nieczytelne\ufffd", attempts: 1 });
    expect(await ids(noon)).toEqual(["b"]);
    await given().storage.events.done(key("a"), noon);
    expect(await row("a")).toMatchObject({ state: "given_up" });
  });

  test("what was done is known by its id only, until it is forgotten", async () => {
    const { events } = given().storage;
    await add([event("a", "p", 1), event("given up", "q", 1), event("waits", "r", 1)]);
    await take(noon);
    await events.done(key("a"), noon);
    await events.failed(key("given up"), "x");
    expect(await row("a")).toMatchObject({ state: "done", payload: null });
    await events.forget(seconds(0));
    expect(await row("a")).toBeDefined();
    await events.forget(seconds(EIGHT_DAYS));
    expect([await row("a"), await row("given up")]).toEqual([undefined, undefined]);
    expect(await row("waits")).toMatchObject({ state: "due", payload: { text: "waits" } });
  });

  test("only the channels that are asked for are taken, at most so many, the oldest first", async () => {
    await given().storage.events.add(`${channel}-2`, [event("z", "p", 1)], noon, noon);
    await add([event("b", "p", 2), event("a", "q", 1), event("c", "r", 0)]);
    expect((await take(noon, 2)).map(({ externalId }) => externalId).sort()).toEqual(["a", "b"]);
    expect(await given().storage.events.take([], noon, 10, LEASE_SECONDS)).toEqual([]);
  });

  test("two processes at once never take the same event, nor two of one person", async () => {
    const { storage, another } = given();
    const people = Array.from({ length: 30 }, (_, n) => `p${n}`);
    await add(people.flatMap((person) => [event(`${person}-2`, person, 2), event(`${person}-1`, person, 1)]));
    const takes = await Promise.all(Array.from({ length: 8 }, (_, n) => take(noon, 10, n % 2 ? storage : another)));
    const taken = takes.flat().map(({ externalId }) => externalId);
    taken.push(...(await ids(noon)));
    expect(taken.sort()).toEqual(people.map((person) => `${person}-1`).sort());
  });
});
