import { randomUUID } from "node:crypto";
import type { Kysely } from "kysely";
import { type Actor, type Change, type State, statusOf } from "../../serviceRequests/doors";
import { json, jsonOrNull, storable } from "../json";
import type { Tables } from "../tables";
import type { LockedRow } from "./act";
import { withoutPosition } from "./file";
import { copyFollowers, endCopied, tellFollowers } from "./followers";
import { tellOldUnit } from "./tellOldUnit";

export type Writing = { row: LockedRow; change: Change; at: Date };

/** Writes what an act came to, in the transaction that holds the lock: history, row, deliveries, notices, timers. */
export async function writeChange(
  trx: Kysely<Tables>,
  { row, change, at }: Writing,
): Promise<{ number: number; state: State }> {
  const number = row.version + 1;
  const writing = { row, change, at, number };
  await addEvent(trx, writing);
  await changeRow(trx, writing);
  await holdBack(trx, writing);
  if (change.tellsUnit) await addDelivery(trx, writing);
  if (change.unit !== row.agency_responsible)
    await tellOldUnit(trx, { id: row.id, unit: row.agency_responsible, event: number, at });
  if (change.tellsResidents) await tellFollowers(trx, writing);
  await setAskFixed(trx, writing);
  if (change.kind === "merge" && change.into !== undefined) await copyFollowers(trx, row.id, change.into, at);
  if (change.kind === "unmerge" && row.duplicate_of !== null) await endCopied(trx, row.id, row.duplicate_of, at);
  return { number, state: change.to };
}

type Numbered = Writing & { number: number };

/** As the history keeps it. */
function nameOf(actor: Actor): string {
  if (actor.kind === "staff") return `consultant:${actor.accountId}`;
  if (actor.kind !== "unit") return actor.kind;
  return actor.via === undefined ? `unit:${actor.unit}` : `unit:${actor.unit}:consultant:${actor.via}`;
}

async function addEvent(trx: Kysely<Tables>, { row, change, at, number }: Numbered): Promise<void> {
  await trx
    .insertInto("service_request_events")
    .values({
      service_request_id: row.id,
      number,
      at,
      actor: nameOf(change.actor),
      kind: change.kind,
      status: statusOf(change.to),
      status_notes: change.sentence,
      agency_responsible: change.unit,
      state: change.to,
      because: storable(change.because),
      words: storable(change.words),
      attachments: json(change.attachments.map(withoutPosition)),
      outside: jsonOrNull(change.outside),
      into_request: change.into ?? null,
    })
    .execute();
}

async function changeRow(trx: Kysely<Tables>, { row, change, at, number }: Numbered): Promise<void> {
  const { kind, to, because, actor } = change;
  const moved = to !== row.state;
  await trx
    .updateTable("service_requests")
    .set((set) => ({
      state: to,
      status: statusOf(to),
      status_notes: change.sentence,
      version: number,
      agency_responsible: change.unit,
      updated_at: at,
      ...(moved && { state_since: at, asked_in: to === "waiting_for_resident" ? row.state : null }),
      ...(moved && to === "done" && { first_done_at: set.fn.coalesce("first_done_at", set.val(at)) }),
      ...(kind === "forward" && { forwarded: true, ...(because !== "" && { routed_because: storable(because) }) }),
      // Who takes care of it has it, whatever became of bringing it there.
      ...(actor.kind === "unit" && kind !== "add" && { forwarded: kind !== "bounce" }),
      ...(kind === "merge" && { duplicate_of: change.into ?? null }),
      ...(kind === "unmerge" && { duplicate_of: null }),
    }))
    .where("id", "=", row.id)
    .execute();
}

/** What did not leave yet stays here when staff sends it anew, or it is over before the unit ever heard of it. */
async function holdBack(trx: Kysely<Tables>, { row, change, at }: Numbered): Promise<void> {
  const sentAnew = change.kind === "forward" && change.actor.kind !== "system";
  const overUnheard = !row.forwarded && statusOf(change.to) === "closed";
  if (!sentAnew && !overUnheard) return;
  await trx
    .updateTable("unit_deliveries")
    .set({ state: "withheld", reason: "not_needed", done_at: at })
    .where("service_request_id", "=", row.id)
    // What another one is still to hear, that it lies elsewhere, stays true.
    .where("unit", "in", [row.agency_responsible, change.unit])
    .where("state", "=", "due")
    .execute();
}

async function addDelivery(trx: Kysely<Tables>, { row, change, at, number }: Numbered): Promise<void> {
  const sent = { service_request_id: row.id, event: number, unit: change.unit };
  await trx
    .insertInto("unit_deliveries")
    .values({ id: randomUUID(), ...sent, due_at: at, created_at: at })
    .execute();
}

/** "Is it really fixed?" is asked of what is still done and nobody confirmed. */
async function setAskFixed(trx: Kysely<Tables>, { row, change, at, number }: Numbered): Promise<void> {
  if (row.state === "done" && (change.to !== "done" || change.kind === "confirm"))
    await trx
      .updateTable("service_request_ask_fixed")
      .set({ done_at: at })
      .where("service_request_id", "=", row.id)
      .where("done_at", "is", null)
      .execute();
  if (change.askFixedAt)
    await trx
      .insertInto("service_request_ask_fixed")
      .values({ service_request_id: row.id, event: number, due_at: change.askFixedAt })
      .execute();
}
