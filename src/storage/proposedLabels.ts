import { randomUUID } from "node:crypto";
import type { Kysely } from "kysely";
import { z } from "zod";
import type { NewLabel } from "../conversation/outcome";
import type { StaffLabels } from "../staff/doors";
import { json } from "./json";
import { meantBy } from "./recordedDecision";
import type { Tables } from "./tables";

type Where = { conversationId: string; accountId?: string; at: Date };

/** Writes down what a message probably meant. A consultant's newer word takes the place of the older; a repeated turn's does not. */
export async function proposeLabel(db: Kysely<Tables>, label: NewLabel, where: Where): Promise<void> {
  const { conversationId, accountId, at } = where;
  const said = {
    text: label.text,
    intent_kind: label.intent?.kind ?? null,
    intent_id: label.intent?.id ?? null,
    instead: json(label.instead),
    at,
    state: "proposed" as const,
  };
  const who = { proposed_by: label.proposedBy, account_id: accountId ?? null };
  await db
    .insertInto("proposed_labels")
    .values({ id: randomUUID(), conversation_id: conversationId, message_id: label.sameAs, ...who, ...said })
    .onConflict((conflict) => {
      const same = conflict.columns(["message_id", "proposed_by", "account_id"]);
      return accountId === undefined ? same.doNothing() : same.doUpdateSet(said);
    })
    .execute();
}

const Record = z.object({
  understanding: z.object({ maskedText: z.string() }),
  decided: z.object({ decision: z.unknown() }),
});

/** Proposed labels as staff makes them; editors read them among the questions asked in vain. */
export function staffLabels(db: Kysely<Tables>): StaffLabels {
  return {
    async recorded(conversationId, seq) {
      const row = await db
        .selectFrom("entries")
        .innerJoin("turn_records as turn", (join) =>
          join.onRef("turn.conversation_id", "=", "entries.conversation_id").onRef("turn.seq", "=", "entries.seq"),
        )
        .select(["entries.id", "turn.record"])
        .where("entries.conversation_id", "=", conversationId)
        .where("entries.seq", "=", seq)
        .executeTakeFirst();
      if (!row) return undefined;
      const { understanding, decided } = Record.parse(row.record);
      return { messageId: row.id, maskedText: understanding.maskedText, instead: meantBy(decided.decision) };
    },

    propose: (label, where) => proposeLabel(db, { ...label, proposedBy: "consultant" }, where),
  };
}
