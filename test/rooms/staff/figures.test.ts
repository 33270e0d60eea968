import { randomUUID } from "node:crypto";
import { dayOf, hoursOf } from "../../../src/staff/figures";
import { here, takenBy } from "./deskWork";
import type { Person } from "./person";
import { openStaffHouse, type StaffHouse } from "./staffHouse";

const HOUR = 3_600_000;

describe("a day in Kraków", () => {
  test.each([
    ["2026-11-20", "2026-11-19T23:00:00.000Z", 24],
    ["2026-07-01", "2026-06-30T22:00:00.000Z", 24],
    ["2026-03-29", "2026-03-28T23:00:00.000Z", 23],
    ["2026-03-30", "2026-03-29T22:00:00.000Z", 24],
    ["2026-10-25", "2026-10-24T22:00:00.000Z", 25],
    ["2026-10-26", "2026-10-25T23:00:00.000Z", 24],
    ["2026-12-31", "2026-12-30T23:00:00.000Z", 24],
  ])("%s begins at %s and has %i hours", (day, begins, hours) => {
    const { from, to } = hoursOf(day);
    expect(from.toISOString()).toBe(begins);
    expect((to.getTime() - from.getTime()) / HOUR).toBe(hours);
    expect([from, new Date(to.getTime() - 1)].map(dayOf)).toEqual([day, day]);
    expect([new Date(from.getTime() - 1), to].map(dayOf)).not.toContain(day);
  });
});

describe("over the console", () => {
  let house: StaffHouse;
  let anna: Person;
  let chief: Person;
  let analyst: Person;
  beforeAll(async () => {
    house = await openStaffHouse();
    anna = await house.hires("consultant", "Anna", { areas: ["drogi"], capacity: 3 });
    chief = await house.hires("supervisor", "Maria");
    analyst = await house.hires("analyst", "Ola");
  });
  afterAll(() => house.close());

  const call = (topic: string) => {
    const topics = [{ kind: "article", id: topic }];
    const rest = { told: [], note: "", outcome: "answered", startedAt: house.now().toISOString() };
    return anna.posts("calls", { key: randomUUID(), topics, ...rest });
  };

  test("today holds what happened today: a chat that was taken and a call, by the names of their areas", async () => {
    const before = (await analyst.gets("figures/day")).body;
    await takenBy(anna, house, { said: ["dziura"], waiting: { area: "drogi" } });
    await call("paszport");
    const { body } = await analyst.gets("figures/day");
    expect(body).toMatchObject({
      day: dayOf(house.now()),
      conversations: before.conversations + 2,
      calls: before.calls + 1,
      queued: before.queued + 1,
      taken: before.taken + 1,
      callOutcomes: [{ outcome: "answered", count: 1 }],
    });
    expect(body.byArea).toContainEqual({ area: "dokumenty", name: "Dokumenty i meldunek", count: 1 });
    expect(body.byHour).toHaveLength(24);
    expect(body.wait.samples).toBe(before.wait.samples + 1);
  });

  test("another day is another day", async () => {
    expect((await analyst.gets("figures/day?date=2025-01-07")).body).toMatchObject({
      day: "2025-01-07",
      conversations: 0,
    });
  });

  test.each(["wczoraj", "2026-02-30", "2026-1-1", "9999-01-01", ""])("the day %j is refused", async (date) => {
    const refused = await analyst.gets(`figures/day?date=${date}`);
    expect(refused).toMatchObject({ status: 400, body: { error: { code: "wrong_body", fields: ["date"] } } });
  });

  test("the people at the desk, with what each holds, in words", async () => {
    const { id } = await takenBy(anna, house, { waiting: { topic: { kind: "article", id: "paszport" } } });
    await here(chief, false);
    const waiting = await house.conversation({ speaker: "waiting" });
    const { people, ...desk } = (await chief.gets("people")).body;
    const of = (person: Person) => people.find((one: { id: string }) => one.id === person.id);
    expect(of(anna)).toMatchObject({
      name: "Anna",
      present: true,
      available: true,
      role: "consultant",
      capacity: 3,
      languages: ["pl"],
      areas: ["Drogi i parkowanie"],
      teams: [],
      offered: 0,
    });
    const topic = house.parts.content().names.article("paszport");
    expect(of(anna).conversations).toContainEqual({
      id,
      topic,
      since: expect.any(String),
      awaitsReply: expect.any(Boolean),
    });
    expect(of(chief)).toMatchObject({ present: true, available: false, conversations: [] });
    // An analyst is nobody at the desk.
    expect(of(analyst)).toBeUndefined();
    expect(desk).toMatchObject({ waiting: 1, snoozed: 0, longestWaitSince: expect.any(String) });
    expect(waiting).toBeDefined();
  });

  test("whose page is gone is not there any more, and closed ones are counted", async () => {
    const { id } = await takenBy(anna, house);
    const of = async () => {
      const { people } = (await chief.gets("people")).body;
      return people.find((one: { id: string }) => one.id === anna.id);
    };
    const before = await of();
    await anna.posts(`conversations/${id}/close`, { reason: "solved", note: "", askRating: false });
    expect((await of()).closedToday).toBe(before.closedToday + 1);
    house.passes(60_000);
    expect(await of()).toMatchObject({ present: false, available: false });
  });

  test("who may see them", async () => {
    const editor = await house.hires("editor");
    for (const [person, day, people] of [
      [anna, 403, 403],
      [chief, 200, 200],
      [analyst, 200, 403],
      [editor, 403, 403],
    ] as const) {
      expect((await person.gets("figures/day")).status).toBe(day);
      expect((await person.gets("people")).status).toBe(people);
    }
  });
});
