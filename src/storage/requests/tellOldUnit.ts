import { type Kysely, sql } from "kysely";
import type { Tables } from "../tables";

/** Whether somebody has the letter called `had`, which brought the matter; of one that came back nobody knows. */
const somebodyHasIt = sql<boolean>`had.state <> 'given_up'
  and exists (select from jsonb_array_elements_text(had.sent_to) as recipient where recipient not like 'refused %')
  and exists (select from service_request_events brought where brought.service_request_id = had.service_request_id
    and brought.number = had.event and brought.agency_responsible = had.unit)`;

/** Whether there is nothing left to do for that unit as far as it knows: it was over, they sent it back, or were told. */
const isKnown = sql<boolean>`exists (select from service_request_events ended
    where ended.service_request_id = had.service_request_id and ended.number >= had.event and ended.status = 'closed')
  or exists (select from service_request_events bounce
    where bounce.service_request_id = had.service_request_id and bounce.number > had.event
      and bounce.kind = 'bounce' and starts_with(bounce.actor || ':', 'unit:' || had.unit || ':'))
  or exists (select from unit_deliveries told join service_request_events moved
      on moved.service_request_id = told.service_request_id and moved.number = told.event
    where told.service_request_id = had.service_request_id and told.unit = had.unit and told.event > had.event
      and told.state in ('due', 'done') and moved.agency_responsible <> told.unit)`;

type Moved = { id: string; unit: string; event: number; at: Date };

/** The unit that had the matter until this event is to hear that it lies elsewhere; one that never got it hears nothing. */
export async function tellOldUnit(trx: Kysely<Tables>, { id, unit, event, at }: Moved): Promise<void> {
  await sql`insert into unit_deliveries (id, service_request_id, event, unit, due_at, created_at)
    select gen_random_uuid()::text, ${id}, ${event}::integer, ${unit}, ${at}::timestamptz, ${at}::timestamptz
    where exists (select from unit_deliveries had
      where had.service_request_id = ${id} and had.unit = ${unit} and had.event < ${event}::integer
        and ${somebodyHasIt} and not (${isKnown}))
    on conflict do nothing`.execute(trx);
}

/** The same after a letter arrived that was held back while it was on its way. */
export async function tellLate(trx: Kysely<Tables>, deliveryId: string, at: Date): Promise<void> {
  const { rows } = await sql<Omit<Moved, "at">>`
    select delivery.service_request_id as id, delivery.unit, moved.number as event
    from unit_deliveries delivery
    join service_request_events moved on moved.service_request_id = delivery.service_request_id
      and moved.number > delivery.event and moved.agency_responsible <> delivery.unit
    join service_request_events before on before.service_request_id = moved.service_request_id
      and before.number = moved.number - 1 and before.agency_responsible = delivery.unit
    where delivery.id = ${deliveryId} order by moved.number desc limit 1`.execute(trx);
  for (const moved of rows) await tellOldUnit(trx, { ...moved, at });
}
