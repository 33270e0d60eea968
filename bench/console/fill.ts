import { sql } from "kysely";
import { emptyMemory } from "../../src/conversation/conversation";
import type { Storage } from "../../src/storage/storage";
import { type Talk, talks } from "./talks";

const AT_ONCE = 1000;
const DAY_MS = 86_400_000;

/** Accounts that hold conversations in the filled database. */
export const HOLDERS = ["bench-anna", "bench-piotr", "bench-olena"];

/** Puts so many conversations of the last year into an empty database, oldest first. */
export async function fill({ db, staff }: Storage, count: number): Promise<void> {
  const skills = { capacity: 4, languages: ["pl" as const], areas: [], teams: [] };
  for (const id of HOLDERS)
    await staff.accounts.add({ id, login: id, name: id, role: "consultant", passwordHash: "-", ...skills }, new Date());
  await sql`insert into teams (id, name, created_at) values ('bench-team', 'Drogi', now())`.execute(db);
  const talk = talks(7);
  const begun = Date.now() - 365 * DAY_MS;
  for (let from = 0; from < count; from += AT_ONCE) {
    const some = Array.from({ length: Math.min(AT_ONCE, count - from) }, (_, n) => ({
      id: `bench-${from + n}`,
      at: new Date(begun + ((from + n) / count) * 364 * DAY_MS),
      n: from + n,
      ...talk(from + n),
    }));
    await insert({ db }, some);
  }
  for (const table of ["conversations", "entries", "desk_conversations", "conversation_search"])
    await sql`vacuum analyze ${sql.table(table)}`.execute(db);
}

type Placed = Talk & { id: string; at: Date; n: number };

async function insert({ db }: Pick<Storage, "db">, some: Placed[]): Promise<void> {
  const memory = { pl: emptyMemory("pl"), uk: emptyMemory("uk"), en: emptyMemory("en") };
  const memoryOf = ({ language }: Placed) =>
    language === "uk" ? memory.uk : language === "en" ? memory.en : memory.pl;
  const rows = some.map((one) => ({
    id: one.id,
    channel: one.channel,
    resident_id: `r-${one.n % 30_000}`,
    speaker: one.speaker,
    consultant_id: one.speaker === "consultant" ? HOLDERS[one.n % HOLDERS.length] : null,
    last_seq: one.lines.length,
    memory: memoryOf(one),
    waiting_since: one.speaker === "waiting" ? one.at : null,
    at: one.at,
  }));
  await sql`insert into conversations (id, channel, resident_id, speaker, consultant_id, last_seq, memory, waiting_since,
      created_at, updated_at)
    select id, channel, resident_id, speaker, consultant_id, last_seq, memory, waiting_since, at, at
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as t (id text, channel text, resident_id text, speaker text,
      consultant_id text, last_seq integer, memory jsonb, waiting_since timestamptz, at timestamptz)`.execute(db);
  const lines = some.flatMap(({ id, at, channel, lines }) =>
    lines.map((line, n) => ({ ...line, id, seq: n + 1, channel, at: new Date(at.getTime() + n * 20_000) })),
  );
  await sql`insert into entries (conversation_id, seq, id, author, text, channel, state, at)
    select id, seq, id || '-' || seq, author, text, channel, 'done', at
    from jsonb_to_recordset(${JSON.stringify(lines)}::jsonb) as t (id text, seq integer, author text, text text,
      channel text, at timestamptz)`.execute(db);
  const desk = some
    .filter(({ speaker }) => speaker !== "bot")
    .map(({ id, area, tags, speaker, at, n }) => ({
      id,
      area,
      tags,
      team: n % 40 === 0 ? "bench-team" : null,
      closed: speaker === "closed" ? at : null,
      snoozed: speaker === "consultant" && n % 7 === 0 ? new Date(Date.now() + DAY_MS) : null,
    }));
  await sql`insert into desk_conversations (conversation_id, area, tags, team_id, closed_at, closed_reason, snoozed_until)
    select id, area, tags, team, closed, case when closed is null then null else 'solved' end, snoozed
    from jsonb_to_recordset(${JSON.stringify(desk)}::jsonb) as t (id text, area text, tags text[], team text,
      closed timestamptz, snoozed timestamptz)`.execute(db);
}
