import { createHash } from "node:crypto";
import { Refusal } from "../conversation/refusal";
import type { Form, FormFile } from "../forms/readForm";
import type { ApiKey } from "../serviceRequests/doors";
import { newServiceRequest } from "../serviceRequests/newServiceRequest";
import type { Service } from "../serviceRequests/service";
import { type Answer, badRequest, notFound, ok, wrong } from "./answer";
import { offered } from "./catalogue";
import type { Fields } from "./fields";
import type { Open311Parts } from "./parts";
import { readSubmission, type Submission } from "./submission";

/** What a partner sends; `reference` is their own name for it, from a header. */
export type Sent = { fields: Fields; form: Form; reference: string | undefined; partner: ApiKey };

type Picture = { name: string; contentType: string; bytes: Buffer };

const REPEATED_WITHIN_MS = 10 * 60_000;

/** Files a partner's report. The same one again is the same report. */
export async function fileRequest(sent: Sent, parts: Open311Parts): Promise<Answer> {
  const { fields, form } = sent;
  const catalogue = parts.catalogue();
  const code = fields.one("service_code");
  if (!code) throw badRequest("Brakuje rodzaju zgłoszenia (service_code).");
  const service = offered(catalogue).get(code);
  if (!service) throw notFound("Nie ma takiego rodzaju zgłoszeń (service_code).");
  const submission = await readSubmission(fields, service, parts.places);
  if ("mistakes" in submission) return wrong(400, submission.mistakes);
  // Looked at before anything is filed: with a wrong one there is no report at all.
  const pictures = await Promise.all(form.files.map((file) => pictureOf(file, parts)));
  const now = parts.now();
  const sameAs = await sameAsOf(sent, submission, parts);
  const told = { ...submission, attachments: [] };
  const request = newServiceRequest(service, told, { sameAs, language: "pl", names: catalogue });
  const filed = await parts.requests.file({ ...request, source: sourceOf(sent.partner) }, now);
  await addPictures(filed.id, pictures, parts);
  return ok("service_requests", [{ ...whatToAskFor(service, filed), ...noticeOf(service), account_id: null }]);
}

/** As the request keeps where it came from. */
export const sourceOf = ({ id }: Pick<ApiKey, "id">) => `open311:${id}`;

function whatToAskFor({ open311_type: type }: Service, { id, token }: { id: string; token: string }) {
  if (type === "blackbox") return {};
  return type === "batch" ? { token } : { service_request_id: id };
}

function noticeOf({ urgent, open311_type: type }: Service) {
  const thanks =
    type === "blackbox" ? "Dziękujemy. Przekażemy tę sprawę bez numeru, jej stanu nie można sprawdzić." : "";
  const notice = [urgent?.always ? urgent.text.pl : "", thanks].filter(Boolean).join(" ");
  return { service_notice: notice || null };
}

async function pictureOf({ name, bytes }: FormFile, { cleanPhoto }: Open311Parts): Promise<Picture> {
  const photo = await cleanPhoto(bytes);
  if (!("refused" in photo)) return { name: "zdjecie.jpg", contentType: photo.contentType, bytes: photo.bytes };
  const big = photo.refused === "too_big" || photo.refused === "too_many_pixels";
  const why = big ? "jest za duży" : "nie jest czytelnym zdjęciem JPEG, PNG, WebP ani HEIC";
  throw new Refusal(big ? 413 : 400, "Photo", `Plik „${name}” ${why}.`);
}

/** Once, also when the partner had to send it all again. */
async function addPictures(id: string, pictures: Picture[], { requests, acting }: Open311Parts): Promise<void> {
  if (pictures.length === 0) return;
  const events = await requests.events(id);
  if (events.some(({ attachments }) => attachments.length > 0)) return;
  const attachments = await Promise.all(pictures.map((picture) => requests.saveFile(id, picture)));
  await acting(id, { kind: "add", attachments }, { kind: "resident" });
}

/**
 * Names what was sent. By the partner's own name for it where there is one; else by all of it and by the ten minutes it
 * came in, or those before when something like it came less than ten minutes ago.
 */
async function sameAsOf({ fields, form, reference, partner }: Sent, submission: Submission, parts: Open311Parts) {
  const named = reference ?? fields.one("client_reference") ?? fields.one("attribute[fixmystreet_id]");
  if (named) return `${sourceOf(partner)}:${hashOf(["named", named])}`;
  const values = form.values.filter(([name]) => name !== "api_key");
  const all = hashOf([...values.flat(), ...form.files.map(({ bytes }) => hashOf([bytes]))]);
  const now = parts.now().getTime();
  const recent = await parts.requests.list(
    { services: fields.listed("service_code"), requestedFrom: new Date(now - REPEATED_WITHIN_MS) },
    { most: 200 },
  );
  const like = recent.findLast(
    ({ source, description, place }) =>
      source === sourceOf(partner) && description === submission.description && place === submission.place,
  );
  const began = like?.requestedAt.getTime() ?? now;
  return `${sourceOf(partner)}:${Math.floor(began / REPEATED_WITHIN_MS)}:${all}`;
}

function hashOf(pieces: (string | Buffer)[]): string {
  const hash = createHash("sha256");
  for (const piece of pieces) hash.update(`${piece.length}:`).update(piece);
  return hash.digest("hex");
}
