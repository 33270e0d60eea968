import type { ListedRequest, PublicEvent } from "../serviceRequests/doors";
import { statusOf } from "../serviceRequests/lifeCycle";
import { writeDate } from "./dates";
import type { Catalogue } from "./parts";
import type { Tree } from "./tree";

/** With what a request is shown. */
export type Showing = { origin: string; catalogue: Catalogue; now: Date };

const DAY_MS = 24 * 60 * 60_000;

/** A request as everybody may see it: nothing of what was written but what a person released. */
export function shown(request: ListedRequest, { origin, catalogue, now }: Showing): { [field: string]: Tree } {
  const { id, service, unit, state, point, publicText, publicPhotos } = request;
  const [photo] = publicPhotos;
  return {
    service_request_id: id,
    status: statusOf(state),
    status_notes: request.sentence || null,
    service_name: catalogue.services.get(service)?.label.pl ?? service,
    service_code: service,
    description: publicText ?? null,
    agency_responsible: catalogue.units.get(unit)?.name.pl ?? null,
    service_notice: null,
    requested_datetime: writeDate(request.requestedAt),
    updated_datetime: writeDate(request.updatedAt),
    expected_datetime: expectedOf(request, catalogue, now),
    address: request.address ?? null,
    address_id: null,
    zipcode: null,
    lat: point?.lat ?? null,
    long: point?.long ?? null,
    media_url: photo === undefined ? null : photoUrl(origin, id, photo),
  };
}

/** Where a released photo is. */
export const photoUrl = (origin: string, id: string, photo: string) => `${origin}/open311/v2/media/${id}/${photo}.jpg`;

/** By when most such matters were done, from past ones; nothing once that is over or nobody knows. */
function expectedOf({ state, service, unit, requestedAt }: ListedRequest, { office }: Catalogue, now: Date) {
  const range = statusOf(state) === "open" ? office.expected(service, unit) : undefined;
  const until = range && new Date(requestedAt.getTime() + range.toDays * DAY_MS);
  return until && until > now ? writeDate(until) : null;
}

/** The states of CitySDK, which tell more than open and closed. */
const detailed = {
  received: "RECEIVED",
  forwarded: "IN_PROCESS",
  in_progress: "IN_PROCESS",
  waiting_for_resident: "IN_PROCESS",
  done: "PROCESSED",
  not_feasible: "REJECTED",
  forwarded_outside: "REJECTED",
  duplicate: "ARCHIVED",
  withdrawn: "ARCHIVED",
} as const;

/** What `extensions=true` adds. Answers stay with the reporter, the unit and staff. */
export function extended(request: ListedRequest, events: PublicEvent[], origin: string): { [field: string]: Tree } {
  const { id, state, district, source, publicPhotos } = request;
  return {
    attributes: [],
    extended_attributes: {
      channel: source.split(":")[0] ?? source,
      detailed_status: detailed[state],
      district: district ?? null,
      photos: publicPhotos.map((photo) => photoUrl(origin, id, photo)),
    },
    notes: events.map(({ at, sentence, state: then }) => ({
      datetime: writeDate(at),
      description: sentence,
      type: detailed[then],
    })),
  };
}
