import { randomUUID } from "node:crypto";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { sql } from "kysely";
import { openInbox } from "../src/inbox/inbox";
import { formatNumber } from "../src/serviceRequests/number";
import { openSearchIndex } from "../src/staff/searchIndex";
import { openMemoryBus } from "../src/storage/memoryBus";
import { openStorage, type Storage } from "../src/storage/storage";
import { handleFailure, handleTurn } from "../src/turn/handleTurn";
import type { Parts } from "../src/turn/parts";
import { findServiceRequestIds } from "../src/understanding/findContacts";
import { type Spread, spreadOf } from "./spread";

const SAYINGS = [
  "jak wyrobić dowód",
  "ile kosztuje paszport",
  "dziura na Długiej 12",
  "gabaryty kiedy wystawić",
  "dziękuję",
  "zameldowanie online",
];

export type TurnFigures = {
  database: string;
  insertsPerSecond: number;
  closed: { conversations: number; turnsPerSecond: number; latency: Spread }[];
  open: { perSecond: number; latency: Spread };
};

/**
 * Full turns (accepted, understood, decided, committed) on one database, beside bare inserts through the same pool.
 * `indexed`: while the staff's full-text index follows them.
 */
export async function measureTurns(
  database: string,
  databaseUrl: string | undefined,
  parts: Parts,
  { indexed = false } = {},
): Promise<TurnFigures> {
  const folder = await mkdtemp(join(tmpdir(), "hejnal-bench-"));
  const answered = new Map<string, (seq: number) => void>();
  const bus = openMemoryBus();
  const storage = await openStorage({
    databaseUrl,
    dataFolder: folder,
    poolSize: 10,
    formatNumber,
    log: quiet,
    onNews: (conversationId, seq) => {
      answered.get(conversationId)?.(seq);
      void bus.publish("news", `${conversationId}:${seq}`);
    },
    onAlert() {},
  });
  const index = indexed ? openSearchIndex({ store: storage.staff, bus, log: quiet }) : undefined;
  const inbox = openInbox({
    turns: storage.turns,
    handleTurn: (turn) => handleTurn(turn, parts),
    giveUp: (turn) => handleFailure(turn, parts),
    mentioned: findServiceRequestIds,
    desk: () => ({ open: true, present: 1, free: 1 }),
    log: quiet,
    now: () => new Date(),
    atOnce: databaseUrl ? 8 : 1,
  });
  /** Says one thing in a conversation of its own kind; resolves with the milliseconds until the answer is committed. */
  const say = async (conversationId: string): Promise<number> => {
    const begun = performance.now();
    const answer = new Promise<void>((resolve) => {
      let own: number | undefined;
      answered.set(conversationId, (seq) => {
        if (own === undefined) own = seq;
        else if (seq > own) resolve();
      });
    });
    const text = SAYINGS[Math.floor(Math.random() * SAYINGS.length)] ?? "";
    await inbox.accept({ conversationId, channel: "bench", externalId: randomUUID(), text, attachments: [] });
    await answer;
    return performance.now() - begun;
  };
  const begin = async (): Promise<string> => {
    const id = randomUUID();
    await storage.conversations.open(
      { id, channel: "bench", residentId: "r", language: "pl", greeting: { text: "Dzień dobry" } },
      new Date(),
    );
    return id;
  };
  try {
    await Promise.all(Array.from({ length: 20 }, async () => say(await begin()))); // warm up
    const insertsPerSecond = await bareInserts(storage, databaseUrl ? 50 : 1);
    const closed = [];
    for (const conversations of [1, 10, 50]) closed.push(await closedLoop(conversations, begin, say));
    const open = await openLoop(databaseUrl ? 200 : 50, begin, say);
    return { database, insertsPerSecond, closed, open };
  } finally {
    await inbox.close();
    await index?.close();
    await storage.close();
    await rm(folder, { recursive: true, force: true });
  }
}

const quiet = {
  info: () => {},
  warn: () => {},
  error: (event: string, fields?: object) => console.error(event, fields),
};
const SECONDS = 6;

/** How many single rows go in each second, one statement and one commit each, by as many callers as the turns have. */
async function bareInserts({ db }: Storage, callers: number): Promise<number> {
  await sql`create table if not exists bench_rows (id text primary key, value text not null)`.execute(db);
  const until = performance.now() + SECONDS * 1000;
  let rows = 0;
  const insert = async (): Promise<void> => {
    while (performance.now() < until) {
      await sql`insert into bench_rows (id, value) values (${randomUUID()}, ${"x".repeat(200)})`.execute(db);
      rows++;
    }
  };
  await Promise.all(Array.from({ length: callers }, insert));
  await sql`drop table bench_rows`.execute(db);
  return rows / SECONDS;
}

/** Each conversation says the next thing as soon as it is answered. */
async function closedLoop(conversations: number, begin: () => Promise<string>, say: (id: string) => Promise<number>) {
  const ids = await Promise.all(Array.from({ length: conversations }, begin));
  const latencies: number[] = [];
  const until = performance.now() + SECONDS * 1000;
  await Promise.all(
    ids.map(async (id) => {
      while (performance.now() < until) latencies.push(await say(id));
    }),
  );
  return { conversations, turnsPerSecond: latencies.length / SECONDS, latency: spreadOf(latencies) };
}

/** So many messages arrive each second, whether the ones before are answered or not; each in a conversation of its own. */
async function openLoop(perSecond: number, begin: () => Promise<string>, say: (id: string) => Promise<number>) {
  const ids = await Promise.all(Array.from({ length: perSecond }, begin));
  const saying: Promise<number>[] = [];
  const begun = performance.now();
  for (let n = 0; n < perSecond * SECONDS; n++) {
    const due = begun + (n * 1000) / perSecond;
    const wait = due - performance.now();
    if (wait > 1) await new Promise((resolve) => setTimeout(resolve, wait));
    saying.push(say(ids[n % ids.length] ?? ""));
  }
  return { perSecond, latency: spreadOf(await Promise.all(saying)) };
}
