import type { Kysely } from "kysely";
import type { StaffRatings } from "../staff/doors";
import type { Tables } from "./tables";

/** What residents said of their talk with a consultant. */
export function staffRatings(db: Kysely<Tables>): StaffRatings {
  return {
    async of(conversationId) {
      const row = await db
        .selectFrom("ratings")
        .select(["score", "word", "at"])
        .where("conversation_id", "=", conversationId)
        .where("score", "is not", null)
        .orderBy("seq", "desc")
        .limit(1)
        .executeTakeFirst();
      if (!row || row.score === null || row.at === null) return undefined;
      return { conversationId, score: row.score, at: row.at, ...(row.word !== null && { word: row.word }) };
    },
  };
}
