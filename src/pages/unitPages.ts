import { createHash } from "node:crypto";
import { tooOften } from "../conversation/refusal";
import type { ServiceRequest } from "../serviceRequests/doors";
import { readUnitLink } from "../serviceRequests/links";
import { goTo, sendFile, sendPage } from "./answers";
import { askedLanguage, type Call, queryFor, sendNotFound } from "./call";
import type { PagesParts } from "./parts";
import { readerOf } from "./telling";
import { type Problem, statusOf, tryAct } from "./tryAct";
import { unitActs } from "./unitForms";
import { elsewherePage, type UnitSight, unitAddress, unitPage } from "./unitView";

const MOST_CALLS = 300;
const WINDOW_SECONDS = 600;

/** `GET /jednostka/<token>` and its photos. Looking changes nothing: mail scanners follow every link. */
export async function showUnit(call: Call, parts: PagesParts): Promise<void> {
  const [, part, fileId, ...more] = call.path;
  const opened = await openLink(call, parts);
  if (!opened || more.length > 0) return sendNotFound(call);
  const { request, unit, token } = opened;
  if (part === "zdjecie" && fileId !== undefined) {
    const file = request.unit === unit && (await parts.requests.loadFile(request.id, fileId));
    return file ? sendFile(call.response, file) : sendNotFound(call);
  }
  if (part === undefined) return sendSight(call, 200, await sightOf(call, opened, parts));
  // Somebody reloads where a form was sent to.
  if (unitActs[part] && fileId === undefined)
    return goTo(call.response, `${unitAddress(token)}${queryFor(askedLanguage(call))}`);
  sendNotFound(call);
}

/** `POST /jednostka/<token>/<what>`. */
export async function takeFromUnit(call: Call, parts: PagesParts): Promise<void> {
  const [, path = "", ...more] = call.path;
  const act = unitActs[path];
  const opened = await openLink(call, parts);
  if (!opened || !act || more.length > 0) {
    call.request.resume();
    return sendNotFound(call);
  }
  const { request, unit, token } = opened;
  if (request.unit !== unit) {
    call.request.resume();
    return sendSight(call, 409, await sightOf(call, opened, parts));
  }
  const { reader } = readingOf(call, parts);
  const problem = await tryAct(call, { request, path, act, actor: { kind: "unit", unit }, reader }, parts);
  const query = queryFor(askedLanguage(call), { zrobione: path });
  if (!problem) return goTo(call.response, `${unitAddress(token)}${query}#zrobione`);
  const now = (await parts.requests.find(request.id)) ?? request;
  sendSight(call, statusOf(problem), await sightOf(call, { ...opened, request: now }, parts, problem));
}

type Opened = { request: ServiceRequest; unit: string; token: string };

/** Whose matter the link opens; undefined when we never signed it, it is too old, or the matter is gone. */
async function openLink(call: Call, parts: PagesParts): Promise<Opened | undefined> {
  const [token = ""] = call.path;
  const { secret, limiter, addresses, deliveries, requests, now } = parts;
  const who = createHash("sha256")
    .update(`${token} ${addresses.clientAddress(call.request)}`)
    .digest("base64url");
  const { allowed, retryAfterSeconds } = await limiter.take(`unit-page:${who}`, MOST_CALLS, WINDOW_SECONDS);
  if (!allowed) {
    call.request.resume();
    throw tooOften("This page was asked for too often.", retryAfterSeconds);
  }
  const link = readUnitLink(token, secret, now());
  const delivery = link && (await deliveries.find(link.delivery));
  if (!link || delivery?.unit !== link.unit) return undefined;
  const request = await requests.find(delivery.serviceRequestId);
  return request && { request, unit: link.unit, token };
}

/** Units write Polish; whoever does not read it can choose. */
function readingOf(call: Call, { names }: PagesParts) {
  const asked = askedLanguage(call);
  return { reader: readerOf("unit", asked ?? "pl", names()), isLanguageAsked: asked !== undefined };
}

async function sightOf(call: Call, opened: Opened, parts: PagesParts, problem?: Problem): Promise<UnitSight> {
  const events = await parts.requests.events(opened.request.id);
  const done = call.query.get("zrobione") ?? undefined;
  return { ...opened, events, ...readingOf(call, parts), problem, done };
}

function sendSight({ response }: Call, status: number, sight: UnitSight): void {
  const isTheirs = sight.request.unit === sight.unit;
  sendPage(response, status, isTheirs ? unitPage(sight) : elsewherePage(sight));
}
