import { type Kysely, type Selectable, sql } from "kysely";
import type { DeliveryState, LineDelivery, Reach } from "../staff/doors";
import type { Tables } from "./tables";

/** What became of lines that were to be sent: the newest ones, oldest first. */
export async function deliveriesOf(db: Kysely<Tables>, id: string, most: number): Promise<LineDelivery[]> {
  const rows = await db
    .selectFrom("outbox")
    .select(["seq", "state", "receipt", "reason"])
    .where("conversation_id", "=", id)
    .orderBy("seq", "desc")
    .limit(most)
    .execute();
  return rows.reverse().map(deliveryOf);
}

type Row = Pick<Selectable<Tables["outbox"]>, "seq" | "state" | "receipt" | "reason">;

function deliveryOf({ seq, state: stored, receipt, reason }: Row): LineDelivery {
  const state = stateOf(stored, receipt);
  const isTold = reason !== null && (state === "due" || state === "held" || state === "failed");
  return { seq, state, ...(isTold && { reason }) };
}

/** What the platform says counts once all of it was sent; what was given up did not arrive whole, whatever was read of it. */
function stateOf(state: Row["state"], receipt: Row["receipt"]): DeliveryState {
  if (state === "due" || state === "held") return state;
  return state === "given_up" ? "failed" : (receipt ?? "sent");
}

/** Where to, when they wrote last, and how else they asked to be reached. */
export async function reachOf(db: Kysely<Tables>, id: string): Promise<Reach> {
  const { rows } = await sql<{ address: unknown; seq: number | null; at: Date | null; contacts: string[] | null }>`
    select conversation.address, heard.seq, heard.at,
      (select array_agg(contact order by created_at desc) from contact_tasks where conversation_id = conversation.id)
        as contacts
    from conversations conversation
    left join lateral (select seq, at from entries where conversation_id = conversation.id and author = 'resident'
      order by seq desc limit 1) heard on true
    where conversation.id = ${id}`.execute(db);
  const [row] = rows;
  return {
    contacts: row?.contacts ?? [],
    address: row?.address ?? undefined,
    ...(row?.at && row.seq !== null && { heardAt: row.at, heardSeq: row.seq }),
  };
}
