import { type Kysely, sql } from "kysely";
import type { Delivery } from "../channels/channel";
import type { Outbox } from "../delivery/doors";
import { entryColumns, entryOf } from "./entryOf";
import { storable } from "./json";
import type { Tables } from "./tables";

const LONGEST_REASON = 500;

/** What waits to leave the house; filled where entries are written (`appendEntries.ts`). */
export function openOutbox(db: Kysely<Tables>): Outbox {
  return {
    take: (now, most, leaseSeconds) => take(db, now, { most, leaseSeconds }),
    async done(id, at) {
      await db
        .updateTable("outbox")
        .set({ state: "done", done_at: at, reason: null })
        .where("id", "=", id)
        .where("state", "=", "due")
        .execute();
    },
    async failed(id, reason, retryAt) {
      const next = retryAt ? { due_at: retryAt } : { state: "given_up" as const };
      await db
        .updateTable("outbox")
        .set({ ...next, reason: storable(reason).slice(0, LONGEST_REASON) })
        .where("id", "=", id)
        .where("state", "=", "due")
        .execute();
    },
  };
}

type Wish = { most: number; leaseSeconds: number };

async function take(
  db: Kysely<Tables>,
  now: Date,
  { most, leaseSeconds }: Wish,
): Promise<(Delivery & { channel: string })[]> {
  const leasedUntil = new Date(now.getTime() + leaseSeconds * 1000);
  const rows = await db
    .with("first", (query) =>
      query
        .selectFrom("outbox")
        .select("id")
        .where("state", "=", "due")
        .where("due_at", "<=", now)
        // What was said before and is not delivered yet goes first, also while another worker is at it.
        .where(({ not, exists, selectFrom }) =>
          not(
            exists(
              selectFrom("outbox as earlier")
                .select("earlier.id")
                .whereRef("earlier.conversation_id", "=", "outbox.conversation_id")
                .whereRef("earlier.seq", "<", "outbox.seq")
                .where("earlier.state", "=", "due"),
            ),
          ),
        )
        .orderBy("created_at")
        .orderBy("conversation_id")
        .limit(most)
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
    .select([...entryColumns, "entries.channel", "conversations.address", "taken.id as delivery_id", "taken.attempts"])
    .orderBy("taken.created_at")
    .orderBy("taken.conversation_id")
    .execute();
  return rows.map((row) => ({
    id: row.delivery_id,
    address: row.address,
    entry: entryOf(row),
    attempt: row.attempts,
    channel: row.channel,
  }));
}
