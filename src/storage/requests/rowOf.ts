import { type Kysely, sql } from "kysely";
import { z } from "zod";
import { Attachment } from "../../conversation/message";
import { actKinds, type ListedRequest, type RequestEvent, type ServiceRequest } from "../../serviceRequests/doors";
import type { Tables } from "../tables";

const listed = [
  "request.id",
  "request.page_key",
  "request.service",
  "request.kind",
  "request.state",
  "request.state_since",
  "request.version",
  "request.status",
  "request.status_notes",
  "request.agency_responsible",
  "request.routed_because",
  "request.description",
  "request.place",
  "request.address",
  "request.lat",
  "request.long",
  "request.district",
  "request.language",
  "request.source",
  "request.public",
  "request.public_text",
  "request.public_photos",
  "request.assigned_to",
  "request.due_at",
  "request.duplicate_of",
  "request.split_from",
  "request.requested_at",
  "request.updated_at",
] as const;

const more = [
  "request.conversation_id",
  "request.service_version",
  "request.answers",
  "request.contact",
  "request.attachments",
] as const;

const followers = sql<number>`(select count(*) from service_request_followers follower
  where follower.service_request_id = request.id and follower.ended_at is null)`.as("followers");
const supporters = sql<number>`(select count(*) from idea_supports support
  where support.service_request_id = request.id)`.as("supporters");

/** What lists show of service requests; called `request` in conditions. */
export const listedRows = (db: Kysely<Tables>) =>
  db.selectFrom("service_requests as request").select(listed).select(followers).select(supporters);

/** Whole service requests; called `request` in conditions. */
export const wholeRows = (db: Kysely<Tables>) => listedRows(db).select(more);

type ListedRow = Awaited<ReturnType<ReturnType<typeof listedRows>["executeTakeFirstOrThrow"]>>;
type WholeRow = Awaited<ReturnType<ReturnType<typeof wholeRows>["executeTakeFirstOrThrow"]>>;

const Ids = z.array(z.string());

export function listedOf(row: ListedRow): ListedRequest {
  const { id, service, kind, state, version, status, description, place, language, source } = row;
  return {
    ...{ id, service, kind, state, version, status, description, place, language, source },
    pageKey: row.page_key,
    stateSince: row.state_since,
    sentence: row.status_notes,
    unit: row.agency_responsible,
    because: row.routed_because,
    public: row.public,
    publicPhotos: Ids.parse(row.public_photos),
    requestedAt: row.requested_at,
    updatedAt: row.updated_at,
    followers: row.followers,
    supporters: row.supporters,
    ...(row.address !== null && { address: row.address }),
    ...(row.lat !== null && row.long !== null && { point: { lat: row.lat, long: row.long } }),
    ...(row.district !== null && { district: row.district }),
    ...(row.public_text !== null && { publicText: row.public_text }),
    ...(row.assigned_to !== null && { assignedTo: row.assigned_to }),
    ...(row.due_at !== null && { dueAt: row.due_at }),
    ...(row.duplicate_of !== null && { duplicateOf: row.duplicate_of }),
    ...(row.split_from !== null && { splitFrom: row.split_from }),
  };
}

const Answers = z.record(z.string(), z.string());
const Contact = z.object({ phone: z.string().optional(), email: z.string().optional() });

export function requestOf(row: WholeRow): ServiceRequest {
  const { phone, email } = Contact.parse(row.contact);
  return {
    ...listedOf(row),
    ...(row.conversation_id !== null && { conversationId: row.conversation_id }),
    serviceVersion: row.service_version,
    answers: Answers.parse(row.answers),
    contact: { ...(phone && { phone }), ...(email && { email }) },
    attachments: Attachment.array().parse(row.attachments),
  };
}

const Kind = z.enum(["filed", ...actKinds]);
const Outside = z.object({ owner: z.string(), contact: z.string() });

/** The history of a service request, oldest first. */
export async function eventsOf(db: Kysely<Tables>, id: string): Promise<RequestEvent[]> {
  const rows = await db
    .selectFrom("service_request_events")
    .selectAll()
    .where("service_request_id", "=", id)
    .orderBy("number")
    .execute();
  return rows.map(({ number, at, kind, actor, state, because, words, ...row }) => ({
    ...{ number, at, actor, state, because, words },
    kind: Kind.parse(kind),
    unit: row.agency_responsible,
    attachments: Attachment.array().parse(row.attachments),
    sentence: row.status_notes,
    ...(row.outside !== null && { outside: Outside.parse(row.outside) }),
    ...(row.into_request !== null && { into: row.into_request }),
  }));
}
