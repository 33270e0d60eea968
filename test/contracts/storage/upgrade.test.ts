import { randomUUID } from "node:crypto";
import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { Kysely, sql } from "kysely";
import { emptyMemory, type Speaker } from "../../../src/conversation/conversation";
import { formatNumber } from "../../../src/serviceRequests/number";
import { openSearchIndex } from "../../../src/staff/searchIndex";
import { soughtIn } from "../../../src/staff/stems";
import { dialectOver, type Links } from "../../../src/storage/dialect";
import { embeddedLinks } from "../../../src/storage/embedded";
import { openMemoryBus } from "../../../src/storage/memoryBus";
import { migrate } from "../../../src/storage/migrate";
import { postgresLinks } from "../../../src/storage/postgres";
import { openStorage, type Storage } from "../../../src/storage/storage";
import type { Tables } from "../../../src/storage/tables";
import { describeOn, type FreshDatabase } from "../../databases";
import { quiet } from "./given";

const began = new Date("2026-11-20T10:00:00.000Z");
const waitingSince = new Date("2026-11-20T10:05:00.123Z");
const closedAt = new Date("2026-11-20T11:00:00.000Z");
const now = new Date("2026-11-21T10:00:00.000Z");

describeOn(
  "a database from before the console",
  (fresh) => {
    let database: FreshDatabase;
    let storage: Storage;
    beforeAll(async () => {
      database = await fresh();
      await fillAsBefore(database);
      storage = await openStorage({ ...database.options, log: quiet, formatNumber, onNews() {} });
    }, 120_000);
    afterAll(async () => {
      await storage.close();
      await database.drop();
    });

    const listed = async (view: "waiting" | "mine" | "closed" | "all", words = "") => {
      const sought = soughtIn(words);
      const wanted = { view, accountId: "anna", most: 20, ...(sought && { words: sought }) };
      const { items } = await storage.staff.desk.page(now, wanted);
      return items.map(({ conversation }) => conversation.id).sort();
    };

    test("keeps its accounts, under the roles of today", async () => {
      const accounts = await storage.staff.accounts.all();
      expect(Object.fromEntries(accounts.map(({ id, role }) => [id, role]))).toEqual({
        anna: "consultant",
        ewa: "editor",
        jan: "supervisor",
        ola: "administrator",
      });
      expect(accounts[0]).toMatchObject({ capacity: 4, languages: ["pl"], secondFactor: false });
    });

    test("keeps who is logged in", async () => {
      expect(await storage.staff.sessions.find("token")).toMatchObject({ account: { id: "anna" }, viaProvider: false });
    });

    test("lists what waits, is held and was closed, at once", async () => {
      expect(await listed("waiting")).toEqual(["waiting"]);
      expect(await listed("mine")).toEqual(["consultant"]);
      expect(await listed("closed")).toEqual(["closed"]);
      expect(await listed("all")).toEqual(["bot", "closed", "consultant", "waiting"]);
      const closed = await storage.staff.desk.find("closed", now);
      expect(closed).toMatchObject({
        closed: { reason: "solved", at: closedAt },
        closing: { by: "Anna", note: "już" },
      });
    });

    test("offers who waits, and forgets neither them nor whom a consultant owes an answer", async () => {
      expect(await storage.staff.queue.unoffered(10)).toMatchObject([{ conversationId: "waiting", waitingSince }]);
      const timers = await storage.staff.timers.due(new Date("2100-01-01"), 10);
      expect(timers.map(({ kind, conversationId }) => `${kind} ${conversationId}`).sort()).toEqual([
        "consultant_silent consultant",
        "waits_too_long waiting",
      ]);
      // A timer that is not found again under its own time would never be over.
      for (const timer of timers) await storage.staff.timers.clear(timer);
      expect(await storage.staff.timers.due(new Date("2100-01-01"), 10)).toEqual([]);
    });

    test("keeps its service requests, which live on: still known by number, words and page", async () => {
      const kept = { service: "street-lamp", unit: "ZDMK", version: 2, description: "Ciemno na Łące", followers: 1 };
      const open = await storage.requests.find("KR-2026-000001-1");
      expect(open).toMatchObject({ ...kept, state: "received", stateSince: closedAt, conversationId: "bot" });
      expect(open?.pageKey).toMatch(/^[0-9a-f]{64}$/);
      expect(await storage.requests.find("KR-2026-000002-2")).toMatchObject({ ...kept, state: "done", public: false });
      const listed = await storage.requests.list({ text: "lace" }, { most: 9 });
      expect(listed.map(({ id }) => id)).toEqual(["KR-2026-000002-2", "KR-2026-000001-1"]);
      const events = await storage.requests.events("KR-2026-000002-2");
      expect(events.map(({ kind, state }) => `${kind} ${state}`)).toEqual(["filed received", "finish done"]);
      const follower = { by: { email: "anna@example.org" }, language: "pl" as const };
      expect(await storage.requests.follow("KR-2026-000001-1", follower, now)).toMatchObject({ already: true });
      const moved = { kind: "forward", actor: { kind: "system" }, to: "forwarded", unit: "ZDMK" } as const;
      const told = { words: "", attachments: [], because: "", sentence: "", tellsUnit: true, tellsResidents: true };
      const acted = await storage.requests.act("KR-2026-000001-1", () => ({ ...moved, ...told }), now);
      expect(acted).toEqual({ number: 3, state: "forwarded" });
    });

    test("is found by old words once the index has caught up", async () => {
      expect(await listed("all", "latarnia")).toEqual([]);
      const bus = openMemoryBus();
      const index = openSearchIndex({ store: storage.staff, bus, log: quiet });
      for (let tries = 0; tries < 200 && (await listed("all", "latarnia")).length < 4; tries++)
        await new Promise((later) => setTimeout(later, 25));
      await index.close();
      expect(await listed("all", "latarnia")).toEqual(["bot", "closed", "consultant", "waiting"]);
      expect(await listed("closed", "LATARNI")).toEqual(["closed"]);
    });
  },
  "empty",
);

