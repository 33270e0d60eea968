import { type Kysely, sql } from "kysely";
import type { PublicServiceRequest } from "../conversation/facts";
import type { Tables } from "./tables";

/** The service requests that have these numbers, in the order asked for; unknown numbers are left out. */
export async function findServiceRequests(db: Kysely<Tables>, ids: string[]): Promise<PublicServiceRequest[]> {
  if (ids.length === 0) return [];
  const statement = sql<PublicServiceRequest>`select id as service_request_id, service, state, status, status_notes,
      agency_responsible, requested_at as "requestedAt", updated_at as "updatedAt"
    from service_requests where id = any(${ids}::text[])
    order by array_position(${ids}::text[], id)`;
  return (await statement.execute(db)).rows;
}
