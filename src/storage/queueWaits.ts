import { type Kysely, sql } from "kysely";
import type { Tables } from "./tables";

type Wait = { conversationId: string; leftAt: Date; how: Tables["queue_waits"]["how"]; accountId?: string | undefined };

/**
 * Notes that somebody waited and how it ended: a sample of how long people wait. Nothing is noted of a conversation
 * that does not wait.
 */
export async function addWait(trx: Kysely<Tables>, { conversationId, leftAt, how, accountId }: Wait): Promise<void> {
  const entered = sql<Date>`coalesce(desk.queued_at, conversation.waiting_since)`;
  await trx
    .insertInto("queue_waits")
    .columns(["conversation_id", "channel", "language", "area", "entered_at", "left_at", "how", "account_id"])
    .expression((from) =>
      from
        .selectFrom("conversations as conversation")
        .leftJoin("desk_conversations as desk", "desk.conversation_id", "conversation.id")
        .select([
          "conversation.id",
          "conversation.channel",
          sql<string>`conversation.memory ->> 'language'`.as("language"),
          "desk.area",
          entered.as("entered_at"),
          sql<Date>`${leftAt}::timestamptz`.as("left_at"),
          sql<string>`${how}::text`.as("how"),
          sql<string | null>`${accountId ?? null}::text`.as("account_id"),
        ])
        .where("conversation.id", "=", conversationId)
        .where("conversation.waiting_since", "is not", null),
    )
    .execute();
}
