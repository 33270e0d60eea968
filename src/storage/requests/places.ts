import { type Kysely, sql } from "kysely";
import type { MapMark, Nearby, ServiceRequestStore, State } from "../../serviceRequests/doors";
import type { Tables } from "../tables";
import { conditionOf } from "./condition";

/** So much shorter is a degree to the east than one to the north in Kraków: cells are square on the map. */
const EAST_TO_NORTH = Math.cos((50.06 * Math.PI) / 180);
const METRES_PER_DEGREE = 111_195;

type Marks = ServiceRequestStore["marks"];

type MarkRow = { lat: number; long: number; count: number; id: string; service: string; state: State };

/** What lies in one cell of the grid is one mark, where it lies on average; the fullest first. */
export async function marks(db: Kysely<Tables>, ...[filter, gridDegrees, most]: Parameters<Marks>): Promise<MapMark[]> {
  const north = gridDegrees * EAST_TO_NORTH;
  const { rows } = await sql<MarkRow>`select cell.*, single.service, single.state
    from (select avg(request.lat) as lat, avg(request.long) as long, count(*) as count, min(request.id) as id
      from service_requests request where ${conditionOf(filter)}
      group by floor(request.lat / ${north}::float8), floor(request.long / ${gridDegrees}::float8)
      order by count desc, id desc limit ${most}) cell
    left join service_requests single on cell.count = 1 and single.id = cell.id
    order by cell.count desc, cell.id desc`.execute(db);
  return rows.map(({ lat, long, count, ...single }) => ({ point: { lat, long }, count, ...(count === 1 && single) }));
}

type Search = Parameters<ServiceRequestStore["nearby"]>[0];
type NearbyRow = Omit<Nearby, "address" | "publicText"> & { address: string | null; publicText: string | null };

/** Open ones around a point, nearest first. */
export async function nearby(db: Kysely<Tables>, search: Search): Promise<Nearby[]> {
  const { rows } = await sql<NearbyRow>`select id, service, state, round(metres)::integer as metres, address,
      requested_at as "requestedAt", public_text as "publicText", greatest(1, (
        select count(*) from service_request_followers follower
        where follower.service_request_id = request.id and follower.ended_at is null)) as people
    from (select request.*, ${metresTo(search.point)} as metres
      from service_requests request where ${around(search)}) request
    where metres <= ${search.metres}::float8 order by metres, id limit ${search.most}`.execute(db);
  return rows.map(({ address, publicText, ...row }) => ({
    ...row,
    ...(address !== null && { address }),
    ...(publicText !== null && { publicText }),
  }));
}

/** A box the circle lies in, for the index. */
function around({ point, metres, service, except, public: isPublic }: Search) {
  const north = metres / METRES_PER_DEGREE;
  const east = north / Math.cos((point.lat * Math.PI) / 180);
  const bounds = {
    ...{ south: point.lat - north, north: point.lat + north },
    ...{ west: point.long - east, east: point.long + east },
  };
  const filter = { bounds, ...(service !== undefined && { services: [service] }), ...(isPublic && { public: true }) };
  const other = except === undefined ? sql`` : sql`and request.id <> ${except}`;
  return sql`request.status = 'open' and ${conditionOf(filter)} ${other}`;
}

/** Along the ground (haversine). */
function metresTo({ lat, long }: Search["point"]) {
  return sql`2 * 6371000 * asin(sqrt(least(1, power(sin(radians(request.lat - ${lat}::float8) / 2), 2)
    + cos(radians(${lat}::float8)) * cos(radians(request.lat))
      * power(sin(radians(request.long - ${long}::float8) / 2), 2))))`;
}
