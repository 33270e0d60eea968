import { type Kysely, sql } from "kysely";
import type { Note, StaffNotes } from "../staff/doors";
import { hasCode } from "./hasCode";
import { storable } from "./json";
import type { Tables } from "./tables";

const FOREIGN_KEY_VIOLATION = "23503";

/** Private notes of staff and whom they mention. */
export function staffNotes(db: Kysely<Tables>): StaffNotes {
  const notes = db
    .selectFrom("conversation_notes as note")
    .innerJoin("staff_accounts as account", "account.id", "note.account_id")
    .select(["note.id", "note.conversation_id", "note.text", "note.account_id", "note.at", "account.display_name"])
    .select(
      sql<string[]>`array(select account_id from note_mentions where note_id = note.id order by account_id)`.as(
        "mentions",
      ),
    );
  return {
    async add(note) {
      try {
        await db.transaction().execute((trx) => addNote(trx, note));
        return true;
      } catch (error) {
        if (hasCode(error, FOREIGN_KEY_VIOLATION)) return false;
        throw error;
      }
    },

    async of(conversationId, most) {
      const newest = notes.where("note.conversation_id", "=", conversationId).orderBy("note.at", "desc");
      const rows = await newest.orderBy("note.id", "desc").limit(most).execute();
      return rows.map(noteOf).reverse();
    },

    async mentioning(accountId, most) {
      const rows = await notes
        .innerJoin("note_mentions as mention", "mention.note_id", "note.id")
        .where("mention.account_id", "=", accountId)
        .where("mention.seen_at", "is", null)
        .orderBy("note.at", "desc")
        .orderBy("note.id", "desc")
        .limit(most)
        .execute();
      return rows.map(noteOf);
    },

    async seen(noteId, accountId, at) {
      await db
        .updateTable("note_mentions")
        .set({ seen_at: at })
        .where("note_id", "=", noteId)
        .where("account_id", "=", accountId)
        .where("seen_at", "is", null)
        .execute();
    },
  };
}

/** Once per id: the same note again adds nothing. */
async function addNote(trx: Kysely<Tables>, note: Omit<Note, "by">): Promise<void> {
  const { id, conversationId, text, byId, mentions, at } = note;
  const { numInsertedOrUpdatedRows: added } = await trx
    .insertInto("conversation_notes")
    .values({ id, conversation_id: conversationId, account_id: byId, text: storable(text), at })
    .onConflict((conflict) => conflict.column("id").doNothing())
    .executeTakeFirstOrThrow();
  if (added !== 1n || mentions.length === 0) return;
  const rows = [...new Set(mentions)].map((accountId) => ({ note_id: id, account_id: accountId, seen_at: null }));
  await trx.insertInto("note_mentions").values(rows).execute();
}

type Row = {
  id: string;
  conversation_id: string;
  text: string;
  account_id: string;
  at: Date;
  display_name: string;
  mentions: string[];
};

function noteOf({ id, conversation_id, text, account_id, at, display_name, mentions }: Row): Note {
  return { id, conversationId: conversation_id, text, byId: account_id, by: display_name, mentions, at };
}
