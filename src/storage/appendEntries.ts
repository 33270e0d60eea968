import { type Kysely, type RawBuilder, sql } from "kysely";
import type { Entry } from "../conversation/transcript";
import { json } from "./json";
import type { Tables } from "./tables";

/** A line about to be written; the database gives it its `seq`. `pending`: a resident's message that waits for its turn. */
export type NewEntry = Omit<Entry, "conversationId" | "seq" | "at"> & {
  pending?: boolean;
  /** Where it was said the resident has read it already: it is not sent. */
  isThere?: boolean;
};

export type Addition = {
  conversationId: string;
  entries: NewEntry[];
  at: Date;
  /** What else changes in the conversation's row: `, column = value`. */
  set?: RawBuilder<unknown>;
  /** What else must hold for it: `and column = value`. */
  where?: RawBuilder<unknown>;
};

/**
 * The common table expressions that append entries to a conversation, for use after `with`. The one place where
 * `seq` grows and the outbox is filled. `head` is the conversation's row afterwards; where no row fits it is empty
 * and nothing is written.
 */
export function appending({ conversationId, entries, at, set, where }: Addition): RawBuilder<unknown> {
  return sql`head as (
      update conversations
      set last_seq = last_seq + ${entries.length}::int, updated_at = ${at}::timestamptz ${set ?? sql``}
      where id = ${conversationId} ${where ?? sql``}
      returning id, channel, address, last_seq
    ) ${writing(entries, at)}`;
}

/** Writes `entries` as the last ones of the conversation in the expression `head`. */
export function writing(entries: NewEntry[], at: Date): RawBuilder<unknown> {
  if (entries.length === 0) return sql``;
  return sql`, line as (
      select * from jsonb_to_recordset(${json(entries.map(columnsOf))}::jsonb) as line (
        back int, id text, author text, author_name text, text text, choices jsonb, attachments jsonb,
        occasion text, form text, external_id text, state text, is_there boolean)
    ), written as (
      insert into entries (conversation_id, seq, id, author, author_name, text, choices, attachments, occasion,
        form, channel, external_id, state, at)
      select head.id, head.last_seq - line.back, line.id, line.author, line.author_name, line.text, line.choices,
        line.attachments, line.occasion, line.form, head.channel, line.external_id, line.state, ${at}::timestamptz
      from head, line
    ), outgoing as (
      insert into outbox (id, conversation_id, seq, channel, due_at, created_at)
      select line.id, head.id, head.last_seq - line.back, head.channel, ${at}::timestamptz, ${at}::timestamptz
      from head, line where head.address is not null and line.author <> 'resident' and not line.is_there
    )`;
}

function columnsOf(entry: NewEntry, index: number, all: NewEntry[]) {
  return {
    back: all.length - 1 - index,
    id: entry.id,
    author: entry.author,
    author_name: entry.authorName,
    text: entry.text,
    choices: entry.choices,
    attachments: entry.attachments,
    occasion: entry.occasion,
    form: entry.form,
    external_id: entry.externalId,
    state: entry.pending ? "pending" : "done",
    is_there: entry.isThere ?? false,
  };
}

/**
 * Appends entries and answers the conversation's new last seq, or undefined if there is no such conversation.
 * Who calls it sees to the wake-up (`onNews`) once the change is committed.
 */
export async function appendEntries(db: Kysely<Tables>, addition: Addition): Promise<number | undefined> {
  const statement = sql<{ last_seq: number }>`with ${appending(addition)} select last_seq from head`;
  const { rows } = await statement.execute(db);
  return rows[0]?.last_seq;
}
