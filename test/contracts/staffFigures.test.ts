import { randomUUID } from "node:crypto";
import type { Insertable } from "kysely";
import type { Tables } from "../../src/storage/tables";
import { describeOn } from "../databases";
import { type GivenStaff, givenStaff } from "./staffGiven";

/** Friday, 20 November 2026, in Kraków; an hour ahead of UTC. */
const from = new Date("2026-11-19T23:00:00Z");
const to = new Date("2026-11-20T23:00:00Z");
const clock = (time: string) => new Date(`2026-11-20T${time}:00+01:00`);
const memory = JSON.stringify({ language: "pl", offered: [], misunderstood: 0 });

type Row<Name extends keyof Tables> = Insertable<Tables[Name]>;

describeOn("figures of a day", (fresh) => {
  let given: GivenStaff;
  let anna: string;
  let piotr: string;
  beforeAll(async () => {
    given = await givenStaff(fresh);
    anna = await given.account("consultant", "Anna");
    piotr = await given.account("consultant", "Piotr");
    await aDay();
  });
  afterAll(() => given.close());

  const into = <Name extends keyof Tables & string>(table: Name, rows: Row<Name>[]) =>
    given.storage.db.insertInto(table).values(rows).execute();

  async function chat(id: string, began: string, silent = false): Promise<void> {
    const at = clock(began);
    const row = { id, channel: "web", resident_id: id, speaker: "closed" as const, memory };
    await into("conversations", [{ ...row, created_at: at, updated_at: at, last_seq: 2 }]);
    const line = { conversation_id: id, text: "x", channel: "web", state: "done" as const, at, author_name: null };
    const rest = { choices: null, attachments: null, occasion: null, external_id: null };
    await into("entries", [
      { ...line, ...rest, seq: 1, id: randomUUID(), author: "bot" },
      ...(silent ? [] : [{ ...line, ...rest, seq: 2, id: randomUUID(), author: "resident" as const }]),
    ]);
  }

  const call = (startedAt: Date, outcome: "answered" | "dropped", area?: string) =>
    given.staff.calls.add(
      {
        id: randomUUID(),
        accountId: piotr,
        by: "Piotr",
        startedAt,
        language: "pl",
        topics: [],
        told: [],
        note: "",
        outcome,
        closedAs: outcome === "answered" ? "solved" : "resident_left",
        summary: () => "Rozmowa",
        ...(area !== undefined && { area }),
      },
      new Date(startedAt.getTime() + 180_000),
    );

  /** Seven chats and two calls began that day; one chat in which nobody said anything is none. */
  async function aDay(): Promise<void> {
    for (const [id, began] of [
      ["first-minute", "00:00"],
      ["waited-1", "08:10"],
      ["waited-2", "08:20"],
      ["waited-3", "08:50"],
      ["gave-up", "11:00"],
      ["bot-only", "13:59"],
      ["last-minute", "23:59"],
    ] as const)
      await chat(id, began);
    await chat("nobody-spoke", "09:00", true);
    await call(clock("08:30"), "answered", "drogi");
    await call(clock("15:00"), "dropped");
    // The evening before, and midnight itself, are other days.
    await call(new Date(from.getTime() - 600_000), "answered");
    await call(to, "answered");

    const wait = { channel: "web", language: "pl" as const, area: null, account_id: anna };
    const waited = (conversation_id: string, entered: string, left: string, how: Row<"queue_waits">["how"]) => {
      return { ...wait, conversation_id, entered_at: clock(entered), left_at: clock(left), how };
    };
    await into("queue_waits", [
      waited("waited-1", "08:11", "08:12", "taken"),
      waited("waited-2", "08:21", "08:24", "taken"),
      waited("waited-3", "08:55", "09:05", "taken"),
      // Came back after the consultant's silence: the same coming, taken again.
      waited("waited-3", "08:55", "09:15", "taken"),
      waited("gave-up", "11:01", "11:20", "resident_left"),
    ]);
    const desk = { topic_kind: null, topic_id: null, area: null, team_id: null, offered_to: null, offered_until: null };
    const none = {
      ...desk,
      snoozed_until: null,
      taken_at: null,
      first_reply_at: null,
      closed_at: null,
      closed_reason: null,
    };
    await into("desk_conversations", [
      { ...none, conversation_id: "waited-1", area: "drogi", taken_at: clock("08:12"), first_reply_at: clock("08:13") },
      {
        ...none,
        conversation_id: "waited-2",
        area: "odpady",
        taken_at: clock("08:24"),
        first_reply_at: clock("08:27"),
      },
      { ...none, conversation_id: "waited-3", area: "drogi", taken_at: clock("09:15") },
      // Taken straight from the bot.
      { ...none, conversation_id: "bot-only", taken_at: clock("14:00"), first_reply_at: clock("14:10") },
    ]);
    const end = { note: "", account_id: anna };
    await into("conversation_closings", [
      { ...end, conversation_id: "waited-1", seq: 5, reason: "solved", at: clock("08:40") },
      { ...end, conversation_id: "waited-2", seq: 5, reason: "redirected", at: clock("08:45") },
    ]);
    await handedBack("bot-only", clock("14:20"));
    const asked = { account_id: anna, word: null, at: null, score: null };
    await into("ratings", [
      {
        ...asked,
        conversation_id: "waited-1",
        seq: 5,
        asked_at: clock("08:40"),
        score: 5,
        word: "super",
        at: clock("08:41"),
      },
      { ...asked, conversation_id: "waited-2", seq: 5, asked_at: clock("08:45"), score: 2, at: clock("08:46") },
      { ...asked, conversation_id: "waited-3", seq: 5, asked_at: clock("09:40") },
    ]);
    await requestsAndTasks();
  }

  async function handedBack(conversation_id: string, at: Date): Promise<void> {
    const rest = {
      author_name: "Anna",
      choices: null,
      attachments: null,
      external_id: null,
      channel: "web",
      text: "x",
    };
    const line = { conversation_id, seq: 3, id: randomUUID(), author: "system" as const, state: "done" as const, at };
    await into("entries", [{ ...rest, ...line, occasion: "returned_to_bot" }]);
  }

  async function requestsAndTasks(): Promise<void> {
    const kept = {
      conversation_id: null,
      service: "x",
      service_version: "1",
      routed_because: "",
      description: "",
      place: "",
    };
    const empty = { answers: "{}", contact: "{}", attachments: "[]", language: "pl" as const, status: "open" as const };
    const request = (kind: "report" | "idea", at: Date) => {
      const id = randomUUID();
      return {
        ...kept,
        ...empty,
        id,
        same_as: id,
        kind,
        status_notes: "",
        agency_responsible: "x",
        requested_at: at,
        updated_at: at,
        state_since: at,
        page_key: id,
      };
    };
    await into("service_requests", [
      request("report", clock("09:00")),
      request("report", clock("10:00")),
      request("idea", clock("10:00")),
      request("idea", to),
    ]);
    const task = (id: string, at: Date, done_at: Date | null) => {
      const about = { conversation_id: null, contact: "600100200", matter: "x", language: "pl" as const };
      return { ...about, id, same_as: id, created_at: at, done_at, done_by: done_at && anna };
    };
    await into("contact_tasks", [
      task("reached", clock("07:00"), clock("09:00")),
      task("not-reached", clock("07:30"), clock("09:30")),
      task("old-open", new Date(from.getTime() - 3_600_000), null),
      task("done-tomorrow", clock("16:00"), new Date(to.getTime() + 3_600_000)),
    ]);
    await into("contact_task_results", [
      { task_id: "reached", result: "reached", account_id: anna, at: clock("09:00") },
      { task_id: "not-reached", result: "not_reached", account_id: anna, at: clock("09:30") },
    ]);
  }

  const day = () => given.staff.figures.day(from, to);

  test("counts chats and calls together, from midnight to midnight", async () => {
    expect(await day()).toMatchObject({ conversations: 9, calls: 2 });
    expect((await day()).byChannel).toEqual([
      { channel: "web", count: 7 },
      { channel: "phone", count: 2 },
    ]);
  });

  test("by the hour in Kraków, every hour of the day", async () => {
    const { byHour } = await day();
    expect(byHour.map(({ hour }) => hour)).toEqual(Array.from({ length: 24 }, (_, hour) => hour));
    expect(byHour.filter(({ conversations, queued }) => conversations + queued > 0)).toEqual([
      { hour: 0, conversations: 1, queued: 0, calls: 0 },
      { hour: 8, conversations: 4, queued: 3, calls: 1 },
      { hour: 11, conversations: 1, queued: 1, calls: 0 },
      { hour: 13, conversations: 1, queued: 0, calls: 0 },
      { hour: 15, conversations: 1, queued: 0, calls: 1 },
      { hour: 23, conversations: 1, queued: 0, calls: 0 },
    ]);
  });

  test("by area, those that are in one", async () => {
    expect((await day()).byArea).toEqual([
      { area: "drogi", name: "", count: 3 },
      { area: "odpady", name: "", count: 1 },
    ]);
  });

  test("who came to the queue, who was taken, who left and who was handed back", async () => {
    expect(await day()).toMatchObject({ queued: 4, taken: 4, leftWaiting: 1, returned: 1 });
  });

  test("waits of those who were taken: 60, 180, 600 and 1200 seconds", async () => {
    expect((await day()).wait).toEqual({ median: 390, p90: 1020, samples: 4 });
  });

  test("first replies after 60, 180 and 600 seconds", async () => {
    expect((await day()).firstReply).toEqual({ median: 180, p90: 516, samples: 3 });
  });

  test("why conversations were closed, and how calls ended", async () => {
    const { closed, callOutcomes } = await day();
    expect(closed).toEqual([
      { reason: "solved", count: 2 },
      { reason: "redirected", count: 1 },
      { reason: "resident_left", count: 1 },
    ]);
    expect(callOutcomes).toEqual([
      { outcome: "answered", count: 1 },
      { outcome: "dropped", count: 1 },
    ]);
  });

  test("what residents gave and said", async () => {
    const { satisfaction, words } = await day();
    expect(satisfaction).toEqual({ average: 3.5, answers: 2, asked: 3, scores: [0, 1, 0, 0, 1] });
    expect(words).toEqual([{ score: 5, word: "super", conversationId: "waited-1", at: clock("08:41").toISOString() }]);
  });

  test("what was filed, and who was called back", async () => {
    const { serviceRequests, contactTasks } = await day();
    expect(serviceRequests).toEqual({ reports: 2, ideas: 1 });
    // Open in the evening: the old one, and the one that was finished the next day.
    expect(contactTasks).toEqual({ left: 3, reached: 1, notReached: 1, open: 2 });
  });

  test("whoever still waits came to the queue, too", async () => {
    await chat("still-waits", "17:00");
    await given.storage.db
      .updateTable("conversations")
      .set({ speaker: "waiting", waiting_since: clock("17:01") })
      .where("id", "=", "still-waits")
      .execute();
    expect((await day()).queued).toBe(5);
    await given.storage.db.deleteFrom("conversations").where("id", "=", "still-waits").execute();
  });

  test("a day on which nothing happened is a day of zeros, without an average", async () => {
    const empty = await given.staff.figures.day(new Date("2026-01-01T23:00:00Z"), new Date("2026-01-02T23:00:00Z"));
    expect(empty).toMatchObject({ conversations: 0, queued: 0, taken: 0, wait: { samples: 0 }, closed: [], words: [] });
    expect(empty.satisfaction).toEqual({ answers: 0, asked: 0, scores: [0, 0, 0, 0, 0] });
    expect(empty.wait).toEqual({ samples: 0 });
  });

  test("who closed how many since, and how long people waited since", async () => {
    const closed = await given.staff.figures.closedSince(from);
    expect({ anna: closed.get(anna), piotr: closed.get(piotr) }).toEqual({ anna: 2, piotr: 3 });
    expect(await given.staff.figures.waits(clock("09:00"))).toEqual({ median: 900, p90: 1140, samples: 2 });
  });

  test("whose page was there", async () => {
    await given.staff.presence.here(anna, true, clock("10:00"));
    await given.staff.presence.here(piotr, false, clock("10:00"));
    expect(await given.staff.figures.seenSince(clock("09:59"))).toEqual(
      new Map([
        [anna, true],
        [piotr, false],
      ]),
    );
    expect(await given.staff.figures.seenSince(clock("10:01"))).toEqual(new Map());
  });
});
