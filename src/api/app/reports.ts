import type { z } from "zod";
import type { Language } from "../../conversation/language";
import { RequestAct } from "../../conversation/reply";
import { whereIs } from "../../places/whereIs";
import type { Act, ListedRequest, RequestEvent, ServiceRequest } from "../../serviceRequests/doors";
import { actsFor } from "../../serviceRequests/lifeCycle";
import { newServiceRequest } from "../../serviceRequests/newServiceRequest";
import { sentenceFor } from "../../serviceRequests/sentences";
import type { AppParts, Device } from "./parts";
import type { ActBody, Report, ReportBody, Reports } from "./schemas";
import { filedServices, isPlaceOptional, wrongAnswers } from "./services";
import { APP, conversationOf, filesOf } from "./talk";
import type { AppTexts } from "./texts";
import { Trouble } from "./trouble";

const MOST_REPORTS = 200;

type Told = z.infer<typeof ReportBody>;

/** Files a report of the device's owner; the same key again is the same report. */
export async function fileReport(device: Device, told: Told, parts: AppParts): Promise<{ id: string }> {
  const service = filedServices(parts).find(({ code }) => code === told.service);
  if (!service) throw wrong([{ name: "service", detail: (texts) => texts.noService }]);
  const isPlaceMissing = !told.place?.words && !told.place?.point && !isPlaceOptional(service);
  const mistakes = [
    ...wrongAnswers(service, told.answers),
    ...(isPlaceMissing ? [{ name: "place", detail: (texts: AppTexts) => texts.placeMissing }] : []),
    ...(told.contact.phone && !/^\+?[\d\s()./-]{5,30}$/.test(told.contact.phone)
      ? [{ name: "contact.phone", detail: (texts: AppTexts) => texts.field }]
      : []),
  ];
  if (mistakes.length > 0) throw wrong(mistakes);
  const where = await placeOf(told, device.language, parts);
  const conversationId = await conversationOf(device, parts);
  const attachments = await filesOf(conversationId, told.files, parts);
  const { description, answers } = told;
  const { email, phone } = told.contact;
  const contact = { ...(email && { email }), ...(phone && { phone }) };
  const known = { sameAs: `app:${device.id}:${told.key}`, language: device.language, names: parts.names() };
  const request = newServiceRequest(service, { description, ...where, answers, contact, attachments }, known);
  return parts.requests.file({ ...request, source: APP, conversationId }, parts.house.now());
}

async function placeOf({ place }: Told, language: Language, { places }: AppParts) {
  if (!place?.words && !place?.point) return { place: "" };
  const where = await whereIs(place, places);
  if (!("outside" in where)) return where;
  const whose = where.outside === "unknown" ? undefined : where.outside?.whose[language];
  throw new Trouble("outside", (texts) => texts.outside(whose));
}

/** Those of the device, newest first. */
export async function reportsOf(device: Device, parts: AppParts): Promise<z.infer<typeof Reports>> {
  const conversationId = await conversationOf(device, parts);
  const found = await parts.requests.list({ conversationId }, { most: MOST_REPORTS });
  return { reports: found.map((request) => summaryOf(request, device.language, parts)) };
}

/** One of the device's own; any other is as unknown as one that never was. */
export async function ownReport(device: Device, id: string, parts: AppParts): Promise<ServiceRequest> {
  const request = await parts.requests.find(id);
  if (request && request.conversationId === (await conversationOf(device, parts))) return request;
  throw new Trouble("not_found", (texts) => texts.noReport);
}

export async function reportView(
  request: ServiceRequest,
  language: Language,
  parts: AppParts,
): Promise<z.infer<typeof Report>> {
  const events = await parts.requests.events(request.id);
  const { description, place, address, point } = request;
  return {
    ...summaryOf(request, language, parts),
    description,
    place,
    ...(address !== undefined && { address }),
    ...(point && { point }),
    page: parts.pageUrl(request.pageKey),
    acts: actsFor(request.state, "resident").flatMap((act) => RequestAct.safeParse(act).data ?? []),
    history: events.map((event) => eventView(event, request, language, parts)),
  };
}

/** Staff's words to each other are not among these: an event's words are for the reporter. */
function eventView(event: RequestEvent, request: ServiceRequest, language: Language, { names }: AppParts) {
  const { at, state, words, actor, unit, kind, outside, into } = event;
  const about = {
    service: request.service,
    state,
    unit,
    after: kind,
    ...(outside && { outside }),
    ...(into && { into }),
  };
  const [by = ""] = actor.split(":");
  return { at: at.toISOString(), state, sentence: sentenceFor(about, language, names()), words, by };
}

function summaryOf(request: ListedRequest | ServiceRequest, language: Language, { names }: AppParts) {
  const { id, service, state, status, unit, requestedAt, updatedAt } = request;
  const known = names();
  return {
    service_request_id: id,
    service,
    service_label: known.services.get(service)?.label[language] ?? service,
    ...{ state, status },
    sentence: sentenceFor({ service, state, unit }, language, known),
    unit: known.units.get(unit)?.name[language] ?? unit,
    requested_at: requestedAt.toISOString(),
    updated_at: updatedAt.toISOString(),
  };
}

/** Does something to one of the device's own, as its reporter. */
export async function actOnReport(
  device: Device,
  id: string,
  { act, words, files }: z.infer<typeof ActBody>,
  parts: AppParts,
) {
  const request = await ownReport(device, id, parts);
  const conversationId = await conversationOf(device, parts);
  const attachments = await filesOf(conversationId, files, parts);
  const done = await parts.acting(request.id, actOf(act, words, attachments), { kind: "resident" });
  if (!("refused" in done)) return { state: done.state };
  const why = { words_missing: "wordsMissing", too_late: "tooLate" } as const;
  const text = done.refused === "words_missing" || done.refused === "too_late" ? why[done.refused] : "notNow";
  throw new Trouble("not_now", (texts) => texts[text]);
}

function actOf(kind: RequestAct, words: string, attachments: ServiceRequest["attachments"]): Act {
  return kind === "withdraw" || kind === "confirm" ? { kind, words } : { kind, words, attachments };
}

const wrong = (fields: ConstructorParameters<typeof Trouble>[2]) => new Trouble("body", (texts) => texts.body, fields);
