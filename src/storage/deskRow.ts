import { type Insertable, type Kysely, sql } from "kysely";
import type { Tables } from "./tables";

export type DeskColumns = Partial<Omit<Insertable<Tables["desk_conversations"]>, "conversation_id">>;

/** What nobody who does not wait has. */
export const notOffered = { offered_to: null, offered_until: null, declined: [] } satisfies DeskColumns;

/** Makes or changes the desk's row of a conversation. */
export async function setDesk(trx: Kysely<Tables>, id: string, columns: DeskColumns): Promise<void> {
  if (Object.keys(columns).length === 0) return;
  await trx
    .insertInto("desk_conversations")
    .values({ conversation_id: id, ...columns })
    .onConflict((on) => on.column("conversation_id").doUpdateSet(columns))
    .execute();
}

/** Notes when the consultant who holds the conversation said something first. */
export async function noteReply(trx: Kysely<Tables>, id: string, at: Date): Promise<void> {
  await trx
    .updateTable("desk_conversations")
    .set({ first_reply_at: sql`coalesce(first_reply_at, ${at}::timestamptz)` })
    .where("conversation_id", "=", id)
    .execute();
}
