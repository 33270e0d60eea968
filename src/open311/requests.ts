import { distanceMetres } from "../places/distance";
import type { ListedRequest, PublicEvent } from "../serviceRequests/doors";
import { parseNumber } from "../serviceRequests/number";
import { type Answer, notFound, ok } from "./answer";
import type { Fields } from "./fields";
import type { Open311Parts } from "./parts";
import { MOST, type Query, readable, readQuery } from "./query";
import { extended, type Showing, shown } from "./shown";
import type { Tree } from "./tree";

const NOTES_PER_REQUEST = 20;

/** The requests asked for, the newest first, also around a point. */
export async function requestList(fields: Fields, origin: string, parts: Open311Parts): Promise<Answer> {
  const query = readQuery(fields, { paging: parts.paging, now: parts.now() });
  const found = await fetchListed(query, parts);
  return ok("service_requests", await treesOf(found, query, showingOf(origin, parts), parts));
}

/** One request. A private one is as unknown as one that never was. */
export async function oneRequest(id: string, fields: Fields, origin: string, parts: Open311Parts): Promise<Answer> {
  const found = await readableOne(id, parts);
  const extensions = fields.one("extensions") === "true";
  return ok("service_requests", await treesOf([found], { extensions }, showingOf(origin, parts), parts));
}

/** The request of that number as everybody may see it. */
export async function readableOne(id: string, { requests }: Pick<Open311Parts, "requests">): Promise<ListedRequest> {
  const [found] = await requests.list({ ...readable, ids: [parseNumber(id) ?? id] }, { most: 1 });
  if (!found) throw notFound("Nie ma takiego zgłoszenia.");
  return found;
}

const showingOf = (origin: string, { catalogue, now }: Open311Parts): Showing => ({
  origin,
  catalogue: catalogue(),
  now: now(),
});

async function treesOf(
  found: ListedRequest[],
  { extensions }: Pick<Query, "extensions">,
  showing: Showing,
  { publicEvents }: Open311Parts,
): Promise<Tree[]> {
  if (!extensions) return found.map((request) => shown(request, showing));
  const ids = found.map(({ id }) => id);
  const events = ids.length > 0 ? await publicEvents({ ids, most: ids.length * NOTES_PER_REQUEST }) : [];
  const byId = new Map<string, PublicEvent[]>();
  for (const event of events) byId.set(event.serviceRequestId, [...(byId.get(event.serviceRequestId) ?? []), event]);
  return found.map((request) => ({
    ...shown(request, showing),
    ...extended(request, byId.get(request.id) ?? [], showing.origin),
  }));
}

async function fetchListed(query: Query, { requests }: Pick<Open311Parts, "requests">): Promise<ListedRequest[]> {
  const { filter, near, skip, most } = query;
  if (!near) return requests.list(filter, { most, skip });
  // Nearly four fifths of the square around a point lie within the radius, so few are read in vain.
  const found: ListedRequest[] = [];
  for (let after: string | undefined; found.length < skip + most; ) {
    const rows = await requests.list(filter, { most: MOST, ...(after !== undefined && { after }) });
    found.push(...rows.filter(({ point }) => point && distanceMetres(point, near.point) <= near.metres));
    after = rows.at(-1)?.id;
    if (rows.length < MOST) break;
  }
  return found.slice(skip, skip + most);
}
