import { type Kysely, sql } from "kysely";
import { z } from "zod";
import { Attachment } from "../../conversation/message";
import type { PublicEvent, PublicEvents, State } from "../../serviceRequests/doors";
import type { Tables } from "../tables";

type Row = {
  service_request_id: string;
  service: string;
  number: number;
  at: Date;
  state: State;
  sentence: string;
  attachments: unknown;
  public_photos: unknown;
};

/** The changes of state of public reports: what everybody may read of their history. */
export function publicEvents(db: Kysely<Tables>): PublicEvents {
  return async ({ ids, from, to, most }) => {
    const which = ids ? sql`and event.service_request_id = any(${ids}::text[])` : sql``;
    const since = from ? sql`and event.at >= ${from}::timestamptz` : sql``;
    const until = to ? sql`and event.at <= ${to}::timestamptz` : sql``;
    const { rows } = await sql<Row>`select event.service_request_id, request.service, event.number, event.at,
        event.state, event.status_notes as sentence, event.attachments, request.public_photos
      from service_request_events event
      join service_requests request on request.id = event.service_request_id
      join service_request_events before
        on before.service_request_id = event.service_request_id and before.number = event.number - 1
      where request.public and request.kind = 'report' and event.state <> before.state ${which} ${since} ${until}
      order by event.at, event.service_request_id, event.number
      limit ${most}`.execute(db);
    return rows.map(eventOf);
  };
}

const Ids = z.array(z.string());

function eventOf({ service_request_id, public_photos, attachments, ...row }: Row): PublicEvent {
  const { service, number, at, state, sentence } = row;
  const released = new Set(Ids.parse(public_photos));
  const photos = Attachment.array()
    .parse(attachments)
    .filter(({ id }) => released.has(id));
  return { serviceRequestId: service_request_id, service, number, at, state, sentence, photos };
}
