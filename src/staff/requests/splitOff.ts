import type { z } from "zod";
import type { Slot } from "../../conversation/slot";
import type { Filled } from "../../dialogs/fillForm";
import { fieldsOf, formOf } from "../../dialogs/serviceForm";
import { openSplitting } from "../../serviceRequests/acting";
import type { ServiceRequest } from "../../serviceRequests/doors";
import { newServiceRequest } from "../../serviceRequests/newServiceRequest";
import type { Account } from "../account";
import { readForm } from "../forms";
import { keyedId } from "../keyedId";
import type { StaffContent, StaffParts } from "../parts";
import type { Refused, RequestFiled, RequestSplitBody } from "../wire";
import { refusedAct } from "./acts";
import { filesOf } from "./change";

type Body = z.infer<typeof RequestSplitBody>;
type Splitting = { first: ServiceRequest; body: Body; account: Account };
type NotRead = Exclude<Filled, { kind: "filled" }>;
type Split = { kind: "split"; filed: RequestFiled } | { kind: "refused"; refused: Refused } | NotRead;

/** Splits the second matter off as a service request of its own, once per key. */
export async function splitOff({ first, body, account }: Splitting, parts: StaffParts): Promise<Split> {
  const { requests, now } = parts;
  const content = parts.content();
  const files = await filesOf(first, requests);
  if (!body.photos.every((photo) => files.some(({ id }) => id === photo)))
    return { kind: "refused", refused: { code: "wrong_body", fields: ["photos"] } };
  const read = readSecond(first, body, content);
  if (read.kind !== "filled") return read;
  const service = content.services.get(body.service);
  if (!service) return { kind: "no_such_service" };
  const sameAs = keyedId(`split:${first.id}`, account.id, body.key);
  const request = newServiceRequest(service, read.request, { sameAs, language: first.language, names: content });
  const splitting = openSplitting({ store: requests, names: parts.content, now });
  const actor = { kind: "staff", accountId: account.id } as const;
  const done = await splitting(first.id, { request, photos: body.photos }, actor, body.seen);
  if ("refused" in done) return { kind: "refused", refused: await refusedAct(first, done, requests) };
  return { kind: "split", filed: { service_request_id: done.id, unit: content.names.unit(request.unit) } };
}

/** The form, with what holds for both matters: who reported them, and where, if nothing else is said. */
function readSecond(first: ServiceRequest, { service, answers }: Body, content: StaffContent): Filled {
  const { language, contact } = first;
  const form = formOf(content.dialogs, service, language);
  const slotOf = (kind: Slot["expects"]) => form && fieldsOf(form).find(({ expects }) => expects === kind)?.slot;
  const place = slotOf("place");
  const isSamePlace = place !== undefined && (answers[place] ?? "").trim() === "";
  const reachable = [contact.phone, contact.email].filter((one) => one !== undefined).join(", ");
  const known = Object.fromEntries([
    ...(isSamePlace ? [[place, whereOf(first)]] : []),
    ...(reachable ? [[slotOf("contact") ?? "contact", reachable]] : []),
  ]);
  // Taken as it stands, as the form takes what the resident told the bot.
  const running = { dialog: "", service, answers: known, attachments: [], answered: [], missed: 0 };
  const read = readForm(content, { service, answers: { ...answers, ...known } }, { language, running });
  if (read.kind !== "filled") return read;
  const told = isSamePlace ? atPlaceOf(first, read.request) : read.request;
  return { ...read, request: { ...told, ...(reachable && { contact }) } };
}

/** The place in words, of whatever is known of it. */
function whereOf({ place, address, point }: ServiceRequest): string {
  return place.trim() || address?.trim() || (point ? `${point.lat}, ${point.long}` : "");
}

type NewRequest = Extract<Filled, { kind: "filled" }>["request"];

/** Exactly there, whatever the words would be found to mean. */
function atPlaceOf({ place, address, point, district }: ServiceRequest, request: NewRequest): NewRequest {
  const { address: _, point: __, district: ___, ...rest } = request;
  return {
    ...rest,
    place,
    ...(address !== undefined && { address }),
    ...(point && { point }),
    ...(district !== undefined && { district }),
  };
}
