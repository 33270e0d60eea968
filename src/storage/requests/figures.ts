import { type Kysely, sql } from "kysely";
import type { ServiceRequestStore } from "../../serviceRequests/doors";
import type { Tables } from "../tables";

const FEWEST = 10;
const MOST_REASONS = 20;

type Figures = Pick<ServiceRequestStore, "durations" | "bounces">;

/** What past service requests tell of new ones. */
export const figuresOf = (db: Kysely<Tables>): Figures => ({
  async durations(since) {
    const days = sql`ceil(extract(epoch from first_done_at - requested_at) / 86400)::integer`;
    const { rows } = await sql<Awaited<ReturnType<Figures["durations"]>>[number]>`
      select service, agency_responsible as unit, count(*) as count,
        percentile_disc(0.2) within group (order by ${days}) as "fromDays",
        percentile_disc(0.8) within group (order by ${days}) as "toDays"
      from service_requests where first_done_at >= ${since}::timestamptz
      group by service, agency_responsible having count(*) >= ${FEWEST}::integer
      order by service, agency_responsible`.execute(db);
    return rows;
  },

  async bounces(since) {
    const { rows } = await sql<Awaited<ReturnType<Figures["bounces"]>>[number]>`
      select request.service, event.agency_responsible as unit, count(*) as count,
        (array_agg(event.words order by event.at desc) filter (where event.words <> ''))[1:${sql.lit(MOST_REASONS)}]
          as reasons
      from service_request_events event join service_requests request on request.id = event.service_request_id
      where event.kind = 'bounce' and event.at >= ${since}::timestamptz
      group by request.service, event.agency_responsible
      order by count desc, request.service, event.agency_responsible`.execute(db);
    return rows.map((row) => ({ ...row, reasons: row.reasons ?? [] }));
  },
});
