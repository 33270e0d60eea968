import type { Storage } from "../src/storage/storage";

/** What was proposed about a conversation's messages, the newest first. */
export async function proposedLabels({ db }: Storage, conversationId: string) {
  const rows = await db
    .selectFrom("proposed_labels as label")
    .leftJoin("staff_accounts as account", "account.id", "label.account_id")
    .selectAll("label")
    .select("account.display_name")
    .where("label.conversation_id", "=", conversationId)
    .orderBy("label.at", "desc")
    .orderBy("label.id", "desc")
    .execute();
  return rows.map(({ text, intent_kind, intent_id, instead, proposed_by, display_name, at }) => ({
    text,
    ...(intent_kind !== null && { intent: { kind: intent_kind, id: intent_id } }),
    instead,
    proposedBy: proposed_by,
    ...(display_name !== null && { by: display_name }),
    at,
  }));
}
