import { randomUUID } from "node:crypto";
import type { Narrowed } from "../../src/staff/doors";
import { describeOn } from "../databases";
import { at, type GivenStaff, givenStaff, later } from "./staffGiven";

type Made = {
  speaker?: "bot" | "waiting" | "consultant" | "closed";
  channel?: string;
  language?: "pl" | "uk";
  resident?: string;
};

describeOn("lists of the inbox", (fresh) => {
  let given: GivenStaff;
  let clock = 0;
  beforeAll(async () => {
    given = await givenStaff(fresh);
  });
  beforeEach(async () => {
    await given.storage.db.deleteFrom("conversations").execute();
    clock = 0;
  });
  afterAll(() => given.close());

  /** Each a minute after the one before. */
  const make = async (
    { speaker = "bot", channel = "web", language = "pl", resident = "r" }: Made = {},
    holder?: string,
  ) => {
    const id = randomUUID();
    const now = later(60 * clock++);
    await given.storage.conversations.open(
      { id, channel, residentId: resident, language, greeting: { text: "?" } },
      now,
    );
    const row = { speaker, consultant_id: holder ?? null, waiting_since: speaker === "waiting" ? now : null };
    await given.storage.db.updateTable("conversations").set(row).where("id", "=", id).execute();
    return id;
  };
  const holder = async () => {
    const id = randomUUID();
    const row = { id, login: id, display_name: "Anna", role: "consultant" as const, password_hash: "" };
    const times = { password_set_at: at, must_change_password: false, created_at: at };
    await given.storage.db
      .insertInto("staff_accounts")
      .values({ ...row, ...times })
      .execute();
    return id;
  };
  const desk = (conversation_id: string, columns: object) =>
    given.storage.db
      .insertInto("desk_conversations")
      .values({ conversation_id, ...columns })
      .execute();
  const page = (wanted: Partial<Narrowed> & { before?: { at: Date; id: string }; most?: number }) =>
    given.staff.desk.page(at, { view: "all", accountId: "", most: 10, ...wanted });
  const idsOf = async (wanted: Parameters<typeof page>[0]) =>
    (await page(wanted)).items.map(({ conversation }) => conversation.id);

  test("all of them are there at once, newest word first, whether indexed or not", async () => {
    const made = [await make(), await make({ speaker: "closed" }), await make({ speaker: "waiting" })];
    expect(await idsOf({ view: "all" })).toEqual([...made].reverse());
    const [first = ""] = made;
    await given.staff.search.index([{ conversationId: first, seq: 1, at: later(9999), notes: 0, words: [] }]);
    expect((await idsOf({ view: "all" }))[0]).toBe(first);
  });

  test("closed ones are there however they ended: by the bot, by a person, on the phone", async () => {
    const byBot = await make({ speaker: "closed" });
    const phoned = await make({ speaker: "closed", channel: "phone" });
    await make();
    const byPerson = await make({ speaker: "closed" });
    await desk(byPerson, { closed_at: at, closed_reason: "solved" });
    await given.storage.db
      .insertInto("ratings")
      .values({ conversation_id: byPerson, seq: 1, asked_at: at, score: 4, at })
      .execute();
    const { items } = await page({ view: "closed" });
    expect(items.map(({ conversation, score, closed }) => [conversation.id, score, closed?.reason])).toEqual([
      [byPerson, 4, "solved"],
      [phoned, undefined, undefined],
      [byBot, undefined, undefined],
    ]);
  });

  test("the queue is in its own order, with places in the whole queue", async () => {
    const [a, b, c] = [
      await make({ speaker: "waiting" }),
      await make({ speaker: "waiting", channel: "email" }),
      await make({ speaker: "waiting" }),
    ];
    await make();
    const { items } = await page({ view: "waiting" });
    expect(items.map(({ conversation, position }) => [conversation.id, position])).toEqual([
      [a, 1],
      [b, 2],
      [c, 3],
    ]);
    const narrowed = await page({ view: "waiting", channel: "email" });
    expect(narrowed.items.map(({ position }) => position)).toEqual([2]);
    const first = await page({ view: "waiting", most: 2 });
    const rest = await page({ view: "waiting", most: 2, ...(first.next && { before: first.next }) });
    expect(rest.items.map(({ conversation, position }) => [conversation.id, position])).toEqual([[c, 3]]);
  });

  test("mine, others' and snoozed ones are kept apart", async () => {
    const [anna, piotr] = [await holder(), await holder()];
    const mine = await make({ speaker: "consultant" }, anna);
    const theirs = await make({ speaker: "consultant" }, piotr);
    const snoozed = await make({ speaker: "consultant" }, anna);
    await desk(snoozed, { snoozed_until: later(3600) });
    await make({ speaker: "waiting" });
    const listsOf = async (accountId: string) =>
      Promise.all((["mine", "others", "snoozed"] as const).map((view) => idsOf({ view, accountId })));
    expect(await listsOf(anna)).toEqual([[mine], [theirs], [snoozed]]);
    expect(await listsOf(piotr)).toEqual([[theirs], [mine], [snoozed]]);
  });

  test("each filter narrows, and all together", async () => {
    await given.storage.db.insertInto("teams").values({ id: "t", name: "Drogi", created_at: at }).execute();
    const one = await make({ channel: "email", language: "uk" });
    await desk(one, { area: "drogi", team_id: "t", tags: ["pilne", "radny"] });
    const other = await make();
    await desk(other, { area: "odpady", tags: ["skarga"] });
    const filters = { channel: "email", language: "uk", area: "drogi", team: "t", tag: "radny" } as const;
    for (const [name, value] of Object.entries(filters)) expect(await idsOf({ [name]: value })).toEqual([one]);
    expect(await idsOf(filters)).toEqual([one]);
    expect(await idsOf({ ...filters, tag: "skarga" })).toEqual([]);
    expect(await idsOf({ ...filters, words: { stems: ["nic"] } })).toEqual([]);
    expect(await given.staff.desk.filters()).toEqual({
      channels: ["email", "web"],
      tags: ["pilne", "radny", "skarga"],
    });
  });

  test("pages give each conversation once, also of the same moment, and new ones do not shift them", async () => {
    const made = [];
    for (let n = 0; n < 7; n++) {
      if (n === 3) clock = 0;
      made.push(await make());
    }
    const seen: string[] = [];
    let before: { at: Date; id: string } | undefined;
    do {
      const { items, next } = await page({ most: 2, ...(before && { before }) });
      seen.push(...items.map(({ conversation }) => conversation.id));
      before = next;
      clock = 100;
      await make();
    } while (before);
    expect([...seen].sort()).toEqual([...made].sort());
  });

  test("tags are added and taken away at once by many, and kept in order", async () => {
    const id = await make();
    const adds = ["b", "a", "c"].map((tag) => given.staff.desk.tag(id, { add: [tag, "x"], remove: [], most: 20 }));
    await Promise.all(adds);
    const without = { add: [], remove: ["x", "nie ma"], most: 20 };
    expect(await given.staff.desk.tag(id, without)).toEqual({ kind: "tagged", tags: ["a", "b", "c"] });
    expect((await given.staff.desk.find(id, at))?.tags).toEqual(["a", "b", "c"]);
    expect(await given.staff.desk.tag("nie-ma", { add: ["a"], remove: [], most: 20 })).toEqual({ kind: "not_found" });
  });

  test("many at once put no more tags on than there may be", async () => {
    const id = await make();
    const adds = ["a", "b", "c", "d"].map((tag) => given.staff.desk.tag(id, { add: [tag], remove: [], most: 2 }));
    const kinds = (await Promise.all(adds)).map(({ kind }) => kind);
    expect(kinds.filter((kind) => kind === "tagged")).toHaveLength(2);
    expect(kinds.filter((kind) => kind === "too_many")).toHaveLength(2);
    expect((await given.staff.desk.find(id, at))?.tags).toHaveLength(2);
  });

  test("earlier conversations are those of the same resident on the same channel", async () => {
    const first = await make({ resident: "ewa" });
    const second = await make({ resident: "ewa", speaker: "closed" });
    await desk(second, { topic_kind: "article", topic_id: "paszport" });
    const now = await make({ resident: "ewa" });
    await make({ resident: "ewa", channel: "email" });
    await make({ resident: "jan" });
    expect(await given.staff.desk.earlier(now, 10)).toMatchObject([
      { id: second, speaker: "closed", topic: { kind: "article", id: "paszport" } },
      { id: first, speaker: "bot" },
    ]);
    expect(await given.staff.desk.earlier(now, 1)).toHaveLength(1);
  });
});
