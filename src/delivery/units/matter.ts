import type { RequestEvent, ServiceRequest, UnitDelivery } from "../../serviceRequests/doors";
import { unitLinkToken } from "../../serviceRequests/links";
import { unitMail } from "../texts/unitMail";
import type { DeliveryNames, Matter, UnitDeliveryParts } from "./parts";

const MOST_PHOTOS = 5;
/** What brings a matter to a unit as a whole; everything else is news of one it has. */
const sentWhole = ["filed", "forward", "reopen", "unmerge"] as const;

/** Everything about a due delivery; undefined when the service request or its event is not there any more. */
export async function matterOf(delivery: UnitDelivery, parts: UnitDeliveryParts): Promise<Matter | undefined> {
  const { requests, names, links, secret, log } = parts;
  const request = await requests.find(delivery.serviceRequestId);
  const events = await requests.events(delivery.serviceRequestId);
  const event = events.find(({ number }) => number === delivery.event);
  if (!request || !event) return undefined;
  const known = names();
  const service = known.services.get(request.service)?.label.pl ?? request.service;
  const place = request.address ?? request.place;
  // Its life begins when the matter does, so that a link sent twice is the same link.
  const token = unitLinkToken({ delivery: delivery.id, unit: delivery.unit }, secret, event.at);
  const isMoved = event.unit !== delivery.unit;
  const isNew = !isMoved && sentWhole.some((kind) => kind === event.kind);
  const wanted = isNew ? [...event.attachments, ...request.attachments] : event.attachments;
  const photos = await Promise.all(
    [...new Set(wanted.map(({ id }) => id))].slice(0, MOST_PHOTOS).map(async (id) => {
      const file = await requests.loadFile(request.id, id);
      if (!file) log.warn("unit_photo_missing", { serviceRequest: request.id, file: id });
      return file && { ...file.attachment, bytes: file.bytes };
    }),
  );
  return {
    ...{ delivery, request, event, events, isNew, service, token },
    unit: unitName(delivery.unit, known),
    ...(isMoved && { movedTo: unitName(request.unit, known) }),
    title: place ? `${service}, ${place}` : service,
    answers: answersOf(request, known),
    photos: photos.filter((photo) => photo !== undefined),
    link: links.unit(token),
  };
}

/** What was said with an event, or which second matter the unit need not look after here any more. */
export function wordsOf({ kind, words, because, into }: RequestEvent): string {
  return kind === "split" && into !== undefined ? unitMail.second(because, into) : words;
}

/** A matter that went to another unit, was sent back, ended or was sent anew before it was brought is not brought any more. */
export function isNeeded({ delivery, request, events, isNew, movedTo }: Matter): boolean {
  // Whoever has it back by now would be told the opposite.
  if (movedTo !== undefined) return request.unit !== delivery.unit;
  if (request.unit !== delivery.unit || isSentBack(events, delivery.unit)) return false;
  return !isNew || (request.status === "open" && !isSentAnew(events, delivery.event));
}

const unitName = (unit: string, { units }: DeliveryNames) => units.get(unit)?.name.pl ?? unit;

function isSentAnew(events: RequestEvent[], since: number): boolean {
  const whole = events.filter(({ number, kind }) => number > since && sentWhole.some((one) => one === kind));
  // "Forwarded" by the program tells only that it was brought.
  return whole.some(({ kind, actor }) => kind !== "forward" || actor !== "system");
}

/** "Not ours" was the unit's last word since it was given to anybody: it waits for a person, and no more is sent there. */
function isSentBack(events: RequestEvent[], unit: string): boolean {
  const isTheirs = (actor: string) => `${actor}:`.startsWith(`unit:${unit}:`);
  const last = events.findLast(
    ({ kind, actor }) => sentWhole.some((whole) => whole === kind) || (isTheirs(actor) && kind !== "add"),
  );
  return last?.kind === "bounce";
}

function answersOf({ service, answers }: ServiceRequest, { services }: DeliveryNames): Matter["answers"] {
  const questions = services.get(service)?.questions ?? [];
  const yesNo: Record<string, string> = { yes: "tak", no: "nie" };
  return Object.entries(answers).map(([code, value]) => {
    const question = questions.find(({ slot }) => slot === code);
    const choice = question?.choices.find((one) => one.value === value);
    const title = choice?.title.pl ?? (question?.expects === "yes_no" ? yesNo[value] : undefined) ?? value;
    return { code, label: question?.label.pl ?? code, value, title };
  });
}
