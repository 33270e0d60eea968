import { type Kysely, sql } from "kysely";
import type { Tables } from "../tables";

/**
 * Whether the letter called `delivery` still waits for want of a way: the matter called `request` lies with that unit,
 * and the unit has not said anything since, by which it would be known to have heard of it by hand.
 */
const waits = sql<boolean>`delivery.state = 'withheld' and delivery.reason = 'no_way'
  and request.status = 'open' and request.agency_responsible = delivery.unit
  and not exists (select from service_request_events event
    where event.service_request_id = delivery.service_request_id and event.number > delivery.event
      and event.actor like 'unit:%')`;

/** Whether anything about the matter called `request` has to be passed on by hand. */
export const isByHand = sql<boolean>`exists (select from unit_deliveries delivery
  where delivery.service_request_id = request.id and ${waits})`;

/** Makes due what waited for want of a way to one of these units; answers how many. Of several at once one finds them. */
export async function releaseWaiting(db: Kysely<Tables>, units: string[], at: Date): Promise<number> {
  if (units.length === 0) return 0;
  const { numAffectedRows } = await sql`update unit_deliveries delivery
    set state = 'due', due_at = ${at}::timestamptz, reason = null, done_at = null
    from service_requests request
    where request.id = delivery.service_request_id and delivery.unit = any (${units}::text[]) and ${waits}`.execute(db);
  return Number(numAffectedRows ?? 0n);
}
