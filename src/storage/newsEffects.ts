import type { Kysely } from "kysely";
import type { Following } from "../conversation/facts";
import type { Doing } from "./effects";
import type { Tables } from "./tables";

/** What a conversation gets news of, or got, the newest first. */
export async function followingOf(db: Kysely<Tables>, conversationId: string): Promise<Following[]> {
  const rows = await db
    .selectFrom("service_request_followers")
    .select(["service_request_id as id", "kind", "ended_at"])
    .where("conversation_id", "=", conversationId)
    .orderBy("created_at", "desc")
    .orderBy("service_request_id", "desc")
    .execute();
  return rows.map(({ id, kind, ended_at }) => ({ id, own: kind === "reporter", on: ended_at === null }));
}

/** No news comes to this conversation any more; what is on its way is given up when its turn comes. */
export async function unfollowAll({ transaction, conversationId, at }: Doing): Promise<void> {
  await transaction
    .db()
    .updateTable("service_request_followers")
    .set({ ended_at: at })
    .where("conversation_id", "=", conversationId)
    .where("ended_at", "is", null)
    .execute();
}

/** News of what the resident filed comes again. */
export async function followAgain({ transaction, conversationId }: Doing): Promise<void> {
  await transaction
    .db()
    .updateTable("service_request_followers")
    .set({ ended_at: null })
    .where("conversation_id", "=", conversationId)
    .where("kind", "=", "reporter")
    .execute();
}
