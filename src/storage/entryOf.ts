import type { Kysely, Selectable } from "kysely";
import { z } from "zod";
import { Attachment } from "../conversation/message";
import { Choice } from "../conversation/reply";
import type { Entry } from "../conversation/transcript";
import type { Tables } from "./tables";

/** The columns `entryOf` needs. */
export const entryColumns = [
  "entries.conversation_id",
  "entries.seq",
  "entries.id",
  "entries.at",
  "entries.author",
  "entries.author_name",
  "entries.text",
  "entries.choices",
  "entries.attachments",
  "entries.occasion",
  "entries.form",
  "entries.external_id",
] as const;

type Row = Omit<Selectable<Tables["entries"]>, "channel" | "state" | "failures">;

/** A stored line as the rest of the house knows it. */
export function entryOf(row: Row): Entry {
  return {
    conversationId: row.conversation_id,
    seq: row.seq,
    id: row.id,
    at: row.at,
    author: row.author,
    text: row.text,
    ...(row.author_name !== null && { authorName: row.author_name }),
    ...(row.choices !== null && { choices: z.array(Choice).parse(row.choices) }),
    ...(row.attachments !== null && { attachments: z.array(Attachment).parse(row.attachments) }),
    ...(row.occasion !== null && { occasion: row.occasion }),
    ...(row.form !== null && { form: row.form }),
    ...(row.external_id !== null && { externalId: row.external_id }),
  };
}

/** Entries of a conversation above `seq`, oldest first, at most `most`. */
export async function entriesAfter(db: Kysely<Tables>, id: string, seq: number, most: number): Promise<Entry[]> {
  const rows = await db
    .selectFrom("entries")
    .select(entryColumns)
    .where("conversation_id", "=", id)
    .where("seq", ">", seq)
    .orderBy("seq")
    .limit(most)
    .execute();
  return rows.map(entryOf);
}
