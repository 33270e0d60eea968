import { type Kysely, type RawBuilder, sql } from "kysely";
import type { House, Receipt } from "../channels/channel";
import { storable } from "./json";
import { addPart } from "./outbox";
import type { Store } from "./store";
import type { Tables } from "./tables";

const LONGEST_REASON = 500;

/** What platforms say became of what we sent. */
export function openReceipts(
  { db }: Store,
  now: () => Date,
  onChange: (conversationId: string) => void,
): House["receipts"] {
  return {
    async record(receipt) {
      for (const id of await moveOn(db, receipt)) onChange(id);
    },
    partSent: (id, part, platformId) => addPart(db, { id, part, platformId, at: now() }),
  };
}

/** Answers the conversations in which something changed. A failure is the last word only where nothing arrived. */
async function moveOn(db: Kysely<Tables>, { channel, of, state, reason }: Receipt): Promise<string[]> {
  const which: RawBuilder<unknown> =
    "platformIds" in of
      ? sql`id in (select outbox_id from outbox_parts
          where channel = ${channel} and platform_id = any(${of.platformIds.map(storable)}::text[]))`
      : sql`conversation_id = ${of.conversationId} and channel = ${channel} and exists (select from outbox_parts
          where outbox_id = outbox.id and sent_at <= ${of.until}::timestamptz)`;
  const why = reason === undefined ? null : storable(reason).slice(0, LONGEST_REASON);
  const order = sql`array_position(array['sent', 'failed', 'delivered', 'read'], `;
  const { rows } = await sql<{ conversation_id: string }>`update outbox
    set receipt = ${state}, reason = coalesce(${why}::text, case when receipt = 'failed' then null else reason end)
    where ${which} and (receipt is null or ${order} receipt) < ${order} ${state}::text))
    returning conversation_id`.execute(db);
  return [...new Set(rows.map(({ conversation_id }) => conversation_id))];
}
