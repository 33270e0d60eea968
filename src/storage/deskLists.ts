import { type Kysely, sql } from "kysely";
import type { Closing, Listed } from "../staff/doors";
import { memoryOf } from "./memoryOf";
import type { Tables } from "./tables";

/** Conversations with the last words of a person and the consultant who holds them. */
export function listOf(db: Kysely<Tables>, presentSince: Date) {
  return db
    .selectFrom("conversations as conversation")
    .leftJoinLateral(
      (from) =>
        from
          .selectFrom("entries")
          .select(["entries.seq", "entries.author", "entries.text", "entries.at"])
          .whereRef("entries.conversation_id", "=", "conversation.id")
          .where("entries.author", "in", ["resident", "consultant"])
          .orderBy("entries.seq", "desc")
          .limit(1)
          .as("line"),
      (join) => join.onTrue(),
    )
    .leftJoin("staff_accounts as account", "account.id", "conversation.consultant_id")
    .leftJoin("staff_presence as presence", "presence.account_id", "account.id")
    .selectAll("conversation")
    .select(["line.seq", "line.author", "line.text", "line.at", "account.display_name"])
    .select(sql<boolean>`coalesce(presence.last_beat_at > ${presentSince}::timestamptz, false)`.as("present"));
}

type Row = Awaited<ReturnType<ReturnType<typeof listOf>["execute"]>>[number];

/** A row of `listOf` in the words of the staff room. */
export function listed(row: Row): Listed {
  const { seq, author, text, at, consultant_id, display_name } = row;
  return {
    conversation: {
      id: row.id,
      channel: row.channel,
      residentId: row.resident_id,
      version: row.version,
      speaker: row.speaker,
      memory: memoryOf(row.memory),
      ...(consultant_id !== null && { consultantId: consultant_id }),
    },
    lastSeq: row.last_seq,
    startedAt: row.created_at,
    ...(seq !== null && author !== null && text !== null && at !== null && { lastLine: { seq, author, text, at } }),
    ...(consultant_id !== null && {
      holder: { id: consultant_id, name: display_name ?? consultant_id, present: row.present },
    }),
  };
}

/** How the conversation was closed last. */
export async function closingOf(
  db: Kysely<Tables>,
  id: string,
): Promise<(Closing & { by: string; at: Date }) | undefined> {
  const row = await db
    .selectFrom("conversation_closings as closing")
    .innerJoin("staff_accounts as account", "account.id", "closing.account_id")
    .select(["closing.reason", "closing.note", "closing.account_id", "closing.at", "account.display_name"])
    .where("closing.conversation_id", "=", id)
    .orderBy("closing.seq", "desc")
    .limit(1)
    .executeTakeFirst();
  if (!row) return undefined;
  const { reason, note, at } = row;
  return { reason, note, at, accountId: row.account_id, by: row.display_name };
}
