import { randomUUID } from "node:crypto";
import { sql } from "kysely";
import type { Arrival } from "../conversation/message";
import { type Accepted, UnknownConversation } from "../inbox/doors";
import { appendEntries, type NewEntry } from "./appendEntries";
import { hasCode } from "./hasCode";
import { storable } from "./json";
import type { Store } from "./store";

const UNIQUE_VIOLATION = "23505";

/** Stores a resident's message once; a repeated one changes nothing and answers what became of the first. */
export async function accept(store: Store, arrival: Arrival, at: Date): Promise<Accepted> {
  const { conversationId, channel, externalId, text, attachments } = arrival;
  const message: NewEntry = { id: randomUUID(), author: "resident", text, attachments, externalId, pending: true };
  const where = sql`and channel = ${channel}`;
  try {
    const seq = await appendEntries(store.db, { conversationId, entries: [message], at, where });
    if (seq === undefined) throw new UnknownConversation(conversationId);
    store.onNews(conversationId, seq);
    return { messageId: message.id, seq, duplicate: false };
  } catch (error) {
    const first = hasCode(error, UNIQUE_VIOLATION) ? await findFirst(store, arrival) : undefined;
    if (!first) throw error;
    return { messageId: first.id, seq: first.seq, duplicate: true };
  }
}

function findFirst({ db }: Store, { channel, externalId }: Arrival): Promise<{ id: string; seq: number } | undefined> {
  return db
    .selectFrom("entries")
    .select(["id", "seq"])
    .where("channel", "=", channel)
    .where("external_id", "=", storable(externalId))
    .executeTakeFirst();
}
