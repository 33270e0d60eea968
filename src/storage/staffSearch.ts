import { type Kysely, sql } from "kysely";
import type { StaffSearch, Unseen } from "../staff/doors";
import type { Tables } from "./tables";

/** A conversation's new lines are read in goes of this many, so that one long talk cannot fill the memory. */
const LINES_AT_ONCE = 100;
/** PostgreSQL keeps a megabyte of words a conversation; what goes beyond this many is not found by its words. */
const MOST_WORDS = 8_000;
const MOST_WORDS_AT_ONCE = 4_000;

/** The full-text index of conversations. */
export function staffSearch(db: Kysely<Tables>): StaffSearch {
  return {
    async behind(most) {
      const { rows } = await sql<{ id: string }>`
        select search.conversation_id as id from conversation_search search
          join conversations conversation on conversation.id = search.conversation_id
          where conversation.last_seq > search.seq
        union
        select search.conversation_id from conversation_search search
          join (select conversation_id, count(*) from conversation_notes group by conversation_id) noted
            on noted.conversation_id = search.conversation_id
          where noted.count > search.notes
        limit ${most}`.execute(db);
      return rows.map(({ id }) => id);
    },
    unseen: (ids) => unseen(db, ids),
    async index(add) {
      if (add.length > 0) await addWords(db, add);
    },
  };
}

async function unseen(db: Kysely<Tables>, ids: string[]): Promise<Unseen[]> {
  const { rows } = await sql<Unseen>`
    select search.conversation_id as "conversationId",
      case when lines.count < ${LINES_AT_ONCE} then conversation.last_seq else lines.seq end as seq,
      coalesce(lines.at, search.at) as at, noted.count as notes,
      coalesce(lines.said, '{}') || noted.said as said, coalesce(lines.told, '{}') as told
    from conversation_search search
      join conversations conversation on conversation.id = search.conversation_id
      cross join lateral (
        select count(*), max(seq) as seq, max(at) as at,
          array_agg(text) filter (where author in ('resident', 'consultant')) as said,
          array_agg(text) filter (where author in ('bot', 'system')) as told
        from (
          select seq, at, author, text from entries where conversation_id = search.conversation_id and seq > search.seq
          order by seq limit ${LINES_AT_ONCE}
        ) new_lines
      ) lines
      cross join lateral (
        select count(*)::integer as count, coalesce(array_agg(text), '{}') as said from conversation_notes
        where conversation_id = search.conversation_id
      ) noted
    where search.conversation_id = any (${ids}::text[])`.execute(db);
  return rows;
}

/** In the order of ids, so that two processes that write the same rows wait for each other and never cross. */
async function addWords(db: Kysely<Tables>, add: Parameters<StaffSearch["index"]>[0]): Promise<void> {
  const rows = add.map(({ words, ...row }) => ({ ...row, words: words.slice(0, MOST_WORDS_AT_ONCE) }));
  await sql`
    with added as (
      select added.*, conversation.memory ->> 'language' as language
      from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
          as added ("conversationId" text, seq integer, at timestamptz, notes integer, words text[])
        join conversation_search search on search.conversation_id = added."conversationId"
        join conversations conversation on conversation.id = added."conversationId"
      order by added."conversationId"
      for update of search
    )
    update conversation_search search
    set seq = greatest(search.seq, added.seq), at = greatest(search.at, added.at),
      notes = greatest(search.notes, added.notes), language = coalesce(added.language, search.language),
      words = case when length(search.words) > ${MOST_WORDS} then search.words
        else search.words || array_to_tsvector(added.words) end
    from added where search.conversation_id = added."conversationId"`.execute(db);
}