/** A database as the program made it before 0008. */
async function fillAsBefore({ options }: FreshDatabase): Promise<void> {
  const db = new Kysely<Tables>({ dialect: dialectOver(await linksOf(options)) });
  await migrate(db, "0007_proposed_labels");
  const people = { anna: "consultant", ewa: "editor", jan: "manager", ola: "admin" };
  for (const [id, role] of Object.entries(people))
    await sql`insert into staff_accounts (id, login, display_name, role, password_hash, password_set_at,
        must_change_password, created_at)
      values (${id}, ${id}, initcap(${id}), ${role}, 'hash', ${began}, false, ${began})`.execute(db);
  await sql`insert into staff_sessions (token_hash, account_id, created_at, last_active_at)
    values ('token', 'anna', ${began}, ${began})`.execute(db);
  for (const speaker of ["bot", "waiting", "consultant", "closed"] as const) await addConversation(db, speaker);
  for (const [id, status] of [
    ["KR-2026-000001-1", "open"],
    ["KR-2026-000002-2", "closed"],
  ] as const)
    await addServiceRequest(db, id, status);
  await sql`insert into conversation_closings (conversation_id, seq, reason, note, account_id, at)
    values ('closed', 2, 'solved', 'już', 'anna', ${closedAt})`.execute(db);
  await db.destroy();
}

async function addServiceRequest(db: Kysely<Tables>, id: string, status: "open" | "closed"): Promise<void> {
  await sql`insert into service_requests (id, same_as, conversation_id, service, kind, service_version, routed_because,
      description, place, answers, contact, attachments, language, requested_at, status, status_notes,
      agency_responsible, updated_at)
    values (${id}, ${id}, 'bot', 'street-lamp', 'report', '1', 'zwykła jednostka', 'Ciemno na Łące', 'Długa 12', '{}',
      '{"email":"Anna@example.org"}', '[]', 'pl', ${began}, ${status}, '', 'ZDMK', ${closedAt})`.execute(db);
  const events = [
    ["filed", "open"],
    [status === "closed" ? "finish" : "add", status],
  ];
  for (const [number, [kind, then]] of events.entries())
    await sql`insert into service_request_events (service_request_id, number, at, actor, kind, status, status_notes,
        agency_responsible)
      values (${id}, ${number + 1}, ${began}, 'resident', ${kind}, ${then}, '', 'ZDMK')`.execute(db);
}

async function addConversation(db: Kysely<Tables>, speaker: Speaker): Promise<void> {
  const memory = JSON.stringify(emptyMemory("pl"));
  const since = speaker === "waiting" ? waitingSince : null;
  const holder = speaker === "consultant" ? "anna" : null;
  await sql`insert into conversations (id, channel, resident_id, speaker, consultant_id, last_seq, memory,
      waiting_since, created_at, updated_at)
    values (${speaker}, 'web', ${`r-${speaker}`}, ${speaker}, ${holder}, 1, ${memory}::jsonb, ${since}::timestamptz,
      ${began}, ${began})`.execute(db);
  await sql`insert into entries (conversation_id, seq, id, author, text, channel, external_id, state, at)
    values (${speaker}, 1, ${randomUUID()}, 'resident', 'nie świeci latarnia', 'web', ${randomUUID()}, 'done', ${began})`.execute(
    db,
  );
}

async function linksOf({ databaseUrl, dataFolder }: FreshDatabase["options"]): Promise<Links> {
  if (databaseUrl !== undefined) return postgresLinks({ databaseUrl, poolSize: 1, log: quiet, patient: true });
  await mkdir(dataFolder, { recursive: true });
  return embeddedLinks(join(dataFolder, "database"));
}
