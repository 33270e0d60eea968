import { sql } from "kysely";
import type { Effect } from "../conversation/outcome";
import type { Doing } from "./effects";
import { storable } from "./json";

type RatingEffect = Extract<Effect, { kind: "rate" | "rate_in_words" }>;

/** Keeps what the resident said of the talk, where they were asked last. */
export async function carryOutRating(effect: RatingEffect, { transaction, conversationId, at }: Doing): Promise<void> {
  const said = effect.kind === "rate" ? { score: effect.score, at } : { word: storable(effect.word), at };
  await transaction
    .db()
    .updateTable("ratings")
    .set(said)
    .where("conversation_id", "=", conversationId)
    .where("seq", "=", ({ selectFrom }) =>
      selectFrom("ratings").select(sql<number>`max(seq)`.as("seq")).where("conversation_id", "=", conversationId),
    )
    .execute();
}
