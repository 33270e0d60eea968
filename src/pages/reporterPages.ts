import type { Actor, ServiceRequest } from "../serviceRequests/doors";
import { actsFor } from "../serviceRequests/lifeCycle";
import { untilReopened } from "./actOn";
import { goTo, sendFile, sendPage } from "./answers";
import { askedLanguage, type Call, queryFor, sendNotFound } from "./call";
import type { PagesParts } from "./parts";
import { reporterActs } from "./reporterForms";
import { type ReporterSight, reporterPage, withdrawPage } from "./reporterView";
import { readerOf } from "./telling";
import { type Problem, statusOf, tryAct } from "./tryAct";

const resident: Actor = { kind: "resident" };

/** `GET /sprawa/<key>`, its question before withdrawing, and a form's address that somebody reloads. */
export async function showReporter(call: Call, parts: PagesParts): Promise<void> {
  const { response, path, query } = call;
  const [key = "", part] = path;
  const request = await parts.requests.findByPageKey(key);
  if (!request || path.length > 2) return sendNotFound(call);
  if (part === undefined) {
    const sight = await sightOf(call, request, parts);
    return sendPage(response, 200, reporterPage({ ...sight, done: query.get("zrobione") ?? undefined }));
  }
  if (part === "wycofaj" && actsFor(request.state, "resident").includes("withdraw"))
    return sendPage(response, 200, withdrawPage(await sightOf(call, request, parts)));
  if (reporterActs[part]) return goTo(response, addressOf(call, request));
  sendNotFound(call);
}

/** `GET /sprawa/<key>/zdjecia/<id>`: only what belongs to this matter. */
export async function showReporterFile(call: Call, parts: PagesParts): Promise<void> {
  const [key = "", , fileId = ""] = call.path;
  const request = await parts.requests.findByPageKey(key);
  const file = request && (await parts.requests.loadFile(request.id, fileId));
  if (!file) return sendNotFound(call);
  sendFile(call.response, file);
}

/** `POST /sprawa/<key>/<what>`. */
export async function takeFromReporter(call: Call, parts: PagesParts): Promise<void> {
  const [key = "", path = ""] = call.path;
  const act = reporterActs[path];
  const request = await parts.requests.findByPageKey(key);
  if (!request || !act) {
    call.request.resume();
    return sendNotFound(call);
  }
  const { reader } = readingOf(call, request, parts);
  const problem = await tryAct(call, { request, path, act, actor: resident, reader }, parts);
  if (!problem) return goTo(call.response, `${addressOf(call, request, { zrobione: path })}#zrobione`);
  // It may have changed since: the page shows what is now.
  const now = (await parts.requests.findByPageKey(key)) ?? request;
  sendPage(call.response, statusOf(problem), reporterPage(await sightOf(call, now, parts, problem)));
}

const addressOf = (call: Call, { pageKey }: ServiceRequest, more?: Record<string, string>) =>
  `/sprawa/${encodeURIComponent(pageKey)}${queryFor(askedLanguage(call), more)}`;

function readingOf(call: Call, { language }: ServiceRequest, { names }: PagesParts) {
  const asked = askedLanguage(call);
  return { reader: readerOf("reporter", asked ?? language, names()), isLanguageAsked: asked !== undefined };
}

async function sightOf(
  call: Call,
  request: ServiceRequest,
  parts: PagesParts,
  problem?: Problem,
): Promise<ReporterSight> {
  const events = await parts.requests.events(request.id);
  const until = untilReopened(request, parts);
  return { request, events, until, now: parts.now(), ...readingOf(call, request, parts), problem };
}
