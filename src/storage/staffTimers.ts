import { randomUUID } from "node:crypto";
import type { Kysely } from "kysely";
import type { NewTimer, StaffTimers, Timer, TimerKind } from "../staff/doors";
import type { Tables } from "./tables";

/** What is to happen later. */
export function staffTimers(db: Kysely<Tables>): StaffTimers {
  return {
    async due(at, most) {
      const rows = await db
        .selectFrom("timers")
        .selectAll()
        .where("due_at", "<=", at)
        .orderBy("due_at")
        .limit(most)
        .execute();
      return rows.map(({ id, kind, conversation_id, due_at }) => {
        return { id, kind, conversationId: conversation_id, dueAt: due_at };
      });
    },
    async clear({ conversationId, kind, dueAt }) {
      await db
        .deleteFrom("timers")
        .where("conversation_id", "=", conversationId)
        .where("kind", "=", kind)
        .where("due_at", "=", dueAt)
        .execute();
    },
    async postpone(timer, dueAt) {
      await db
        .updateTable("timers")
        .set({ due_at: dueAt })
        .where("conversation_id", "=", timer.conversationId)
        .where("kind", "=", timer.kind)
        .where("due_at", "=", timer.dueAt)
        .execute();
    },
  };
}

/** Clears timers of a conversation and sets others; one of a kind. */
export async function setTimers(
  trx: Kysely<Tables>,
  id: string,
  { set = [], clear = [] }: { set?: NewTimer[]; clear?: TimerKind[] },
): Promise<void> {
  if (clear.length > 0)
    await trx.deleteFrom("timers").where("conversation_id", "=", id).where("kind", "in", clear).execute();
  for (const timer of set)
    await trx
      .insertInto("timers")
      .values(rowOf(id, timer))
      .onConflict((on) => on.columns(["conversation_id", "kind"]).doUpdateSet({ due_at: timer.dueAt }))
      .execute();
}

/** Sets a timer unless one of its kind runs already. */
export async function setFirstTimer(trx: Kysely<Tables>, id: string, timer: NewTimer): Promise<void> {
  await trx
    .insertInto("timers")
    .values(rowOf(id, timer))
    .onConflict((on) => on.columns(["conversation_id", "kind"]).doNothing())
    .execute();
}

/** Whether the timer is still set for the same moment. */
export async function hasTimer(trx: Kysely<Tables>, { conversationId, kind, dueAt }: Timer): Promise<boolean> {
  const row = await trx
    .selectFrom("timers")
    .select("id")
    .where("conversation_id", "=", conversationId)
    .where("kind", "=", kind)
    .where("due_at", "=", dueAt)
    .executeTakeFirst();
  return row !== undefined;
}

function rowOf(id: string, { kind, dueAt }: NewTimer) {
  return { id: randomUUID(), kind, conversation_id: id, due_at: dueAt };
}
