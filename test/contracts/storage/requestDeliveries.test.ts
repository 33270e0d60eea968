import { randomUUID } from "node:crypto";
import { decideAct } from "../../../src/serviceRequests/acts";
import type { Act, Actor } from "../../../src/serviceRequests/doors";
import type { Storage } from "../../../src/storage/storage";
import { conversationIn, describeStorage, noon, pothole, seconds, textsOf } from "./given";

const LEASE_SECONDS = 30;
const DAYS = 24 * 60 * 60;
const system: Actor = { kind: "system" };
const unit: Actor = { kind: "unit", unit: "ZDMK" };
const resident: Actor = { kind: "resident" };
const staff: Actor = { kind: "staff", accountId: "anna" };

const rules = (now: Date) => ({ now, reopenDays: 14, askFixedDays: 7, sentence: () => "zdanie" });
const act = (storage: Storage, id: string, one: Act, actor: Actor, at = noon) =>
  storage.requests.act(id, (current) => decideAct(current, one, actor, rules(at)), at);

/** A filed request; with a conversation its reporter is told there. */
async function filed(storage: Storage, more: { conversationId?: string; email?: string; at?: Date } = {}) {
  const { conversationId, email, at = noon } = more;
  const request = pothole({ unit: "ZDMK", contact: email === undefined ? {} : { email } });
  const { id } = await storage.requests.file(
    { ...request, source: "chat", ...(conversationId !== undefined && { conversationId }) },
    at,
  );
  return id;
}

