import type { RequestEvent, ServiceRequest } from "../serviceRequests/doors";
import { queryFor } from "./call";
import { chainOf } from "./chain";
import { actForm } from "./form";
import { html } from "./html";
import type { Page } from "./layout";
import { matterOf } from "./matter";
import { placeOf, type Reader, sentenceOf, serviceName, unitName } from "./telling";
import { type Problem, problemBox } from "./tryAct";
import { unitActs, unitForms } from "./unitForms";

/** What the unit's page shows. `unit`: whose link it is. `done`: the form that was just taken. */
export type UnitSight = {
  token: string;
  unit: string;
  request: ServiceRequest;
  events: RequestEvent[];
  reader: Reader;
  isLanguageAsked: boolean;
  problem?: Problem | undefined;
  done?: string | undefined;
};

/** Everything a unit needs to take care of a matter, and the forms to answer with. */
export function unitPage(sight: UnitSight): Page {
  const { request, events, reader, problem, unit } = sight;
  const { texts, language } = reader;
  const base = unitAddress(sight.token);
  const fileAt = (fileId: string) => `${base}/zdjecie/${encodeURIComponent(fileId)}`;
  const forms = unitForms(request.state, reader);
  const canAgain = forms.some(({ path }) => path === problem?.tried.path);
  const place = placeOf(request);
  const last = events.at(-1);
  const { phone, email } = request.contact;
  const body = html`<h1>${serviceName(request.service, reader)}${place && `, ${place}`}</h1>
<p class="lead">${texts.unit.title(unitName(unit, reader))} · <span class="number">${request.id}</span></p>${doneBox(sight)}${
    problem && problemBox(problem, { request, canAgain, fileAt, reader })
  }
<div class="box"><p class="state">${texts.states[request.state]}</p>${
    last && html`<p>${sentenceOf(last, request.service, reader)}</p>`
  }</div>${whatToDo(sight, base)}
<h2>${texts.reporter.yours}</h2>${matterOf(request, fileAt, reader)}${!phone && !email && html`<p>${texts.unit.noContact}</p>`}
<h2>${texts.history}</h2><p class="hint">${texts.newest}</p>${chainOf(request, events, fileAt, reader)}
<p class="muted">${texts.unit.key}</p>`;
  const title = `${request.id} ${serviceName(request.service, reader)}`;
  return { language, title: problem ? `${texts.error}: ${title}` : title, body, addressIn: addressIn(base) };
}

/** After it went to another unit: nothing of it but its number. */
export function elsewherePage(sight: UnitSight): Page {
  const { request, reader, token } = sight;
  const { elsewhereTitle, elsewhere } = reader.texts.unit;
  const body = html`<h1>${elsewhereTitle}</h1><p class="lead"><span class="number">${request.id}</span></p>${doneBox(sight)}
<p>${elsewhere}</p>`;
  const title = `${elsewhereTitle} ${request.id}`;
  return { language: reader.language, title, body, addressIn: addressIn(unitAddress(token)) };
}

export const unitAddress = (token: string) => `/jednostka/${encodeURIComponent(token)}`;
const addressIn = (base: string) => (language: UnitSight["reader"]["language"]) => `${base}${queryFor(language)}`;

function doneBox({ done, reader }: UnitSight) {
  const act = unitActs[done ?? ""];
  const notes: Readonly<Record<string, string>> = reader.texts.unit.done;
  const note = act && notes[act];
  return note && html`<div class="box good" id="zrobione" role="status" tabindex="-1"><p>${note}</p></div>`;
}

function whatToDo({ request, reader, problem, isLanguageAsked }: UnitSight, base: string) {
  const { texts, language } = reader;
  const forms = unitForms(request.state, reader);
  if (forms.length === 0) return html`<p>${texts.unit.closed}</p>`;
  const query = queryFor(isLanguageAsked ? language : undefined);
  const sending = { base, query, version: request.version, tried: problem?.tried, texts };
  const waits = request.state === "waiting_for_resident" && html`<p>${texts.unit.waiting}</p>`;
  return html`<section class="acts"><h2>${texts.unit.canDo}</h2>${waits}<p class="hint">${texts.unit.canDoHint}</p>${forms.map(
    (form) => actForm(form, sending),
  )}</section>`;
}
