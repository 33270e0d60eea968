import { randomUUID } from "node:crypto";
import type { Kysely } from "kysely";
import type { NewAlert } from "../conversation/outcome";
import type { StaffAlerts } from "../staff/doors";
import type { Tables } from "./tables";

type Where = { conversationId: string; at: Date };

/** Writes an alert down, once for a message and a reason; answers whether it is new. */
export async function raiseAlert(db: Kysely<Tables>, alert: NewAlert, { conversationId, at }: Where): Promise<boolean> {
  const { sameAs, reason, text, language } = alert;
  const row = { id: randomUUID(), conversation_id: conversationId, message_id: sameAs, reason, text, language, at };
  const { numInsertedOrUpdatedRows } = await db
    .insertInto("alerts")
    .values(row)
    .onConflict((conflict) => conflict.columns(["message_id", "reason"]).doNothing())
    .executeTakeFirstOrThrow();
  return numInsertedOrUpdatedRows === 1n;
}

/** Alerts as consultants see them. */
export function staffAlerts(db: Kysely<Tables>): StaffAlerts {
  return {
    async open(most) {
      const rows = await db
        .selectFrom("alerts")
        .select(["id", "conversation_id", "reason", "text", "language", "at"])
        .where("seen_at", "is", null)
        .orderBy("at", "desc")
        .orderBy("id", "desc")
        .limit(most)
        .execute();
      return rows.map(({ conversation_id: conversationId, ...alert }) => ({ ...alert, conversationId }));
    },

    async seeAllOf(conversationId, accountId, at) {
      const { numUpdatedRows } = await db
        .updateTable("alerts")
        .set({ seen_by: accountId, seen_at: at })
        .where("conversation_id", "=", conversationId)
        .where("seen_at", "is", null)
        .executeTakeFirstOrThrow();
      return Number(numUpdatedRows);
    },

    async see(id, accountId, at) {
      const { numUpdatedRows } = await db
        .updateTable("alerts")
        .set({ seen_by: accountId, seen_at: at })
        .where("id", "=", id)
        .where("seen_at", "is", null)
        .executeTakeFirstOrThrow();
      const seen = await db
        .selectFrom("alerts")
        .innerJoin("staff_accounts as account", "account.id", "alerts.seen_by")
        .select(["account.display_name", "alerts.seen_at"])
        .where("alerts.id", "=", id)
        .executeTakeFirst();
      if (!seen?.seen_at) return undefined;
      return { by: seen.display_name, at: seen.seen_at, isFirst: numUpdatedRows === 1n };
    },
  };
}
