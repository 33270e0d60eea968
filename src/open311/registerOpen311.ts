import type { Request, Response, Server } from "restify";
import { Refusal } from "../conversation/refusal";
import { readForm } from "../forms/readForm";
import { type Answer, badRequest, notFound, wrong } from "./answer";
import { type Called, checkJurisdiction, type Format, readAddress } from "./call";
import { serviceDefinition, serviceList } from "./catalogue";
import { discovery } from "./discovery";
import { type Fields, fieldsOf } from "./fields";
import { fileRequest } from "./filing";
import { limitReading, partnerOf } from "./keys";
import { releasedPhoto, tokenAnswer } from "./lookups";
import type { Open311Parts } from "./parts";
import { oneRequest, requestList } from "./requests";
import { send } from "./send";
import { takeUpdate, updateList } from "./updates";

const MEGABYTE = 1024 * 1024;
const WITH_PHOTOS = { mostFiles: 5, mostBytesPerFile: 10 * MEGABYTE, mostBytes: 51 * MEGABYTE };
const READING = ["GET", "HEAD", "OPTIONS"];
/** Pages of other sites may read; filing needs a key, which no page should hold. */
const forOtherSites = { "Access-Control-Allow-Methods": "GET, HEAD", "Access-Control-Allow-Headers": "If-None-Match" };

/**
 * Adds Open311 GeoReport v2 under `/open311/v2/`; its discovery also stands at `/open311/discovery`. Answers how to
 * close it: nothing is held open.
 */
export function registerOpen311(http: Server, parts: Open311Parts): () => Promise<void> {
  const handle = async (request: Request, response: Response): Promise<void> => {
    let format: Format = "xml";
    let answer: Answer;
    try {
      const called = readAddress(request);
      format = called?.format ?? "xml";
      answer = await answerTo(called, request, parts);
    } catch (error) {
      answer = sorry(error, request, parts);
    }
    send(request, response, answer, format);
  };
  for (const method of ["get", "head", "post", "put", "patch", "del", "opts"] as const)
    http[method]("/open311/*", handle);
  return async () => {};
}

async function answerTo(called: Called | undefined, request: Request, parts: Open311Parts): Promise<Answer> {
  if (!called || (called.what === "updates" && !parts.updates)) throw notFound("Pod tym adresem nie ma niczego.");
  const { method = "GET" } = request;
  const allowed = called.what === "requests" || called.what === "updates" ? [...READING, "POST"] : READING;
  const headers = { Allow: allowed.join(", ") };
  if (method === "OPTIONS") return { status: 204, root: "", body: null, headers: { ...headers, ...forOtherSites } };
  if (!allowed.includes(method)) return wrong(405, [`Ten adres nie przyjmuje metody ${method}.`], headers);
  if (!called.format) throw badRequest("Znamy tylko formaty .xml i .json.");
  const query = fieldsOf(new URLSearchParams(request.getQuery()));
  checkJurisdiction(query.one("jurisdiction_id"));
  if (method === "POST") return taken(called, request, parts);
  await limitReading(parts.clientAddress(request), parts);
  return read(called, query, { request, parts });
}

function read(
  { what, ids: [id = "", file = ""] }: Called,
  query: Fields,
  { request, parts }: { request: Request; parts: Open311Parts },
): Answer | Promise<Answer> {
  const origin = parts.ownOrigin(request);
  switch (what) {
    case "discovery":
      return discovery(origin, parts);
    case "services":
      return serviceList(parts.catalogue());
    case "service":
      return serviceDefinition(id, parts.catalogue());
    case "requests":
      return requestList(query, origin, parts);
    case "request":
      return oneRequest(id, query, origin, parts);
    case "token":
      return tokenAnswer(id, parts);
    case "updates":
      return updateList(query, origin, parts);
    case "photo":
      return releasedPhoto(id, file, parts);
  }
}

async function taken({ what }: Called, request: Request, parts: Open311Parts): Promise<Answer> {
  const form = await readForm(request, WITH_PHOTOS);
  const fields = fieldsOf(form.values);
  const partner = await partnerOf(fields, parts.clientAddress(request), parts);
  checkJurisdiction(fields.one("jurisdiction_id"));
  if (what === "updates") return takeUpdate(fields, partner, parts);
  const reference = request.header("idempotency-key")?.slice(0, 200);
  return fileRequest({ fields, form, reference, partner }, parts);
}

/** What went wrong as the partner is told; what nobody foresaw goes to the log. */
function sorry(error: unknown, request: Request, { log }: Open311Parts): Answer {
  if (error instanceof Refusal) return wrong(error.status, [error.message], error.headers);
  log.error("open311_failed", { request: request.id(), error });
  return wrong(500, ["Coś poszło nie tak po naszej stronie. Spróbuj ponownie za chwilę."]);
}
