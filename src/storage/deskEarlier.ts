import type { Kysely } from "kysely";
import type { Earlier } from "../staff/doors";
import type { Tables } from "./tables";

/** Other conversations of the same resident on the same channel, newest first. */
export async function earlierOf(db: Kysely<Tables>, id: string, most: number): Promise<Earlier[]> {
  const rows = await db
    .selectFrom("conversations as this")
    .innerJoin("conversations as other", (join) =>
      join
        .onRef("other.channel", "=", "this.channel")
        .onRef("other.resident_id", "=", "this.resident_id")
        .onRef("other.id", "<>", "this.id"),
    )
    .leftJoin("desk_conversations as desk", "desk.conversation_id", "other.id")
    .leftJoinLateral(
      (from) =>
        from
          .selectFrom("entries")
          .select("entries.text")
          .whereRef("entries.conversation_id", "=", "other.id")
          .where("entries.author", "in", ["resident", "consultant"])
          .orderBy("entries.seq", "desc")
          .limit(1)
          .as("line"),
      (join) => join.onTrue(),
    )
    .select(["other.id", "other.created_at", "other.speaker", "desk.topic_kind", "desk.topic_id", "line.text"])
    .where("this.id", "=", id)
    .orderBy("other.created_at", "desc")
    .orderBy("other.id", "desc")
    .limit(most)
    .execute();
  return rows.map(({ topic_kind: kind, topic_id, text, ...row }) => ({
    id: row.id,
    startedAt: row.created_at,
    speaker: row.speaker,
    ...(kind !== null && topic_id !== null && { topic: { kind, id: topic_id } }),
    ...(text !== null && { lastLine: text }),
  }));
}
