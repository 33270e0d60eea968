import { randomUUID } from "node:crypto";
import { emptyMemory } from "../../src/conversation/conversation";
import type { NewWaiting, Outcome } from "../../src/conversation/outcome";
import type { DeskChange } from "../../src/staff/doors";
import { describeOn } from "../databases";
import { at, type GivenStaff, givenStaff, later, silence } from "./staffGiven";
import { arrival } from "./storage/given";

const FAR = later(1_000_000);

describeOn("the queue in the store", (fresh) => {
  let given: GivenStaff;
  beforeAll(async () => {
    given = await givenStaff(fresh);
  });
  afterAll(() => given.close());
  afterEach(() => given.storage.db.deleteFrom("conversations").execute());

  const waits = (waiting: NewWaiting = {}, change: Partial<Outcome> = {}): Partial<Outcome> => {
    return { speaker: "waiting", effects: [{ kind: "enter_queue", waiting }], ...change };
  };
  const inQueue = async (waiting: NewWaiting = {}) => {
    const id = await given.conversation("bot");
    await given.says(id, "człowiek", waits(waiting));
    return id;
  };
  const timers = async (id: string) =>
    (await given.staff.timers.due(FAR, 100))
      .filter((timer) => timer.conversationId === id)
      .map(({ kind, dueAt }) => [kind, (dueAt.getTime() - at.getTime()) / 1000]);
  const acts = (id: string, change: Partial<DeskChange>, when = later(60)) =>
    given.staff.desk.act(
      id,
      at,
      async ({ conversation: { speaker, consultantId, memory } }) => {
        const same = { speaker, ...(consultantId !== undefined && { consultantId }), memory };
        return { result: "done", change: { ...same, ...change } };
      },
      when,
    );
  const line = (author: "consultant" | "system") => ({ id: randomUUID(), author, text: "dzień dobry" });
  const waitsOf = () =>
    given.storage.db
      .selectFrom("queue_waits")
      .select(["how", "area", "language", "entered_at", "left_at", "account_id"])
      .execute();

  test("who begins to wait is in it with topic, area and an alarm", async () => {
    const id = await inQueue({ topic: { kind: "service", id: "pothole" }, area: "drogi" });
    expect(await given.staff.queue.unoffered(10)).toEqual([
      { conversationId: id, waitingSince: later(1), language: "pl", area: "drogi", declined: [] },
    ]);
    expect(await timers(id)).toEqual([["waits_too_long", 601]]);
    expect(await given.staff.desk.find(id, at)).toMatchObject({ topic: { kind: "service", id: "pothole" }, tags: [] });
  });

  test("what it is about is learnt once: what is known already, or chosen by hand, stays", async () => {
    const learns = (topic: string, area?: string): Partial<Outcome> => {
      const waiting = { topic: { kind: "article" as const, id: topic }, ...(area !== undefined && { area }) };
      return { speaker: "waiting", effects: [{ kind: "learn_topic", waiting }] };
    };
    const find = (id: string) => given.staff.desk.find(id, at);
    const [id, chosen] = [await inQueue(), await inQueue({ area: "dokumenty" })];
    given.alerts.length = 0;
    await given.says(id, "o psie", learns("oplata-za-psa", "podatki"));
    await given.says(id, "i o drodze", learns("droga", "drogi"));
    expect(await find(id)).toMatchObject({ topic: { kind: "article", id: "oplata-za-psa" }, area: "podatki" });
    expect(given.alerts).toEqual([]);
    await given.says(chosen, "o psie", learns("oplata-za-psa", "podatki"));
    expect(await find(chosen)).toMatchObject({ topic: { id: "oplata-za-psa" }, area: "dokumenty" });
    const taken = await given.conversation("consultant");
    await given.says(taken, "o psie", { ...learns("oplata-za-psa"), speaker: "consultant" });
    expect(await find(taken)).toMatchObject({ topic: { id: "oplata-za-psa" } });
    expect(await timers(id)).toEqual([["waits_too_long", 601]]);
  });

  test("who comes back to it has nothing of the last time: offers, team, refusals", async () => {
    const [id, anna] = [await inQueue({ area: "drogi" }), await given.account()];
    await given.staff.teams.add({ id: randomUUID(), name: `Zespół ${id}`, members: [] }, at);
    const [team] = (await given.staff.teams.all()).filter(({ name }) => name === `Zespół ${id}`);
    await acts(id, { desk: { team: team?.id, offered: { to: anna, until: later(100) }, declined: [anna] } });
    await given.says(id, "wracam", { speaker: "bot", effects: [{ kind: "leave_queue" }] });
    await given.says(id, "jednak człowiek", waits());
    expect(await given.staff.queue.unoffered(10)).toEqual([
      { conversationId: id, waitingSince: later(1), language: "pl", declined: [] },
    ]);
    expect(await timers(id)).toEqual([["waits_too_long", 601]]);
  });

  test("who leaves it is noted as such, no timer is left", async () => {
    const id = await inQueue({ area: "drogi" });
    await given.says(id, "wracam", { speaker: "bot", effects: [{ kind: "leave_queue" }] });
    expect(await given.staff.queue.unoffered(10)).toEqual([]);
    expect(await timers(id)).toEqual([]);
    expect(await waitsOf()).toMatchObject([{ how: "resident_left", area: "drogi", language: "pl", account_id: null }]);
    expect(await given.staff.queue.waits(at, 10)).toEqual([]);
  });

  test("who is taken is a sample, newest first; taking over from the bot is none", async () => {
    const anna = await given.account();
    const taken = { speaker: "consultant" as const, consultantId: anna };
    const [first, second, third] = [await inQueue(), await inQueue(), await given.conversation("bot")];
    await acts(first, taken, later(61));
    await acts(second, taken, later(301));
    await acts(third, taken, later(400));
    expect(await given.staff.queue.waits(at, 10)).toEqual([300, 60]);
    expect(await given.staff.queue.waits(at, 1)).toEqual([300]);
    expect(await given.staff.queue.waits(later(200), 10)).toEqual([300]);
    expect((await waitsOf()).map(({ account_id }) => account_id)).toEqual([anna, anna]);
  });

  test("the second wait of a conversation counts from where it began, whatever its place", async () => {
    const [id, anna] = [await inQueue(), await given.account()];
    await acts(id, { speaker: "consultant", consultantId: anna }, later(61));
    await given.staff.desk.act(
      id,
      at,
      async ({ conversation: { memory } }) => ({
        result: "",
        change: { speaker: "waiting", waitingSince: later(1), memory },
      }),
      later(1000),
    );
    expect((await given.staff.queue.unoffered(10))[0]?.waitingSince).toEqual(later(1));
    expect(await timers(id)).toEqual([["waits_too_long", 1600]]);
    await acts(id, { speaker: "consultant", consultantId: anna }, later(1030));
    expect(await given.staff.queue.waits(at, 10)).toEqual([30, 60]);
  });

  test.each(["bot", "closed"] as const)("handing to %s ends the wait and every timer", async (speaker) => {
    const [id, anna] = [await inQueue(), await given.account()];
    await acts(id, { desk: { offered: { to: anna, until: later(100) } } });
    await acts(id, { speaker });
    expect(await timers(id)).toEqual([]);
    expect(await waitsOf()).toMatchObject([{ how: speaker === "bot" ? "returned_to_bot" : "closed" }]);
    expect(await given.staff.desk.find(id, at)).not.toHaveProperty("offered");
  });

  test("an offer has its end as a timer, keeps the place, and is gone once somebody takes the conversation", async () => {
    const [id, anna] = [await inQueue(), await given.account()];
    await acts(id, { desk: { offered: { to: anna, until: later(105) } } });
    expect(await timers(id)).toEqual([
      ["offer_ends", 105],
      ["waits_too_long", 601],
    ]);
    expect(await given.staff.queue.unoffered(10)).toEqual([]);
    await acts(id, { desk: { offered: undefined, declined: [anna] } });
    expect(await timers(id)).toEqual([["waits_too_long", 601]]);
    expect(await given.staff.queue.unoffered(10)).toMatchObject([{ waitingSince: later(1), declined: [anna] }]);
    await acts(id, { desk: { offered: { to: anna, until: later(105) } } });
    await acts(id, { speaker: "consultant", consultantId: anna });
    expect(await given.staff.desk.find(id, at)).toMatchObject({ declined: [], tags: [] });
    expect((await timers(id)).map(([kind]) => kind)).toEqual(["consultant_silent"]);
  });

  test("a consultant owes an answer from the first message on that is not answered", async () => {
    const [id, anna] = [await given.conversation("bot"), await given.account()];
    const held = { speaker: "consultant" as const, consultantId: anna };
    await acts(id, { ...held, entry: line("system") }, later(10));
    expect(await timers(id)).toEqual([["consultant_silent", 610]]);
    await acts(id, { ...held, entry: line("consultant") }, later(20));
    expect(await timers(id)).toEqual([]);
    const asks: Partial<Outcome> = { effects: [{ kind: "await_consultant" }] };
    await given.says(id, "a ile to kosztuje?", asks);
    expect(await timers(id)).toEqual([["consultant_silent", 601]]);
    await given.storage.turns.accept(arrival(id, "halo?"), later(50));
    await given.storage.turns.runNext(
      id,
      async ({ conversation: { speaker, memory } }) => ({ speaker, memory, ...silence, ...asks }),
      () => later(50),
    );
    expect(await timers(id)).toEqual([["consultant_silent", 601]]);
    await acts(id, { ...held, entry: line("consultant") }, later(60));
    expect(await timers(id)).toEqual([]);
  });

  test("a conversation put aside owes nothing, and the resident's word takes it back", async () => {
    const [id, anna] = [await given.conversation("bot"), await given.account()];
    const held = { speaker: "consultant" as const, consultantId: anna };
    await acts(id, held, later(10));
    await acts(id, { desk: { snoozedUntil: later(5000) } }, later(20));
    expect(await timers(id)).toEqual([["snooze_ends", 5000]]);
    given.alerts.length = 0;
    await given.says(id, "jestem", { effects: [{ kind: "await_consultant" }] });
    expect(await timers(id)).toEqual([["consultant_silent", 601]]);
    expect(await given.staff.desk.find(id, at)).not.toHaveProperty("snoozedUntil");
    expect(given.alerts).toEqual([id]);
    await acts(id, { desk: { snoozedUntil: later(5000) } }, later(30));
    await acts(id, { desk: { snoozedUntil: undefined } }, later(40));
    expect(await timers(id)).toEqual([["consultant_silent", 640]]);
  });

  test("a timer is cleared and moved only as it was seen", async () => {
    const id = await inQueue();
    const [timer] = await given.staff.timers.due(FAR, 1);
    if (!timer) throw new Error("there is one");
    expect(await given.staff.timers.due(later(600), 10)).toEqual([]);
    await acts(id, { timers: { set: [{ kind: "waits_too_long", dueAt: later(700) }] } });
    await given.staff.timers.clear(timer);
    expect(await timers(id)).toEqual([["waits_too_long", 700]]);
    await given.staff.timers.postpone(timer, later(900));
    expect(await timers(id)).toEqual([["waits_too_long", 700]]);
    await given.staff.timers.postpone({ ...timer, dueAt: later(700) }, later(900));
    expect(await timers(id)).toEqual([["waits_too_long", 900]]);
  });

  test("the place told to residents is the one in the list, also among those who came in the same moment", async () => {
    const people = [await inQueue(), await inQueue(), await inQueue(), await inQueue()];
    const listed = (await given.staff.desk.waiting(at, 10)).map(({ conversation }) => conversation.id);
    const told = new Map<string, string>();
    for (const id of people) {
      await given.says(id, "halo", {
        speaker: "waiting",
        memory: emptyMemory("pl"),
        replies: [{ text: "{queue_position}" }],
      });
      const entries = await given.storage.conversations.entriesAfter(id, 0, 100);
      told.set(entries.at(-1)?.text ?? "", id);
    }
    expect(["1", "2", "3", "4"].map((place) => told.get(place))).toEqual(listed);
    const anna = await given.account();
    await acts(listed[0] ?? "", { desk: { offered: { to: anna, until: later(90) }, declined: [] } });
    expect((await given.staff.desk.waiting(at, 10)).map(({ conversation }) => conversation.id)).toEqual(listed);
  });

  describe("who is at the desk", () => {
    const since = later(-45);
    const hire = async (more: object = {}) => {
      const anna = await given.account();
      await given.staff.presence.here(anna, true, at);
      if (Object.keys(more).length > 0) await given.staff.accounts.change(anna, more, at);
      return anna;
    };
    afterEach(() => given.storage.db.deleteFrom("staff_presence").execute());

    test("with skills, what they hold and are offered, and when they took the last", async () => {
      const anna = await hire({ capacity: 2, languages: ["pl", "uk"], areas: ["drogi"] });
      const [first, second] = [await inQueue(), await inQueue()];
      expect(await given.staff.queue.atDesk(since)).toEqual([
        { accountId: anna, languages: ["pl", "uk"], areas: ["drogi"], teams: [], load: 0, capacity: 2 },
      ]);
      await acts(first, { speaker: "consultant", consultantId: anna }, later(60));
      await acts(second, { desk: { offered: { to: anna, until: later(90) } } });
      expect(await given.staff.queue.atDesk(since)).toMatchObject([{ load: 2, lastTakenAt: later(60) }]);
      expect(await given.staff.presence.count(since)).toEqual({ present: 1, free: 0 });
      await acts(first, { desk: { snoozedUntil: later(5000) } });
      expect(await given.staff.queue.atDesk(since)).toMatchObject([{ load: 1 }]);
      expect(await given.staff.presence.count(since)).toEqual({ present: 1, free: 1 });
    });

    test("but nobody who is away, not available or disabled; colleagues see them all the same", async () => {
      const [anna, piotr, ewa] = [await hire(), await hire(), await hire()];
      await given.staff.presence.here(anna, false, at);
      await given.staff.presence.here(piotr, true, later(-60));
      await given.staff.accounts.change(ewa, { disabled: true }, at);
      expect(await given.staff.queue.atDesk(since)).toEqual([]);
      const seen = (await given.staff.queue.colleagues(since)).filter(({ accountId }) =>
        new Set<string>([anna, piotr, ewa]).has(accountId),
      );
      const how = Object.fromEntries(
        seen.map(({ accountId, present, available }) => [accountId, [present, available]]),
      );
      expect(how).toEqual({ [anna]: [true, false], [piotr]: [false, false] });
    });

    test("has room for one more only once, however many ask at the same time", async () => {
      const anna = await hire({ capacity: 1 });
      const people = [await inQueue(), await inQueue(), await inQueue(), await inQueue()];
      const offers = people.map((id) =>
        given.staff.desk.act(
          id,
          since,
          async ({ conversation: { memory }, hasRoom }) => {
            if (!(await hasRoom(anna))) return { result: false };
            const desk = { offered: { to: anna, until: later(90) } };
            return { result: true, change: { speaker: "waiting", memory, desk } };
          },
          later(60),
        ),
      );
      expect((await Promise.all(offers)).filter(Boolean)).toHaveLength(1);
    });
  });
});