describeStorage("deliveries, notices and the office", (given) => {
  describe("what is brought to units", () => {
    beforeEach(() => given().storage.db.deleteFrom("unit_deliveries").execute());
    const take = (storage: Storage, at: Date, most = 100) => storage.deliveries.take(at, most, LEASE_SECONDS);
    const forUnit = async (storage: Storage, at: Date) => (await take(storage, at)).map(({ event }) => event);

    test("goes to one taker only, and to another when the first one died", async () => {
      const { storage, another } = given();
      const ids = new Set(await Promise.all(Array.from({ length: 12 }, () => filed(storage))));
      const takes = await Promise.all(Array.from({ length: 6 }, (_, n) => take(n % 2 ? storage : another, noon, 4)));
      const taken = [...takes.flat(), ...(await take(storage, noon))];
      expect(taken).toHaveLength(12);
      expect(new Set(taken.map(({ serviceRequestId }) => serviceRequestId))).toEqual(ids);
      expect(await take(another, seconds(LEASE_SECONDS - 1))).toEqual([]);
      const again = await take(another, seconds(LEASE_SECONDS));
      expect(again.map(({ attempt }) => attempt)).toEqual(Array(12).fill(2));
    });

    test("keeps its order within a matter until somebody has the earlier one", async () => {
      const { storage } = given();
      const id = await filed(storage);
      await act(storage, id, { kind: "forward", unit: "ZDMK", because: "" }, system);
      await act(storage, id, { kind: "add", words: "jest coraz większa" }, resident, seconds(1));
      const [first] = await take(storage, seconds(1));
      expect(first).toEqual({ id: first?.id, serviceRequestId: id, event: 1, unit: "ZDMK", attempt: 1, sentTo: [] });
      expect(await take(storage, seconds(1))).toEqual([]);
      await storage.deliveries.failed(first?.id ?? "", seconds(2), {
        reason: "451 później\0",
        sentTo: ["refused a@unit.example"],
        retryAt: seconds(300),
      });
      expect(await forUnit(storage, seconds(299))).toEqual([]);
      expect(await take(storage, seconds(300))).toEqual([
        { ...first, attempt: 2, sentTo: ["refused a@unit.example"], firstFailedAt: seconds(2) },
      ]);
      await storage.deliveries.named(first?.id ?? "", "X-1");
      // The other recipients are tried again, and nobody waits for them.
      const sentTo = ["refused a@unit.example", "b@unit.example"];
      await storage.deliveries.failed(first?.id ?? "", seconds(301), {
        reason: "c śpi",
        sentTo,
        retryAt: seconds(600),
      });
      expect(await forUnit(storage, seconds(301))).toEqual([3]);
    });

    test("is listed as stuck from its first failure until it is brought or its matter is over", async () => {
      const { storage } = given();
      const { deliveries } = storage;
      const [late, refused, kept] = [await filed(storage), await filed(storage), await filed(storage)];
      const byRequest = new Map((await take(storage, noon)).map(({ id, serviceRequestId }) => [serviceRequestId, id]));
      const idOf = (request: string) => byRequest.get(request) ?? "";
      await deliveries.failed(idOf(late), seconds(1), { reason: "śpi", sentTo: [], retryAt: seconds(300) });
      await deliveries.failed(idOf(late), seconds(300), { reason: "nadal śpi", sentTo: [], retryAt: seconds(2100) });
      await deliveries.done(idOf(refused), seconds(2), { sentTo: ["b@unit.example"] });
      await deliveries.bounced(idOf(refused), "nie ma takiej skrzynki", seconds(3));
      await deliveries.withheld(idOf(kept), "no_way", seconds(1));
      const common = { unit: "ZDMK", attempts: 1 };
      expect(await deliveries.stuck(seconds(600))).toEqual([
        { ...common, serviceRequestId: late, since: seconds(1), reason: "nadal śpi" },
        { ...common, serviceRequestId: refused, since: seconds(3), reason: "nie ma takiej skrzynki" },
      ]);
      await deliveries.done(idOf(late), seconds(2100), { sentTo: ["b@unit.example"] });
      await act(storage, refused, { kind: "withdraw" }, resident, seconds(2100));
      expect(await deliveries.stuck(seconds(2200))).toEqual([]);
      // What the unit sent back waits until somebody says whose it is.
      await act(storage, kept, { kind: "start" }, unit, seconds(2200));
      await act(storage, kept, { kind: "bounce", words: "To park." }, unit, seconds(2300));
      expect(await deliveries.stuck(seconds(2300))).toEqual([
        { unit: "ZDMK", attempts: 0, serviceRequestId: kept, since: seconds(2300), reason: "sent_back" },
      ]);
      await act(storage, kept, { kind: "forward", unit: "ZZM", because: "park" }, staff, seconds(2400));
      expect(await deliveries.stuck(seconds(2400))).toEqual([]);
    });

    test("waits without a way, is counted and listed, and becomes due once when its unit gets one", async () => {
      const { storage, another } = given();
      const { deliveries, requests } = storage;
      const [waiting, told, over, away, dry] = await Promise.all(Array.from({ length: 5 }, () => filed(storage)));
      for (const { id, serviceRequestId } of await take(storage, noon))
        await deliveries.withheld(id, serviceRequestId === dry ? "not_real" : "no_way", noon);
      // Said to a person by phone.
      await act(storage, told ?? "", { kind: "start" }, { ...unit, via: "anna" });
      await act(storage, over ?? "", { kind: "withdraw" }, resident);
      await act(storage, away ?? "", { kind: "forward", unit: "ZZM", because: "park" }, staff);
      const byHand = async () => (await requests.list({ byHand: true }, { most: 10 })).map(({ id }) => id);
      expect([await byHand(), await requests.count({ byHand: true })]).toEqual([[waiting], 1]);
      expect([await deliveries.release([], noon), await deliveries.release(["ZTP"], noon)]).toEqual([0, 0]);
      const released = [storage, another, storage].map((one) => one.deliveries.release(["ZTP", "ZDMK"], seconds(9)));
      expect((await Promise.all(released)).sort()).toEqual([0, 0, 1]);
      const due = (await take(storage, seconds(9))).filter(({ unit: to }) => to === "ZDMK");
      expect(due).toMatchObject([{ serviceRequestId: waiting, event: 1, attempt: 2 }]);
      expect(await byHand()).toEqual([]);
    });

    test("a unit that had it hears once that staff gave it to another, and one that never got it does not", async () => {
      const { storage } = given();
      const { deliveries } = storage;
      const to = (one: string): Act => ({ kind: "forward", unit: one, because: "" });
      const lines = async (id: string) =>
        (await deliveries.ofRequest(id)).map(({ event, unit: whose, state }) => `${event} ${whose} ${state}`);
      const arrived = { sentTo: ["email:a@unit.example"] };
      const moved = async (before: (id: string, delivery: string) => Promise<unknown>) => {
        const id = await filed(storage);
        const mine = (await take(storage, noon)).find(({ serviceRequestId }) => serviceRequestId === id);
        await before(id, mine?.id ?? "");
        await act(storage, id, to("ZZM"), staff);
        return { id, delivery: mine?.id ?? "" };
      };
      const had = await moved((_, one) => deliveries.done(one, noon, arrived));
      expect((await lines(had.id)).sort()).toEqual(["1 ZDMK done", "2 ZDMK due", "2 ZZM due"]);
      // It moves on before anybody heard of anything: the first one is still told, the second never had it.
      await act(storage, had.id, to("ZTP"), staff);
      expect((await lines(had.id)).sort()).toEqual(["1 ZDMK done", "2 ZDMK due", "2 ZZM withheld", "3 ZTP due"]);
      // Back where it was: nothing is elsewhere any more. Then away again, unheard.
      await act(storage, had.id, to("ZDMK"), staff);
      expect(await lines(had.id)).toContain("2 ZDMK withheld");
      await act(storage, had.id, to("ZZM"), staff);
      expect((await lines(had.id)).slice(-3)).toEqual(["4 ZDMK withheld", "5 ZDMK due", "5 ZZM due"]);

      const onItsWay = await moved(async () => {});
      expect((await lines(onItsWay.id)).sort()).toEqual(["1 ZDMK withheld", "2 ZZM due"]);
      for (let n = 0; n < 2; n++) await deliveries.done(onItsWay.delivery, seconds(1), arrived);
      expect((await lines(onItsWay.id)).sort()).toEqual(["1 ZDMK done", "2 ZDMK due", "2 ZZM due"]);

      const sentBack = await moved(async (id, one) => {
        await deliveries.done(one, noon, arrived);
        await act(storage, id, to("ZDMK"), system);
        await act(storage, id, { kind: "bounce", words: "To park." }, unit);
      });
      // Reopened, and given away before the unit heard of it: for them it is still done.
      const reopened = await moved(async (id, one) => {
        await deliveries.done(one, noon, arrived);
        await act(storage, id, { kind: "finish" }, unit);
        await act(storage, id, { kind: "reopen" }, staff);
      });
      const without = await moved((_, one) => deliveries.withheld(one, "no_way", noon));
      const refused = await moved((_, one) =>
        deliveries.failed(one, noon, { reason: "550", sentTo: ["refused email:a@unit.example"] }),
      );
      const cameBack = await moved(async (_, one) => {
        await deliveries.done(one, noon, arrived);
        await deliveries.bounced(one, "nie ma takiej skrzynki", noon);
      });
      for (const { id } of [sentBack, reopened, without, refused, cameBack])
        expect((await lines(id)).filter((line) => line.endsWith("due"))).toEqual([expect.stringContaining("ZZM")]);
    });

    test("is found again by its id and by the unit's own number, the newest one of each matter", async () => {
      const { storage } = given();
      const [one, two] = [await filed(storage), await filed(storage)];
      const first = await take(storage, noon);
      for (const { id, serviceRequestId } of first) {
        await storage.deliveries.named(id, `old-${serviceRequestId}`);
        await storage.deliveries.done(id, noon, { sentTo: ["unit"] });
        await act(storage, serviceRequestId, { kind: "forward", unit: "ZDMK", because: "" }, system);
      }
      await act(storage, one, { kind: "add", words: "jeszcze jedno" }, resident);
      const [later] = await take(storage, noon);
      await storage.deliveries.done(later?.id ?? "", noon, { sentTo: ["unit"] });
      await storage.deliveries.named(later?.id ?? "", "new");
      expect(await storage.deliveries.find(later?.id ?? "")).toEqual({ serviceRequestId: one, unit: "ZDMK" });
      expect(await storage.deliveries.find("made up")).toBeUndefined();
      const names = (await storage.deliveries.abroad("ZDMK", { most: 10 })).map(({ externalId }) => externalId);
      expect(names.sort()).toEqual(["new", `old-${two}`]);
      await act(storage, two, { kind: "finish" }, unit);
      const [only] = await storage.deliveries.abroad("ZDMK", { most: 10 });
      expect(only).toEqual({ id: later?.id, serviceRequestId: one, externalId: "new" });
      expect(await storage.deliveries.abroad("ZDMK", { most: 10, after: later?.id ?? "" })).toEqual([]);
    });

    test("an answer that comes twice is new once", async () => {
      const { storage, another } = given();
      const seen = Array.from({ length: 6 }, (_, n) =>
        (n % 2 ? storage : another).deliveries.seen("imap", "<1@u>", noon),
      );
      expect((await Promise.all(seen)).filter(Boolean)).toHaveLength(1);
      expect(await storage.deliveries.seen("open311", "<1@u>", noon)).toBe(true);
    });
  });

  describe("news for those who follow", () => {
    beforeEach(async () => {
      await given().storage.db.deleteFrom("service_request_notices").execute();
      await given().storage.db.deleteFrom("service_request_ask_fixed").execute();
    });
    const take = (storage: Storage, at: Date) => storage.notices.take(at, 100, LEASE_SECONDS);
    const statesOf = async (storage: Storage) =>
      (await storage.db.selectFrom("service_request_notices").select("state").execute()).map(({ state }) => state);

    test("is said in the conversation once, leaves through the outbox and wakes those who look", async () => {
      const { storage, another, news } = given();
      const conversationId = await conversationIn(storage, { address: { chat: 1 } });
      const id = await filed(storage, { conversationId });
      await act(storage, id, { kind: "start" }, unit);
      const [notice] = await take(storage, noon);
      const follower = { key: notice?.follower.key, kind: "reporter", conversationId, language: "pl" };
      expect(notice).toMatchObject({ serviceRequestId: id, event: 2, kind: "event", attempt: 1, follower });
      expect(await take(another, noon)).toEqual([]);
      const words = {
        conversationId,
        text: "Prace się zaczęły.",
        choices: [{ title: "Człowiek", wish: { kind: "human" as const } }],
      };
      news.length = 0;
      await Promise.all([storage, storage, storage].map((one) => one.notices.say(notice?.id ?? "", words, seconds(1))));
      expect(await textsOf(storage, conversationId)).toEqual(["Dzień dobry", "Prace się zaczęły."]);
      const [, said] = await storage.conversations.entriesAfter(conversationId, 0, 10);
      expect(said).toMatchObject({ author: "bot", seq: 2, choices: words.choices });
      expect(news).toEqual([[conversationId, 2]]);
      const outgoing = storage.db.selectFrom("outbox").select("seq").where("conversation_id", "=", conversationId);
      expect((await outgoing.orderBy("seq").execute()).map(({ seq }) => seq)).toEqual([1, 2]);
      expect(await statesOf(storage)).toEqual(["done"]);
    });

    test("is not said to somebody who is blocked, and does not wait for them", async () => {
      const { storage } = given();
      const residentId = randomUUID();
      const conversationId = randomUUID();
      const greeting = { text: "Dzień dobry" };
      await storage.conversations.open(
        { id: conversationId, channel: "web", residentId, language: "pl", greeting },
        noon,
      );
      const account = { id: randomUUID(), login: residentId, name: "Anna", role: "supervisor" as const };
      const skills = { capacity: 4, languages: ["pl" as const], areas: [], teams: [] };
      await storage.staff.accounts.add({ ...account, ...skills, passwordHash: "hash" }, noon);
      const block = {
        id: randomUUID(),
        channel: "web",
        resident_id: residentId,
        until: seconds(60),
        reason: "",
        at: noon,
      };
      await storage.db
        .insertInto("blocks")
        .values({ ...block, conversation_id: conversationId, account_id: account.id })
        .execute();
      const id = await filed(storage, { conversationId });
      await act(storage, id, { kind: "start" }, unit);
      const [notice] = await take(storage, noon);
      await storage.notices.say(notice?.id ?? "", { conversationId, text: "Nowina" }, seconds(1));
      expect(await textsOf(storage, conversationId)).toEqual(["Dzień dobry"]);
      expect(await statesOf(storage)).toEqual(["given_up"]);
    });

    test("comes in the order it happened, by mail once, and not to those who left", async () => {
      const { storage } = given();
      const id = await filed(storage, { email: "anna@example.org" });
      const { key } = await storage.requests.follow(id, { by: { email: "jan@example.org" }, language: "uk" }, noon);
      await act(storage, id, { kind: "start" }, unit);
      await storage.requests.unfollow(key, seconds(1));
      await act(storage, id, { kind: "finish" }, unit, seconds(2));
      const [first, ...others] = await take(storage, seconds(2));
      expect(others).toEqual([]);
      expect(first).toMatchObject({ event: 2, follower: { email: "anna@example.org", kind: "reporter" } });
      expect((await statesOf(storage)).sort()).toEqual(["due", "due", "given_up"]);
      await storage.notices.failed(first?.id ?? "", "poczta śpi", seconds(60));
      expect(await take(storage, seconds(59))).toEqual([]);
      expect(await take(storage, seconds(60))).toEqual([{ ...first, attempt: 2 }]);
      const mail = { to: "anna@example.org", subject: "Prace", text: "Prace się zaczęły." };
      for (let n = 0; n < 2; n++) await storage.notices.mail(first?.id ?? "", mail, seconds(61));
      const mails = storage.db
        .selectFrom("mails")
        .select(["recipient", "subject", "text"])
        .where("subject", "=", "Prace");
      expect(await mails.execute()).toEqual([{ recipient: mail.to, subject: mail.subject, text: mail.text }]);
      expect((await take(storage, seconds(61))).map(({ event }) => event)).toEqual([3]);
    });

    test("whether it is really fixed is asked once, of the reporter, while it still counts as done", async () => {
      const { storage, another } = given();
      const [quiet, reopened] = [
        await filed(storage, { email: "ola@example.org" }),
        await filed(storage, { email: "ewa@example.org" }),
      ];
      await storage.requests.follow(quiet, { by: { email: "jan@example.org" }, language: "pl" }, noon);
      for (const id of [quiet, reopened]) await act(storage, id, { kind: "finish" }, unit);
      await act(storage, reopened, { kind: "reopen", words: "dalej jest" }, resident, seconds(5));
      await storage.db.deleteFrom("service_request_notices").execute();
      expect(await storage.notices.askFixed(seconds(7 * DAYS - 1))).toBe(0);
      const asked = await Promise.all([storage, another].map((one) => one.notices.askFixed(seconds(7 * DAYS))));
      expect(asked.sort()).toEqual([0, 1]);
      expect(await storage.notices.askFixed(seconds(8 * DAYS))).toBe(0);
      expect(await take(storage, seconds(7 * DAYS))).toMatchObject([
        { serviceRequestId: quiet, event: 2, kind: "fixed", follower: { email: "ola@example.org" } },
      ]);
    });
  });

  describe("the office", () => {
    test("keeps every version of a setting and refuses one made from an old one", async () => {
      const { storage, another } = given();
      const { office } = storage;
      const who = (why: string, n = 0) => ({ by: "anna", why, at: seconds(n) });
      expect(await office.current()).toEqual([]);
      const both = [storage, another].map((one, n) =>
        one.office.save("ways", { units: { n } }, 0, who(`pierwszy ${n}`)),
      );
      expect((await Promise.all(both)).sort()).toEqual([false, true]);
      expect(await office.save("ways", { units: {} }, 0, who("ze starej"))).toBe(false);
      expect(await office.save("ways", { units: {} }, 1, who("z nowej\0", 5))).toBe(true);
      expect(await office.save("routing", { rules: [] }, 0, who("inne"))).toBe(true);
      expect(await office.current()).toEqual([
        { name: "routing", version: 1, value: { rules: [] } },
        { name: "ways", version: 2, value: { units: {} } },
      ]);
      const history = await office.history("ways", 10);
      expect(history[0]).toEqual({
        version: 2,
        value: { units: {} },
        at: seconds(5),
        by: "anna",
        why: "z nowej\ufffd",
      });
      expect(history.map(({ version }) => version)).toEqual([2, 1]);
    });

    test("finds a partner by the hash of the key, until the key is ended", async () => {
      const { apiKeys } = given().storage;
      const key = await apiKeys.add({ name: "Mapa", perMinute: 60, hash: "a1b2", createdBy: "anna" }, noon);
      expect(key).toEqual({ id: key.id, name: "Mapa", perMinute: 60, createdAt: noon, createdBy: "anna" });
      expect(await apiKeys.findByHash("b2a1", noon)).toBeUndefined();
      expect(await apiKeys.findByHash("a1b2", seconds(1))).toEqual({ ...key, lastUsedAt: seconds(1) });
      expect(await apiKeys.findByHash("a1b2", seconds(2))).toEqual({ ...key, lastUsedAt: seconds(1) });
      expect([await apiKeys.end(key.id, seconds(3)), await apiKeys.end(key.id, seconds(4))]).toEqual([true, false]);
      expect(await apiKeys.findByHash("a1b2", seconds(5))).toBeUndefined();
      expect(await apiKeys.list()).toEqual([{ ...key, lastUsedAt: seconds(1), endedAt: seconds(3) }]);
    });
  });
});
