import { randomUUID } from "node:crypto";
import type { Effect } from "../../../src/conversation/outcome";
import type { NewMail } from "../../../src/staff/doors";
import { makeOffers } from "../../../src/staff/queue/offers";
import { runTimers } from "../../../src/staff/queue/timers";
import { openQueueKeeper } from "../../../src/staff/queueKeeper";
import { describeIfPostgreSql } from "../../reachable";
import { here, ids, words } from "./deskWork";
import type { Person } from "./person";
import { openStaffHouse, PASSWORD, type StaffHouse } from "./staffHouse";

const SECOND = 1000;
const asks: { effects: Effect[] } = { effects: [{ kind: "await_consultant" }] };

describe.each(["embedded", "postgresql"] as const)("the queue is kept (%s)", (database) => {
  const describeHere = database === "embedded" ? describe : describeIfPostgreSql;
  describeHere("", () => {
    let house: StaffHouse;
    let anna: Person;
    let piotr: Person;
    const mails: NewMail[] = [];
    beforeAll(async () => {
      house = await openStaffHouse(database, {
        publicUrl: "https://czat.example.pl/",
        settings: { offerSeconds: 45, waitAlarmSeconds: 600, onDutyEmail: "dyzur@example.pl" },
      });
      anna = await house.hires("consultant", "Anna", { capacity: 2 });
      piotr = await house.hires("consultant", "Piotr", { capacity: 2 });
      // Kept here instead of the table, so that the words of a mail can be read.
      house.parts.store = { ...house.parts.store, mails: { add: async (mail) => void mails.push(mail) } };
    });
    afterAll(() => house.close());
    // The clock runs for hours in these tests, longer than a session lasts without a touch.
    beforeEach(async () => {
      for (const person of [anna, piotr]) await person.logsIn(person.login, PASSWORD);
    });
    afterEach(async () => {
      mails.length = 0;
      await house.storage.db.deleteFrom("conversations").execute();
      await house.storage.db.deleteFrom("staff_presence").execute();
    });

    /** What a keeper does when it looks. */
    const look = async () => {
      await runTimers(house.parts);
      await makeOffers(house.parts);
    };
    const waiting = async (more: Parameters<StaffHouse["conversation"]>[0] = {}) => {
      house.passes(1);
      return house.conversation({ speaker: "waiting", ...more });
    };
    const seen = async (id: string, by = anna) => (await by.gets(`conversations/${id}`)).body;
    const offeredTo = async (id: string) => (await seen(id)).offered?.to.id;
    const later = async (seconds: number, ...people: Person[]) => {
      house.passes(seconds * SECOND);
      for (const person of people) await here(person);
      await look();
    };

    test("who waits longest is offered to who is free, one after the other, up to what each can hold", async () => {
      const people = [await waiting(), await waiting(), await waiting(), await waiting(), await waiting()];
      await here(anna);
      await here(piotr);
      const before = house.now().getTime();
      await look();
      const offers = await Promise.all(people.map(offeredTo));
      expect(offers.slice(0, 4).sort()).toEqual([anna.id, anna.id, piotr.id, piotr.id].sort());
      expect(offers[4]).toBeUndefined();
      const { offered } = await seen(people[0] ?? "");
      expect(Date.parse(offered.until)).toBeGreaterThanOrEqual(before + 45 * SECOND);
      expect((await anna.gets("queue")).body.free).toBe(0);
    });

    test("an offer that is not accepted goes to the next, the place stays, and after all declined it starts again", async () => {
      const id = await waiting();
      await here(anna);
      await look();
      expect(await offeredTo(id)).toBe(anna.id);
      await later(46, anna, piotr);
      expect(await offeredTo(id)).toBe(piotr.id);
      expect((await piotr.posts(`conversations/${id}/accept`)).status).toBe(200);
      expect((await anna.posts(`conversations/${id}/accept`)).error).toBe("not_offered");
      const other = await waiting();
      const third = await waiting();
      await look();
      expect((await anna.posts(`conversations/${other}/decline`)).status).toBe(200);
      expect((await anna.posts(`conversations/${other}/decline`)).error).toBe("not_offered");
      await look();
      await piotr.posts(`conversations/${other}/decline`);
      await look();
      expect(await offeredTo(other)).toBeUndefined();
      expect(ids((await anna.gets("queue")).body.waiting)).toEqual([other, third]);
      await later(20, anna, piotr);
      expect(await offeredTo(other)).toBeUndefined();
      await later(26, anna, piotr);
      expect(await offeredTo(other)).toBeDefined();
    });

    test("what was offered to somebody who leaves the desk or logs out goes to the next at once, and may come back", async () => {
      const id = await waiting();
      await here(anna);
      await look();
      expect(await offeredTo(id)).toBe(anna.id);
      await here(anna, false);
      expect(await offeredTo(id)).toBeUndefined();
      await here(anna);
      await look();
      expect(await offeredTo(id)).toBe(anna.id);
      await here(piotr);
      await anna.posts("session/end");
      await look();
      expect((await seen(id, piotr)).offered.to.id).toBe(piotr.id);
    });

    test("a consultant who keeps silent loses the conversation: in front again, and to somebody else", async () => {
      const began = house.now();
      const id = await waiting();
      await here(anna);
      await anna.posts(`conversations/${id}/take`);
      const { lastSeq } = await seen(id);
      await anna.posts(`conversations/${id}/say`, words("W czym pomóc?", lastSeq));
      house.passes(60 * SECOND);
      await house.says(id, "o śmieci", asks);
      house.passes(60 * SECOND);
      await house.says(id, "halo?", asks);
      const newer = await waiting();
      await later(540 - 61, anna, piotr);
      expect((await seen(id)).speaker).toBe("consultant");
      await later(62, anna, piotr);
      const view = await seen(id);
      expect(view).toMatchObject({ speaker: "waiting", offered: { to: { id: piotr.id } } });
      expect(Math.abs(Date.parse(view.since) - began.getTime())).toBeLessThan(2 * SECOND);
      expect(view.entries.at(-1)).toMatchObject({ occasion: "returned_to_queue", author: "system" });
      expect(ids((await anna.gets("queue")).body.waiting)).toEqual([id, newer]);
    });

    test("nobody loses a conversation they have answered, also when the answer and the timer come together", async () => {
      const id = await waiting();
      await here(anna);
      await anna.posts(`conversations/${id}/take`);
      await house.says(id, "jest tam kto?", asks);
      const { lastSeq } = await seen(id);
      house.passes(700 * SECOND);
      const [said] = await Promise.all([
        anna.posts(`conversations/${id}/say`, words("Jestem", lastSeq)),
        runTimers(house.parts),
        runTimers(house.parts),
      ]);
      expect((await seen(id)).speaker).toBe(said.status === 200 ? "consultant" : "waiting");
      expect(
        (await seen(id)).entries.filter((entry: { occasion?: string }) => entry.occasion === "returned_to_queue")
          .length,
      ).toBe(said.status === 200 ? 0 : 1);
    });

    test("what was put aside comes back to its holder, or to the queue when the holder is gone", async () => {
      const [mine, lost] = [await waiting(), await waiting()];
      await here(anna);
      for (const id of [mine, lost]) {
        await anna.posts(`conversations/${id}/take`);
        const until = new Date(house.now().getTime() + 600 * SECOND).toISOString();
        expect((await anna.posts(`conversations/${id}/snooze`, { until, note: "czekam na wydział" })).status).toBe(200);
        expect((await seen(id)).notes).toMatchObject([{ text: "czekam na wydział", byId: anna.id }]);
      }
      expect(ids((await anna.gets("queue")).body.snoozed).sort()).toEqual([mine, lost].sort());
      await anna.posts(`conversations/${mine}/wake`);
      expect(ids((await anna.gets("queue")).body.mine)).toEqual([mine]);
      await anna.posts(`conversations/${mine}/snooze`, {
        until: new Date(house.now().getTime() + 60 * SECOND).toISOString(),
      });
      await later(61, anna);
      expect(ids((await anna.gets("queue")).body.mine)).toEqual([mine]);
      await later(600);
      expect(await seen(lost)).toMatchObject({ speaker: "waiting", reason: "asked_for_human" });
      expect((await seen(lost)).snoozedUntil).toBeUndefined();
    });

    test("the resident's word wakes what was put aside", async () => {
      const id = await waiting();
      await here(anna);
      await anna.posts(`conversations/${id}/take`);
      await anna.posts(`conversations/${id}/snooze`, {
        until: new Date(house.now().getTime() + 3600 * SECOND).toISOString(),
      });
      await house.says(id, "mam ten numer", asks);
      expect(ids((await anna.gets("queue")).body.mine)).toEqual([id]);
    });

    test("somebody waits too long: one mail on duty, with nothing the resident said", async () => {
      const id = await waiting({
        said: ["mój PESEL to 44051401359"],
        waiting: { topic: { kind: "service", id: "pothole" }, area: "drogi" },
      });
      await waiting();
      await later(599);
      expect(mails).toEqual([]);
      await later(2);
      await later(1);
      const [mail] = mails.filter(({ text }) => text.includes(id));
      // Two who began to wait together are one mail, whichever process writes it first.
      expect(mails).toHaveLength(2);
      expect(new Set(mails.map(({ sameAs }) => sameAs)).size).toBe(1);
      await waiting();
      await later(601);
      expect(new Set(mails.map(({ sameAs }) => sameAs)).size).toBe(2);
      expect(mail).toMatchObject({ to: "dyzur@example.pl", subject: expect.stringContaining("w kolejce: 2") });
      expect(mail?.text).toContain(`https://czat.example.pl/console/inbox/${id}`);
      expect(mail?.text).toContain("Temat: ");
      expect(mail?.text).not.toMatch(/PESEL|44051401359|nieznany/);
    });

    test("several processes at once offer and take back everything once", async () => {
      const people = [];
      for (let n = 0; n < 6; n++) people.push(await waiting());
      await here(anna);
      await here(piotr);
      await Promise.all([makeOffers(house.parts), makeOffers(house.parts), makeOffers(house.parts)]);
      const offers = (await Promise.all(people.map(offeredTo))).filter((id) => id !== undefined);
      expect(offers.sort()).toEqual([anna.id, anna.id, piotr.id, piotr.id].sort());
      house.passes(46 * SECOND);
      await Promise.all([runTimers(house.parts), runTimers(house.parts), runTimers(house.parts)]);
      const declined = await house.storage.db.selectFrom("desk_conversations").select("declined").execute();
      expect(declined.map((row) => row.declined.length).sort()).toEqual([0, 0, 1, 1, 1, 1]);
    });

    test("one timer that cannot be done does not keep the others from theirs", async () => {
      const [first, second] = [await waiting(), await waiting()];
      const { act } = house.parts.store.desk;
      const failing: typeof act = (id, ...rest) =>
        id === first ? Promise.reject(new Error("nie dziś")) : act(id, ...rest);
      await here(anna);
      await look();
      house.passes(46 * SECOND);
      const parts = {
        ...house.parts,
        store: { ...house.parts.store, desk: { ...house.parts.store.desk, act: failing } },
      };
      await runTimers(parts);
      expect((await seen(second)).offered).toBeUndefined();
      expect(house.logged.some(({ event }) => event === "timer_failed")).toBe(true);
      house.passes(61 * SECOND);
      await runTimers(house.parts);
      expect((await seen(first)).offered).toBeUndefined();
    });

    test("the keeper looks by itself when the desk changes, and after a restart does what became due meanwhile", async () => {
      const until = async (holds: () => Promise<boolean>) => {
        for (let tries = 0; tries < 200 && !(await holds()); tries++) await new Promise((r) => setTimeout(r, 25));
        expect(await holds()).toBe(true);
      };
      const keeper = openQueueKeeper(house.parts);
      const id = await waiting();
      await here(anna);
      await until(async () => (await offeredTo(id)) === anna.id);
      await keeper.close();
      house.passes(46 * SECOND);
      await here(piotr);
      expect(await offeredTo(id)).toBe(anna.id);
      const next = openQueueKeeper(house.parts);
      await until(async () => (await offeredTo(id)) === piotr.id);
      await next.close();
    });

    test("nothing is logged but ids", () => {
      const events = house.logged.filter(({ event }) => event.startsWith("queue_"));
      expect(events.length).toBeGreaterThan(5);
      for (const { fields } of events)
        expect(Object.keys(fields).filter((key) => !["conversation", "by", "waiting"].includes(key))).toEqual([]);
    });

    test("acts on what is not there, or not theirs, are refused", async () => {
      const id = await waiting();
      await here(anna);
      await anna.posts(`conversations/${id}/take`);
      const soon = (ms: number) => ({ until: new Date(house.now().getTime() + ms).toISOString() });
      expect((await piotr.posts(`conversations/${id}/snooze`, soon(60_000))).body.error).toEqual({
        code: "not_yours",
        by: "Anna",
      });
      expect((await piotr.posts(`conversations/${id}/wake`)).error).toBe("not_yours");
      expect((await anna.posts(`conversations/${id}/snooze`, soon(-1000))).error).toBe("in_the_past");
      expect((await anna.posts(`conversations/${id}/snooze`, soon(31 * 24 * 3600 * SECOND))).error).toBe("in_the_past");
      for (const path of ["accept", "decline", "wake"])
        expect((await anna.posts(`conversations/${randomUUID()}/${path}`)).status).toBe(404);
    });
  });
});
