import type { z } from "zod";
import type { ServiceRequest } from "../../serviceRequests/doors";
import type { StaffParts } from "../parts";
import type { Refused, RequestChangeBody } from "../wire";
import { readPeople } from "./people";

type Change = z.infer<typeof RequestChangeBody>;

const FARTHEST_DUE_MS = 5 * 366 * 24 * 60 * 60_000;

/** Whether it changes what everybody may read. */
export function moderates({ publicText, publicPhotos, public: isPublic }: Change): boolean {
  return publicText !== undefined || publicPhotos !== undefined || isPublic !== undefined;
}

/** Assignment and due time, or why they cannot be so. */
export async function workMistake({ assignedTo, dueAt }: Change, parts: StaffParts): Promise<Refused | undefined> {
  if (assignedTo && !(await readPeople(parts)).get(assignedTo)?.canWork)
    return { code: "wrong_body", fields: ["assignedTo"] };
  const ahead = dueAt ? new Date(dueAt).getTime() - parts.now().getTime() : 1;
  return ahead <= 0 || ahead > FARTHEST_DUE_MS ? { code: "in_the_past" } : undefined;
}

/** Only pictures of this matter can be released, and nothing of a kind that is private. */
export async function moderationMistake(
  request: ServiceRequest,
  { publicPhotos = [], public: isPublic }: Change,
  { requests, content }: StaffParts,
): Promise<Refused | undefined> {
  if (isPublic && !content().services.get(request.service)?.public) return { code: "wrong_body", fields: ["public"] };
  if (publicPhotos.length === 0) return undefined;
  const pictures = (await filesOf(request, requests)).filter(({ contentType }) => contentType.startsWith("image/"));
  const known = publicPhotos.every((id) => pictures.some((picture) => picture.id === id));
  return known ? undefined : { code: "wrong_body", fields: ["publicPhotos"] };
}

/** All that was sent with it and with what was done to it. */
export async function filesOf(
  { id, attachments }: ServiceRequest,
  requests: StaffParts["requests"],
): Promise<ServiceRequest["attachments"]> {
  const said = (await requests.events(id)).flatMap((event) => event.attachments);
  return [...attachments, ...said];
}

/** What is to be set. */
export function valuesOf({ assignedTo, dueAt, publicText, publicPhotos, public: isPublic }: Change) {
  return {
    ...(assignedTo !== undefined && { assignedTo }),
    ...(dueAt !== undefined && { dueAt: dueAt === null ? null : new Date(dueAt) }),
    ...(publicText !== undefined && { publicText }),
    ...(publicPhotos !== undefined && { publicPhotos }),
    ...(isPublic !== undefined && { public: isPublic }),
  };
}

/** For the audit log: what was set, without what residents or editors wrote. */
export function notedOf({ publicText, ...rest }: Change): Record<string, unknown> {
  if (publicText === undefined) return rest;
  const released = publicText === null ? "not_decided" : publicText === "" ? "nothing" : "text";
  return { ...rest, publicText: released };
}
