import { type Kysely, sql } from "kysely";
import type { UnitDeliveries } from "../../serviceRequests/doors";
import type { Tables } from "../tables";

type Listed<Name extends "abroad" | "stuck" | "ofRequest"> = ReturnType<UnitDeliveries[Name]>;

/** Longer lists help nobody; the oldest are named. */
const MOST_STUCK = 1000;
/** What is due for so long without being taken is stuck too: nobody brings anything. */
const UNTOUCHED_MINUTES = 60;

/**
 * What failed and was not brought yet, what was given up while its matter still lies with that unit, and what the unit
 * sent back while nobody has said whose it is.
 */
export async function stuck(db: Kysely<Tables>, now: Date): Listed<"stuck"> {
  const untouched = new Date(now.getTime() - UNTOUCHED_MINUTES * 60_000);
  const { rows } = await sql<Awaited<Listed<"stuck">>[number]>`
    select delivery.service_request_id as "serviceRequestId", delivery.unit, delivery.attempts,
      coalesce(delivery.first_failed_at, delivery.created_at) as since, coalesce(delivery.reason, '') as reason
    from unit_deliveries delivery join service_requests request on request.id = delivery.service_request_id
    where (delivery.state = 'due' and (delivery.first_failed_at is not null or delivery.due_at < ${untouched}::timestamptz))
      or (delivery.state = 'given_up' and request.status = 'open' and request.agency_responsible = delivery.unit)
    union all
    select request.id, request.agency_responsible, 0, request.state_since, 'sent_back'
    from service_requests request
    where request.state = 'received' and not request.forwarded and 'bounce' = (
      select moved.kind from service_request_events moved
      where moved.service_request_id = request.id and moved.kind in ('bounce', 'reopen', 'unmerge')
      order by moved.number desc limit 1)
    order by since, "serviceRequestId", unit limit ${MOST_STUCK}`.execute(db);
  return rows;
}

/** Open matters that have a number in the unit's own system, each by its newest one. */
export async function abroad(
  db: Kysely<Tables>,
  unit: string,
  { most, after }: { most: number; after?: string },
): Listed<"abroad"> {
  const { rows } = await sql<Awaited<Listed<"abroad">>[number]>`
    select delivery.id, delivery.service_request_id as "serviceRequestId", delivery.external_id as "externalId"
    from unit_deliveries delivery join service_requests request on request.id = delivery.service_request_id
    where delivery.unit = ${unit} and delivery.external_id is not null
      and request.status = 'open' and request.agency_responsible = ${unit}
      and delivery.id > ${after ?? ""}
      and not exists (select from unit_deliveries newer
        where newer.service_request_id = delivery.service_request_id and newer.unit = delivery.unit
          and newer.external_id is not null and newer.event > delivery.event)
    order by delivery.id limit ${most}`.execute(db);
  return rows;
}

/** All that was to be brought to units about a matter. */
export async function ofRequest(db: Kysely<Tables>, id: string): Listed<"ofRequest"> {
  const rows = await db
    .selectFrom("unit_deliveries")
    .select(["event", "unit", "state", "attempts", "reason"])
    .select(({ fn }) => fn.coalesce("done_at", "due_at").as("at"))
    .where("service_request_id", "=", id)
    .orderBy("event")
    .orderBy("unit")
    .execute();
  return rows.map(({ reason, ...row }) => ({ ...row, ...(reason !== null && { reason }) }));
}
