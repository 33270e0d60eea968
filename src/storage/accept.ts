import { randomUUID } from "node:crypto";
import { sql } from "kysely";
import type { Arrival } from "../conversation/message";
import { type Accepted, UnknownConversation } from "../inbox/doors";
import { type Addition, appending, type NewEntry } from "./appendEntries";
import { hasCode } from "./hasCode";
import { storable } from "./json";
import type { Store } from "./store";

const UNIQUE_VIOLATION = "23505";

/** Stores a resident's message once; a repeated one changes nothing and answers what became of the first. */
export async function accept(store: Store, arrival: Arrival, at: Date): Promise<Accepted> {
  const { conversationId, channel, externalId, text, attachments, form } = arrival;
  const said = { author: "resident" as const, text, attachments, externalId, ...(form && { form }) };
  const message: NewEntry = { id: randomUUID(), ...said, pending: true };
  const where = sql`and channel = ${channel}`;
  try {
    const seq = await appendAndRelease(store, { conversationId, entries: [message], at, where });
    if (seq === undefined) throw new UnknownConversation(conversationId);
    store.onNews(conversationId, seq);
    return { messageId: message.id, seq, duplicate: false };
  } catch (error) {
    const first = hasCode(error, UNIQUE_VIOLATION) ? await findFirst(store, arrival) : undefined;
    if (!first) throw error;
    return { messageId: first.id, seq: first.seq, duplicate: true };
  }
}

/** The resident wrote: what waited for that goes on its way, in the same statement. */
async function appendAndRelease({ db }: Store, addition: Addition): Promise<number | undefined> {
  const { rows } = await sql<{ last_seq: number }>`with ${appending(addition)}, released as (
      update outbox set state = 'due', due_at = ${addition.at}::timestamptz, reason = null
      from head where outbox.conversation_id = head.id and outbox.state = 'held'
    ) select last_seq from head`.execute(db);
  return rows[0]?.last_seq;
}

function findFirst({ db }: Store, { channel, externalId }: Arrival): Promise<{ id: string; seq: number } | undefined> {
  return db
    .selectFrom("entries")
    .select(["id", "seq"])
    .where("channel", "=", channel)
    .where("external_id", "=", storable(externalId))
    .executeTakeFirst();
}
