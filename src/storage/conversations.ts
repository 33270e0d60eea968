import { randomUUID } from "node:crypto";
import { type Kysely, sql } from "kysely";
import type { House, NewConversation } from "../channels/channel";
import { emptyMemory } from "../conversation/conversation";
import { Language } from "../conversation/language";
import type { ConversationHead } from "../conversation/transcript";
import { writing } from "./appendEntries";
import { entriesAfter } from "./entryOf";
import { json, jsonOrNull, storable } from "./json";
import type { Store } from "./store";
import type { Tables } from "./tables";

/** Conversations as channels see them. */
export function openConversations(store: Store): House["conversations"] {
  return {
    open: (conversation, at) => open(store, conversation, at),
    find: (id) => find(store.db, id),
    findByMessage: (channel, externalId) => findByMessage(store.db, channel, externalId),
    entriesAfter: (id, seq, most) => entriesAfter(store.db, id, seq, most),
  };
}

async function open(store: Store, wanted: NewConversation, at: Date): Promise<ConversationHead & { created: boolean }> {
  const there = await find(store.db, wanted.id);
  if (there) await keepAddress(store.db, wanted);
  else if (await begin(store.db, wanted, at)) store.onNews(wanted.id, 1);
  else return open(store, wanted, at);
  const { id, channel, residentId, language, greeting } = wanted;
  return there
    ? { ...there, created: false }
    : { id, channel, residentId, language, lastSeq: greeting ? 1 : 0, speaker: "bot", created: true };
}

/** Writes the conversation with its greeting; answers false if another process was quicker. */
async function begin(db: Kysely<Tables>, wanted: NewConversation, at: Date): Promise<boolean> {
  const { id, channel, residentId, language, address } = wanted;
  const { text, choices } = wanted.greeting ?? {};
  const said =
    text === undefined ? [] : [{ id: randomUUID(), author: "bot" as const, text, ...(choices && { choices }) }];
  const statement = sql`with head as (
      insert into conversations (id, channel, resident_id, address, speaker, memory, last_seq, created_at, updated_at)
      values (${id}, ${channel}, ${residentId}, ${jsonOrNull(address)}::jsonb, 'bot',
        ${json({ ...emptyMemory(language), offered: choices ?? [] })}::jsonb, ${said.length}::int, ${at}::timestamptz, ${at}::timestamptz)
      on conflict (id) do nothing
      returning id, channel, address, last_seq
    ) ${writing(said, at)}
    select id from head`;
  const { rows } = await statement.execute(db);
  return rows.length === 1;
}

/** Platforms move: what is delivered from now on goes where the resident was heard last. */
async function keepAddress(db: Kysely<Tables>, { id, channel, residentId, address }: NewConversation): Promise<void> {
  if (address === undefined) return;
  await db
    .updateTable("conversations")
    .set({ address: json(address) })
    .where("id", "=", id)
    .where("channel", "=", channel)
    .where("resident_id", "=", residentId)
    .where("address", "is distinct from", sql<string>`${json(address)}::jsonb`)
    .execute();
}

async function find(db: Kysely<Tables>, id: string): Promise<ConversationHead | undefined> {
  const row = await db
    .selectFrom("conversations")
    .select(["channel", "resident_id", "last_seq", "speaker", sql`memory -> 'language'`.as("language")])
    .where("id", "=", id)
    .executeTakeFirst();
  if (!row) return undefined;
  const { channel, resident_id: residentId, last_seq: lastSeq, speaker } = row;
  return { id, channel, residentId, lastSeq, speaker, language: Language.parse(row.language) };
}

async function findByMessage(db: Kysely<Tables>, channel: string, externalId: string) {
  const entry = await db
    .selectFrom("entries")
    .select("conversation_id")
    .where("channel", "=", channel)
    .where("external_id", "=", storable(externalId))
    .executeTakeFirst();
  return entry && find(db, entry.conversation_id);
}
