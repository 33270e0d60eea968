import { type Kysely, sql } from "kysely";
import type { MyServiceRequest, NearbyRequest } from "../../conversation/facts";
import type { NearbySearch } from "../../inbox/doors";
import type { Tables } from "../tables";
import { nearby } from "./places";

const MOST_MINE = 5;
const MOST_NEARBY = 3;
const NEARBY_METRES = 250;

type MineRow = Omit<MyServiceRequest, "page"> & { pageKey: string };

/** What a conversation's resident has filed in it, the newest first. */
export async function filedIn(
  db: Kysely<Tables>,
  conversationId: string,
  pageUrl: (pageKey: string) => string,
): Promise<MyServiceRequest[]> {
  const { rows } = await sql<MineRow>`select id as service_request_id, service, state, status, status_notes,
      agency_responsible, requested_at as "requestedAt", updated_at as "updatedAt", state_since as "stateSince",
      page_key as "pageKey",
      greatest(state_since, (select max(notice.done_at) from service_request_notices notice
        join service_request_followers follower on follower.key = notice.follower
        where notice.service_request_id = request.id and follower.conversation_id = request.conversation_id
          and notice.state = 'done')) as "toldAt",
      exists (select from service_request_events event
        where event.service_request_id = request.id and event.at >= request.state_since
          and (event.kind = 'confirm' or event.kind = 'finish' and event.actor = 'resident')) as confirmed
    from service_requests request where conversation_id = ${conversationId}
    order by requested_at desc, id desc limit ${MOST_MINE}`.execute(db);
  return rows.map(({ pageKey, ...row }) => ({ ...row, page: pageUrl(pageKey) }));
}

/** What is reported already and may be the same: around the point, or where there is none at the same address. */
export async function nearbyInTurn(db: Kysely<Tables>, search: NearbySearch): Promise<NearbyRequest[]> {
  const { service, point, address } = search;
  if (point) return around(db, service, point);
  if (address === undefined) return [];
  const { rows } = await sql<NearbyRequest>`select id as service_request_id, state, agency_responsible, address,
      greatest(1, (select count(*) from service_request_followers follower
        where follower.service_request_id = request.id and follower.ended_at is null))::integer as people
    from service_requests request
    where status = 'open' and public and service = ${service} and address = ${address}
    order by requested_at desc, id desc limit ${MOST_NEARBY}`.execute(db);
  return rows;
}

async function around(db: Kysely<Tables>, service: string, point: NonNullable<NearbySearch["point"]>) {
  const near = await nearby(db, { point, service, metres: NEARBY_METRES, most: MOST_NEARBY, public: true });
  if (near.length === 0) return [];
  const units = await db
    .selectFrom("service_requests")
    .select(["id", "agency_responsible"])
    .where(
      "id",
      "in",
      near.map(({ id }) => id),
    )
    .execute();
  return near.map(({ id, state, metres, people, address }): NearbyRequest => {
    const unit = units.find((row) => row.id === id)?.agency_responsible ?? "";
    return {
      service_request_id: id,
      state,
      agency_responsible: unit,
      metres,
      people: Number(people),
      ...(address !== undefined && { address }),
    };
  });
}
