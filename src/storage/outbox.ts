import { type Kysely, sql } from "kysely";
import type { Delivery } from "../channels/channel";
import { Language } from "../conversation/language";
import type { Outbox } from "../delivery/doors";
import { entryColumns, entryOf } from "./entryOf";
import { storable } from "./json";
import type { Tables } from "./tables";

const LONGEST_REASON = 500;

/** What waits to leave the house; filled where entries are written (`appendEntries.ts`). */
export function openOutbox(db: Kysely<Tables>): Outbox {
  const change = (id: string) => db.updateTable("outbox").where("id", "=", id).where("state", "=", "due");
  return {
    take: (channel, now, most, leaseSeconds) => take(db, channel, now, { most, leaseSeconds }),
    async keep(id, attempt, until) {
      const { rows } = await sql<{ sent: number }>`update outbox set due_at = ${until}::timestamptz
        where id = ${id} and state = 'due' and attempts = ${attempt}::int
        returning (select count(*)::int from outbox_parts where outbox_id = outbox.id) as sent`.execute(db);
      return rows[0]?.sent;
    },
    async partSent(id, part, platformId, at) {
      await addPart(db, { id, part, platformId, at });
    },
    async done(id, at) {
      await change(id).set({ state: "done", done_at: at, reason: null }).execute();
    },
    async failed(id, reason, retryAt) {
      const next = retryAt ? { due_at: retryAt } : { state: "given_up" as const };
      await change(id)
        .set({ ...next, reason: storable(reason).slice(0, LONGEST_REASON) })
        .execute();
    },
    async putOff(id, reason, until) {
      const counted = { attempts: sql<number>`attempts - 1`, reason: storable(reason).slice(0, LONGEST_REASON) };
      await change(id)
        .set({ due_at: until, ...counted })
        .execute();
    },
    hold: (id, reason, since) => hold(db, { id, reason, ...since }),
    async holds(conversationId) {
      const query = db.selectFrom("outbox").select("id").where("conversation_id", "=", conversationId);
      return (await query.where("state", "=", "held").executeTakeFirst()) !== undefined;
    },
    async addressOf(conversationId) {
      const query = db.selectFrom("conversations").select(["channel", "address"]).where("id", "=", conversationId);
      return query.where("address", "is not", null).executeTakeFirst();
    },
  };
}

type Holding = { id: string; reason: string; heardAt: Date | undefined; at: Date };

/**
 * A message that came meanwhile did not find it held and so did not release it: seen under the lock under which
 * messages are written, it is due again.
 */
async function hold(db: Kysely<Tables>, { id, reason, heardAt, at }: Holding): Promise<void> {
  await db.transaction().execute(async (trx) => {
    await sql`select from conversations where id = (select conversation_id from outbox where id = ${id}) for update`.execute(
      trx,
    );
    await sql`with heard as (
        select exists (select from entries join outbox on outbox.conversation_id = entries.conversation_id
          where outbox.id = ${id} and author = 'resident'
            and entries.at > coalesce(${heardAt ?? null}::timestamptz, '-infinity')) as since
      )
      update outbox set state = case when heard.since then 'due' else 'held' end,
        due_at = case when heard.since then ${at}::timestamptz else due_at end, reason = ${reason}
      from heard where id = ${id} and state = 'due'`.execute(trx);
  });
}

type SentPart = { id: string; part: number; platformId: string | undefined; at: Date };

/** Once per part, whether the platform's answer or what it shows us afterwards comes first. */
export async function addPart(db: Kysely<Tables>, { id, part, platformId, at }: SentPart): Promise<void> {
  // An invitation is no part of what it invites to.
  if (part < 0) return;
  await sql`insert into outbox_parts (outbox_id, part, channel, platform_id, sent_at)
    select id, ${part}::int, channel, ${platformId ?? null}::text, ${at}::timestamptz from outbox where id = ${id}
    on conflict (outbox_id, part) do update
    set platform_id = coalesce(outbox_parts.platform_id, excluded.platform_id),
      sent_at = least(outbox_parts.sent_at, excluded.sent_at)`.execute(db);
}

type Wish = { most: number; leaseSeconds: number };

async function take(db: Kysely<Tables>, channel: string, now: Date, wish: Wish): Promise<Delivery[]> {
  const leasedUntil = new Date(now.getTime() + wish.leaseSeconds * 1000);
  const rows = await db
    .with("first", (query) =>
      query
        .selectFrom("outbox")
        .select("id")
        .where("state", "=", "due")
        .where("channel", "=", channel)
        .where("due_at", "<=", now)
        // What was said before and is not delivered yet goes first, also while another worker is at it. Asked row by
        // row on purpose: joined, the planner may read all that waits for each few it takes.
        .where(
          sql<boolean>`(select true from outbox earlier where earlier.conversation_id = outbox.conversation_id
            and earlier.seq < outbox.seq and earlier.state = 'due' limit 1) is null`,
        )
        .orderBy("created_at")
        .orderBy("conversation_id")
        .limit(wish.most)
        .forUpdate()
        .skipLocked(),
    )
    .with("taken", (query) =>
      query
        .updateTable("outbox")
        .from("first")
        .set({ due_at: leasedUntil, attempts: sql`outbox.attempts + 1` })
        .whereRef("outbox.id", "=", "first.id")
        .returning(["outbox.id", "outbox.conversation_id", "outbox.seq", "outbox.attempts", "outbox.created_at"]),
    )
    .selectFrom("taken")
    .innerJoin("conversations", "conversations.id", "taken.conversation_id")
    .innerJoin("entries", (join) =>
      join.onRef("entries.conversation_id", "=", "taken.conversation_id").onRef("entries.seq", "=", "taken.seq"),
    )
    .select([...entryColumns, "conversations.address", "taken.id as delivery_id", "taken.attempts"])
    .select([
      sql<string>`conversations.memory ->> 'language'`.as("language"),
      sql<number>`(select count(*)::int from outbox_parts where outbox_id = taken.id)`.as("sent_parts"),
      sql<Date | null>`(select at from entries heard where heard.conversation_id = taken.conversation_id
        and heard.author = 'resident' order by seq desc limit 1)`.as("heard_at"),
    ])
    .orderBy("taken.created_at")
    .orderBy("taken.conversation_id")
    .execute();
  return rows.map((row) => ({
    id: row.delivery_id,
    address: row.address,
    entry: entryOf(row),
    attempt: row.attempts,
    language: Language.parse(row.language),
    sentParts: row.sent_parts,
    ...(row.heard_at && { heardAt: row.heard_at }),
  }));
}
