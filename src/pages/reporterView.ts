import type { RequestEvent, ServiceRequest } from "../serviceRequests/doors";
import { actsFor } from "../serviceRequests/lifeCycle";
import { queryFor } from "./call";
import { chainOf } from "./chain";
import { type ActForm, actForm, type Sending } from "./form";
import { type Html, html } from "./html";
import type { Page } from "./layout";
import { filesOf, matterOf } from "./matter";
import { withNumbers } from "./numbers";
import { isToBeConfirmed, reopenForm, reporterActs, reporterForms, withdrawForm } from "./reporterForms";
import { dayOf, placeOf, type Reader, sentenceOf, serviceName } from "./telling";
import { type Problem, problemBox } from "./tryAct";

/** What the reporter's page shows. `until`: how long it may be opened again. `done`: the form that was just taken. */
export type ReporterSight = {
  request: ServiceRequest;
  events: RequestEvent[];
  until: Date;
  now: Date;
  reader: Reader;
  isLanguageAsked: boolean;
  problem?: Problem | undefined;
  done?: string | undefined;
};

const baseOf = ({ request }: ReporterSight) => `/sprawa/${encodeURIComponent(request.pageKey)}`;
const queryOf = ({ reader, isLanguageAsked }: ReporterSight) => queryFor(isLanguageAsked ? reader.language : undefined);
const titleOf = ({ request, reader: { texts } }: ReporterSight) => `${texts.kinds[request.kind]} ${request.id}`;

/** The page of whoever reported it: where it stands, what they can do, what they wrote and all that happened. */
export function reporterPage(sight: ReporterSight): Page {
  const { request, events, reader, problem, done } = sight;
  const { texts, language } = reader;
  const base = baseOf(sight);
  const fileAt = (fileId: string) => `${base}/zdjecia/${encodeURIComponent(fileId)}`;
  const act = reporterActs[done ?? ""];
  const notes: Readonly<Record<string, string>> = texts.reporter.done;
  const note = act && notes[act];
  const canAgain = problem !== undefined && canTry(problem.tried.path, sight);
  const place = placeOf(request);
  const body = html`<h1>${texts.kinds[request.kind]} <span class="number">${request.id}</span></h1>
<p class="lead">${serviceName(request.service, reader)}${place && `, ${place}`}</p>
${note && html`<div class="box good" id="zrobione" role="status" tabindex="-1"><p>${note}</p></div>`}${
  problem && problemBox(problem, { request, canAgain, fileAt, reader })
}
<h2>${texts.reporter.now}</h2>${nowBox(sight, fileAt)}${whatToDo(sight)}
<h2>${texts.reporter.yours}</h2>${matterOf(request, fileAt, reader)}
<h2>${texts.history}</h2><p class="hint">${texts.newest}</p>${chainOf(request, events, fileAt, reader)}
<p class="muted">${texts.reporter.key}</p>`;
  const title = titleOf(sight);
  const addressIn = (other: typeof language) => `${base}${queryFor(other)}`;
  return { language, title: problem ? `${texts.error}: ${title}` : title, body, addressIn };
}

/** Asks once more before it is withdrawn, which cannot be undone. */
export function withdrawPage(sight: ReporterSight): Page {
  const { request, reader } = sight;
  const { texts, language } = reader;
  const { question, back } = texts.reporter.withdraw;
  const base = baseOf(sight);
  const form: ActForm = { ...withdrawForm(reader), shown: "bare" };
  const sending = { base, query: queryOf(sight), version: request.version, texts };
  const body = html`<h1>${question}</h1><p class="lead">${serviceName(request.service, reader)}</p>${actForm(form, sending)}
<p><a class="button quiet" href="${base}${queryOf(sight)}">${back}</a></p>`;
  const addressIn = (other: typeof language) => `${base}/wycofaj${queryFor(other)}`;
  return { language, title: `${question} ${request.id}`, body, addressIn };
}

const isOpen = ({ status }: ServiceRequest) => status === "open";

function nowBox({ request, events, until, now, reader }: ReporterSight, fileAt: (fileId: string) => string): Html {
  const { texts, names, language } = reader;
  const last = events.at(-1);
  const asked = request.state === "waiting_for_resident" && events.findLast(({ kind }) => kind === "ask");
  const expected = names.office.expected(request.service, request.unit);
  const again = actsFor(request.state, "resident").includes("reopen");
  const sayUntil = now > until ? texts.reporter.over : texts.reporter.until;
  return html`<div class="box"><p class="state">${texts.states[request.state]}</p>${
    last && html`<p>${sentenceOf(last, request.service, reader)}</p>`
  }${again && html`<p>${sayUntil(dayOf(until, language))}</p>`}</div>${
    asked &&
    html`<div class="box ask"><h3>${texts.reporter.question}</h3><blockquote lang="pl">${withNumbers(asked.words)}</blockquote>${filesOf(asked.attachments, fileAt, reader)}</div>`
  }${
    isOpen(request) &&
    html`<p><strong>${texts.expected.heading}.</strong> ${
      expected ? texts.expected.days(expected.fromDays, expected.toDays) : texts.expected.unknown
    }</p>`
  }`;
}

/** Whether the form at that address is on the page, so that it can be sent once more. */
function canTry(path: string, { request, until, now }: ReporterSight): boolean {
  const act = reporterActs[path];
  if (!act || !actsFor(request.state, "resident").includes(act)) return false;
  return act !== "reopen" || now <= until;
}

function whatToDo(sight: ReporterSight): Html | undefined {
  const { request, events, reader, problem } = sight;
  const { texts } = reader;
  const sending: Sending = {
    ...{ base: baseOf(sight), query: queryOf(sight), version: request.version, texts },
    tried: problem?.tried,
  };
  const forms = reporterForms(request, events, reader);
  if (canTry("otworz-ponownie", sight)) forms.push(reopenForm(request, events, reader));
  const canWithdraw = canTry("wycofaj", sight);
  const isTried = problem?.tried.path === "wycofaj";
  if (canWithdraw && isTried) forms.push(withdrawForm(reader));
  if (forms.length === 0 && !canWithdraw) return undefined;
  const asks = request.state === "done" && request.kind === "report" && isToBeConfirmed(events);
  const address = `${sending.base}/wycofaj${sending.query}`;
  return html`<section class="acts"><h2>${asks ? texts.reporter.fixed : texts.reporter.canDo}</h2>${forms.map((form) =>
    actForm(form, sending),
  )}${canWithdraw && !isTried && html`<p><a class="button quiet" href="${address}">${texts.reporter.withdraw.title}</a></p>`}</section>`;
}
