import { randomUUID } from "node:crypto";
import { emptyMemory, type Speaker } from "../../src/conversation/conversation";
import type { Outcome } from "../../src/conversation/outcome";
import { formatNumber } from "../../src/serviceRequests/number";
import type { Act, Locked, StaffStore } from "../../src/staff/doors";
import { openStorage, type Storage } from "../../src/storage/storage";
import { describeOn, type FreshDatabase } from "../databases";

/** What the staff room may rely on, whichever database stands behind its doors. */
describeOn("the staff room's doors", (fresh) => {
  let database: FreshDatabase;
  let storage: Storage;
  let staff: StaffStore;
  const news: string[] = [];
  const at = new Date("2026-11-20T10:00:00.000Z");
  const later = (seconds: number) => new Date(at.getTime() + seconds * 1000);

  beforeAll(async () => {
    database = await fresh();
    const log = { info() {}, warn() {}, error() {} };
    const onNews = (id: string, seq: number) => void news.push(`${id}:${seq}`);
    storage = await openStorage({ ...database.options, log, formatNumber, onNews });
    staff = storage.staff;
  });
  afterAll(async () => {
    await storage.close();
    await database.drop();
  });

  const account = async (role: "consultant" | "admin" = "consultant", name = "Anna") => {
    const id = randomUUID();
    await staff.accounts.add({ id, login: `login-${id}`, name, role, passwordHash: "hash" }, at);
    return id;
  };
  const conversation = async (speaker: Speaker = "waiting") => {
    const id = randomUUID();
    const begun = { id, channel: "web", residentId: "r", language: "pl" as const, greeting: { text: "Dzień dobry" } };
    await storage.conversations.open(begun, at);
    await says(id, "halo", speaker);
    return id;
  };
  const says = async (conversationId: string, text: string, speaker?: Speaker) => {
    await storage.turns.accept(
      { conversationId, channel: "web", externalId: randomUUID(), text, attachments: [] },
      later(1),
    );
    await storage.turns.runNext(
      conversationId,
      async ({ conversation: { speaker: now, memory } }) => outcome(speaker ?? now, memory),
      () => later(1),
    );
  };
  const outcome = (speaker: Speaker, memory: Outcome["memory"]): Outcome => ({
    speaker,
    memory,
    replies: [],
    effects: [],
    record: {
      understanding: {
        maskedText: "halo",
        language: "pl",
        candidates: [],
        confidence: 0,
        knownWords: 0,
        onlyAspect: false,
        question: false,
        entities: { serviceRequestIds: [] },
      },
      found: [],
      decided: { decision: { kind: "stay_silent" }, because: "test", rejected: [] },
      contentVersion: "1",
    },
  });
  const takes =
    (consultantId: string) =>
    async ({ conversation: { speaker } }: Locked): Promise<Act<"won" | "lost">> => {
      if (speaker === "consultant") return { result: "lost" };
      const entry = { id: randomUUID(), author: "system" as const, text: "ktoś tu jest" };
      return { result: "won", change: { speaker: "consultant", consultantId, memory: emptyMemory("pl"), entry } };
    };

  describe("acting on a conversation", () => {
    test("is done by one at a time: of twenty at once one finds it free", async () => {
      const id = await conversation();
      const people = await Promise.all(Array.from({ length: 20 }, () => account()));
      const results = await Promise.all(people.map((person) => staff.desk.act(id, at, takes(person), later(2))));
      expect(results.filter((result) => result === "won")).toHaveLength(1);
      const found = await staff.desk.find(id, at);
      expect(found?.conversation.consultantId).toBe(people[results.indexOf("won")]);
      expect(await storage.conversations.entriesAfter(id, 2, 100)).toHaveLength(1);
    });

    test("raises the version by one with a change, not without, and tells who watches after the commit only", async () => {
      const [id, anna] = [await conversation(), await account()];
      const before = await staff.desk.find(id, at);
      news.length = 0;
      await staff.desk.act(id, at, async () => ({ result: "looked" }), later(2));
      expect(news).toEqual([]);
      await staff.desk.act(id, at, takes(anna), later(2));
      expect(news).toEqual([`${id}:3`]);
      const after = await staff.desk.find(id, at);
      expect(after?.conversation.version).toBe((before?.conversation.version ?? 0) + 1);
    });

    test("that fails leaves no trace", async () => {
      const id = await conversation();
      const before = await staff.desk.find(id, at);
      news.length = 0;
      const failing = staff.desk.act(id, at, () => Promise.reject(new Error("changed my mind")), later(2));
      await expect(failing).rejects.toThrow("changed my mind");
      const half = async (locked: Locked): Promise<Act<string>> => {
        const { change } = await takes(randomUUID())(locked);
        const closing = { reason: "solved" as const, note: "", accountId: "nobody" };
        return { result: "", ...(change && { change: { ...change, closing } }) };
      };
      await expect(staff.desk.act(id, at, half, later(2))).rejects.toThrow();
      expect(await staff.desk.find(id, at)).toEqual(before);
      expect(news).toEqual([]);
    });

    test("and turns of the bot never overwrite each other", async () => {
      const [id, anna] = [await conversation("bot"), await account()];
      const residents = Array.from({ length: 10 }, (_, n) => says(id, `wiadomość ${n}`));
      const acts = Array.from({ length: 10 }, () => staff.desk.act(id, at, takes(anna), later(2)));
      const results = await Promise.all(acts);
      await Promise.all(residents);
      expect(results.filter((result) => result === "won")).toHaveLength(1);
      const entries = await storage.conversations.entriesAfter(id, 0, 100);
      expect(entries.map(({ seq }) => seq)).toEqual(entries.map((_, n) => n + 1));
      expect(entries).toHaveLength(2 + 10 + 1);
      expect((await staff.desk.find(id, at))?.conversation.speaker).toBe("consultant");
    });

    test("of a conversation that is not there does nothing", async () => {
      expect(await staff.desk.act(randomUUID(), at, takes("anna"), at)).toBeUndefined();
      expect(await staff.desk.find(randomUUID(), at)).toBeUndefined();
    });

    test("sees every line, also those of messages whose turn is still to come", async () => {
      const [id, anna] = [await conversation(), await account()];
      const waiting = {
        conversationId: id,
        channel: "web",
        externalId: "late",
        text: "jeszcze jedno",
        attachments: [],
      };
      await storage.turns.accept(waiting, later(1));
      const seen = await staff.desk.act(
        id,
        at,
        async (locked) => ({ result: { last: locked.lastSeq, missed: await locked.entriesAfter(2, 10) } }),
        later(2),
      );
      expect(seen).toMatchObject({ last: 3, missed: [{ text: "jeszcze jedno", seq: 3 }] });
      await staff.desk.act(id, at, takes(anna), later(2));
      expect(await storage.turns.withPending(later(60), 500)).toContain(id);
    });
  });

  test("the queue is in the order in which people began to wait, and holds nobody else", async () => {
    const taken = await conversation();
    const ids = [];
    for (let n = 0; n < 3; n++) ids.push(await conversation());
    await staff.desk.act(taken, at, takes(await account()), later(2));
    const listed = (await staff.desk.waiting(at, 1000)).map((one) => one.conversation.id);
    expect(listed).toEqual(expect.arrayContaining(ids));
    expect(listed).not.toContain(taken);
    const since = (await storage.db.selectFrom("conversations").select(["id", "waiting_since"]).execute()).filter(
      (row) => row.waiting_since !== null,
    );
    expect(listed).toHaveLength(since.length);
  });

  test("a holder is present while the page gives signs of life", async () => {
    const [id, anna] = [await conversation(), await account()];
    await staff.desk.act(id, at, takes(anna), later(2));
    const present = async (since: Date) => (await staff.desk.find(id, since))?.holder;
    expect(await present(at)).toEqual({ id: anna, name: "Anna", present: false });
    await staff.presence.here(anna, false, later(10));
    expect(await present(later(5))).toMatchObject({ present: true });
    expect(await present(later(15))).toMatchObject({ present: false });
    expect(await staff.presence.count(later(5))).toBe(0);
    expect(await staff.presence.here(anna, true, later(11))).toEqual({ changed: true });
    expect(await staff.presence.here(anna, true, later(12))).toEqual({ changed: false });
    expect(await staff.presence.count(later(5))).toBe(1);
    await staff.presence.gone(anna);
    expect(await staff.presence.count(later(5))).toBe(0);
  });

  describe("accounts", () => {
    test("with one login there is one, however many are added at once", async () => {
      const login = `same-${randomUUID()}`;
      const adding = Array.from({ length: 8 }, () =>
        staff.accounts.add({ id: randomUUID(), login, name: "A", role: "editor", passwordHash: "h" }, at),
      );
      expect((await Promise.all(adding)).sort()).toEqual(["added", ...Array(7).fill("login_taken")]);
    });

    test("two administrators who demote each other at once leave one", async () => {
      const [one, two] = [await account("admin"), await account("admin")];
      const demote = (id: string) => staff.accounts.change(id, { role: "editor" }, at);
      expect((await Promise.all([demote(one), demote(two)])).sort()).toEqual(["changed", "last_administrator"]);
      expect(await staff.accounts.change(randomUUID(), { name: "B" }, at)).toBe("not_found");
    });

    test("lose their sessions with a new password, and when disabled", async () => {
      const id = await account();
      const open = async () => {
        const tokenHash = randomUUID();
        await staff.sessions.open({ tokenHash, accountId: id }, at);
        return tokenHash;
      };
      const first = await open();
      expect(await staff.sessions.find(first)).toMatchObject({ account: { id }, createdAt: at, lastActiveAt: at });
      await staff.accounts.setPassword(id, { hash: "new", mustChange: false }, at);
      expect(await staff.sessions.find(first)).toBeUndefined();
      const second = await open();
      await staff.accounts.change(id, { disabled: true }, at);
      expect(await staff.sessions.find(second)).toBeUndefined();
      await staff.accounts.change(id, { disabled: false }, at);
      expect(await staff.sessions.find(second)).toBeUndefined();
    });

    test("keep a password that is in use when a one-time one was meant to be renewed", async () => {
      const id = await account();
      const renew = (onlyIfSetBefore: Date) =>
        staff.accounts.setPassword(id, { hash: "again", mustChange: true, onlyIfSetBefore }, later(100));
      expect(await renew(at)).toBe(false);
      expect(await renew(later(1))).toBe(true);
      await staff.accounts.setPassword(id, { hash: "own", mustChange: false }, later(101));
      expect(await renew(later(500))).toBe(false);
    });
  });

  describe("sessions", () => {
    test("are touched forwards only, and forgotten when too old", async () => {
      const [tokenHash, accountId] = [randomUUID(), await account()];
      await staff.sessions.open({ tokenHash, accountId }, at);
      await staff.sessions.touch(tokenHash, later(60));
      await staff.sessions.touch(tokenHash, later(30));
      expect((await staff.sessions.find(tokenHash))?.lastActiveAt).toEqual(later(60));
      await staff.sessions.forget({ createdAt: at, lastActiveAt: later(60) });
      expect(await staff.sessions.find(tokenHash)).toBeDefined();
      await staff.sessions.forget({ createdAt: at, lastActiveAt: later(61) });
      expect(await staff.sessions.find(tokenHash)).toBeUndefined();
    });
  });

  describe("failed logins", () => {
    const locks = [0, 0, 60, 120];
    const old = later(-3600);

    test("lock for the time of the n-th one, and each counts once, also at once", async () => {
      const key = randomUUID();
      const answers = await Promise.all(Array.from({ length: 10 }, () => staff.failures.count(key, locks, at, old)));
      expect(answers.filter((until) => until === undefined)).toHaveLength(3);
      expect(answers.filter((until) => until !== undefined)).toEqual(Array(7).fill(later(60)));
      expect(await staff.failures.count(key, locks, later(60), old)).toBeUndefined();
      expect(await staff.failures.count(key, locks, later(61), old)).toEqual(later(180));
      expect(await staff.failures.count(key, locks, later(200), old)).toBeUndefined();
      expect(await staff.failures.count(key, locks, later(201), old)).toEqual(later(320));
    });

    test("are forgotten after a success and after a long time", async () => {
      const [key, other] = [randomUUID(), randomUUID()];
      for (const one of [key, other]) for (let n = 0; n < 3; n++) await staff.failures.count(one, locks, at, old);
      await staff.failures.clear([key]);
      expect(await staff.failures.count(key, locks, later(1), old)).toBeUndefined();
      expect(await staff.failures.count(other, locks, later(1), old)).toEqual(later(60));
      expect(await staff.failures.count(other, locks, later(9000), later(5000))).toBeUndefined();
      expect(await staff.failures.count(other, locks, later(9001), later(5000))).toBeUndefined();
    });
  });

  test("a contact task is finished by one person only", async () => {
    const conversationId = await conversation("bot");
    const task = { sameAs: randomUUID(), contact: "600000000", matter: "dowód", language: "pl" as const };
    const effect = { kind: "leave_contact" as const, task };
    const arrival = { conversationId, channel: "web", externalId: randomUUID(), text: "600000000", attachments: [] };
    await storage.turns.accept(arrival, later(3));
    await storage.turns.runNext(
      conversationId,
      async ({ conversation: { memory } }) => ({ ...outcome("bot", memory), effects: [effect] }),
      () => later(3),
    );
    const [open] = await staff.desk.contactTasks({ done: false, most: 10 });
    expect(open).toMatchObject({ contact: "600000000", matter: "dowód", conversationId });
    expect(await staff.desk.openContactTasks()).toBe(1);
    const people = await Promise.all(Array.from({ length: 6 }, () => account()));
    const finishing = people.map((accountId) =>
      staff.desk.finishContactTask(open?.id ?? "", { accountId, result: "reached" }, later(4)),
    );
    expect((await Promise.all(finishing)).sort()).toEqual(["done", ...Array(5).fill("not_found")]);
    expect(await staff.desk.openContactTasks()).toBe(0);
    expect(await staff.desk.contactTasks({ done: true, most: 10 })).toMatchObject([
      { id: open?.id, done: { result: "reached", by: "Anna", at: later(4) } },
    ]);
  });
});
