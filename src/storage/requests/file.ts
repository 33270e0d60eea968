import { randomBytes, randomUUID } from "node:crypto";
import { type Kysely, sql } from "kysely";
import type { Attachment } from "../../conversation/message";
import type { NewServiceRequest } from "../../conversation/outcome";
import type { FiledRequest } from "../../serviceRequests/doors";
import { json, storable } from "../json";
import type { Tables } from "../tables";

/** Makes the number residents get out of the year and the running number within it. */
export type FormatNumber = (year: number, n: number) => string;

export type Filing = {
  at: Date;
  formatNumber: FormatNumber;
  /** Where it came from: "chat", "console", "open311" … */
  source: string;
  conversationId?: string | undefined;
  /** The consultant who does it for the resident. */
  accountId?: string | undefined;
  /** The one it was the second matter of. */
  splitFrom?: string | undefined;
};

const DAY_MS = 24 * 60 * 60_000;

/**
 * Files it once per `sameAs`, with all that begins by it: the history, the reporter who hears of it, and the letter
 * to the unit. The one way a service request comes to be; in the caller's transaction.
 */
export async function fileRequest(
  trx: Kysely<Tables>,
  request: NewServiceRequest,
  filing: Filing,
): Promise<FiledRequest> {
  const first = await trx
    .selectFrom("service_requests")
    .select(["id", "page_key", "token"])
    .where("same_as", "=", request.sameAs)
    .executeTakeFirst();
  if (first) return { id: first.id, pageKey: first.page_key, token: first.token ?? first.id };
  const { at, formatNumber } = filing;
  const year = yearInPoland(at);
  const keys = { pageKey: unguessable(), token: unguessable() };
  const id = formatNumber(year, await nextNumber(trx, year));
  await trx
    .insertInto("service_requests")
    .values({ id, page_key: keys.pageKey, token: keys.token, ...rowOf(request, filing) })
    .execute();
  await addFirstEvent(trx, id, request, filing);
  await addReporter(trx, id, request, filing);
  const delivery = { id: randomUUID(), service_request_id: id, event: 1, unit: request.unit, due_at: at };
  await trx
    .insertInto("unit_deliveries")
    .values({ ...delivery, created_at: at })
    .execute();
  return { id, ...keys };
}

/** For links that open what is behind them to whoever has them. */
export const unguessable = () => randomBytes(24).toString("base64url");

/** Where a photo was taken helps to find the place; where that is something else, it may be somebody's home. */
export const withoutPosition = ({ position: _, ...attachment }: Attachment): Attachment => attachment;

const begun = ({ unit, sentence }: NewServiceRequest) =>
  ({ status: "open", status_notes: sentence, agency_responsible: unit }) as const;

function rowOf(request: NewServiceRequest, { at, source, conversationId, splitFrom }: Filing) {
  const { sameAs, service, kind, serviceVersion, language, point, dueDays } = request;
  return {
    ...begun(request),
    same_as: sameAs,
    conversation_id: conversationId ?? null,
    split_from: splitFrom ?? null,
    service,
    kind,
    service_version: serviceVersion,
    routed_because: request.routedBecause,
    description: storable(request.description),
    place: storable(request.place),
    answers: json(request.answers),
    contact: json(request.contact),
    attachments: json(request.attachments.map(withoutPosition)),
    language,
    source,
    requested_at: at,
    updated_at: at,
    state_since: at,
    public: request.public,
    address: request.address ?? null,
    district: request.district ?? null,
    lat: point?.lat ?? null,
    long: point?.long ?? null,
    due_at: dueDays === undefined ? null : new Date(at.getTime() + dueDays * DAY_MS),
  };
}

async function addFirstEvent(
  trx: Kysely<Tables>,
  id: string,
  request: NewServiceRequest,
  { at, accountId, splitFrom }: Filing,
): Promise<void> {
  const actor = accountId === undefined ? "resident" : `consultant:${accountId}`;
  const { routedBecause } = request;
  const because = splitFrom === undefined ? routedBecause : `${routedBecause}; wydzielone ze zgłoszenia ${splitFrom}`;
  const said = { because, ...begun(request) };
  await trx
    .insertInto("service_request_events")
    .values({ service_request_id: id, number: 1, at, actor, kind: "filed", ...said })
    .execute();
}

async function addReporter(
  trx: Kysely<Tables>,
  id: string,
  { contact, language }: NewServiceRequest,
  { at, conversationId }: Filing,
): Promise<void> {
  await trx
    .insertInto("service_request_followers")
    .values({
      key: unguessable(),
      service_request_id: id,
      kind: "reporter",
      conversation_id: conversationId ?? null,
      email: contact.email === undefined ? null : storable(contact.email.trim().toLowerCase()),
      language,
      created_at: at,
    })
    .execute();
}

/** The next number of the year, from 1. Its row stays locked until the commit, so numbers have neither doubles nor gaps. */
async function nextNumber(trx: Kysely<Tables>, year: number): Promise<number> {
  const { last } = await trx
    .insertInto("service_request_counters")
    .values({ year, last: 1 })
    .onConflict((conflict) => conflict.column("year").doUpdateSet({ last: sql`service_request_counters.last + 1` }))
    .returning("last")
    .executeTakeFirstOrThrow();
  return last;
}

const polishYear = new Intl.DateTimeFormat("en", { timeZone: "Europe/Warsaw", year: "numeric" });

function yearInPoland(at: Date): number {
  return Number(polishYear.format(at));
}
