import type { RequestEvent } from "../../serviceRequests/doors";
import { type Html, html, type Piece } from "../html";
import type { Page } from "../layout";
import { factsOf, mapLink } from "../matter";
import { momentOf, sentenceOf, unitName } from "../telling";
import { released, sections, stateBadge } from "./frame";
import type { PublicReader } from "./parts";
import { addressOf, ageOf, firstOf, type PublicRequest, peopleOf, titleOf } from "./publicRequest";

/** What somebody just did, or what stood against it. */
export type Note = { kind: "sent" | "thanks" | "already" } | { kind: "wrong"; email: string };

export type OneSight = {
  request: PublicRequest;
  events: RequestEvent[];
  note: Note | undefined;
  now: Date;
  reader: PublicReader;
};

/** One report as everybody may see it. */
export function oneView(sight: OneSight): Page {
  const { request, reader, now, note, events } = sight;
  const { texts, words, language } = reader;
  const { address, district, point } = request;
  const last = events.at(-1);
  const facts = factsOf([
    [texts.matter.filedAt, html`${momentOf(request.requestedAt, language)} (${ageOf(request, now, reader)})`],
    [texts.matter.place, address],
    [texts.matter.districtName, district],
    [texts.matter.mapName, point && mapLink(point, reader)],
    [texts.matter.unit, unitName(request.unit, reader)],
    [words.peopleName, words.people(peopleOf(request))],
  ]);
  const title = titleOf(request, reader);
  const body = html`${sections(undefined, reader)}<p><a href="/mapa/?lang=${language}">${words.one.back}</a></p>
<h1>${title}</h1><p class="lead number">${request.id}</p>${noteBox(sight)}
<div class="box"><p>${stateBadge(request, reader)}</p><p>${last && sentenceOf(last, request.service, reader)}</p></div>
${released(request)}${photosOf(request, reader)}<dl>${facts}</dl><p class="hint">${words.one.public}</p>
<h2>${texts.history}</h2><p class="hint">${texts.newest}</p>${historyOf(sight)}${followForm(request, note, reader)}`;
  const named = `${title} ${request.id}`;
  return { language, title: note?.kind === "wrong" ? `${texts.error}: ${named}` : named, body };
}

/** What it went through, newest first, in the first of the sentences everybody may read: the others tell what to do now. */
export function historyOf({ request, events, reader }: OneSight): Html {
  // After an answer it stands where it stood before; saying that again would tell nothing.
  const changes = events.filter(
    ({ kind, state }, n) => kind === "forward" || (state !== events[n - 1]?.state && kind !== "answer"),
  );
  const links = changes.map(
    (event) => html`<li><h3>${reader.texts.states[event.state]}</h3>
<p class="muted">${momentOf(event.at, reader.language)}</p><p>${sentenceOf(event, request.service, reader, firstOf)}</p></li>`,
  );
  return html`<ol class="chain" reversed>${links.reverse()}</ol>`;
}

/** Photos released for everybody. */
export function photosOf(request: PublicRequest, { texts }: PublicReader): Piece {
  const { photo, opensFull } = texts.matter;
  const at = (fileId: string) => `/mapa/${encodeURIComponent(request.id)}/zdjecia/${encodeURIComponent(fileId)}`;
  const photos = request.publicPhotos.map(
    (fileId, n) =>
      html`<li><a href="${at(fileId)}"><img src="${at(fileId)}" alt="${photo(n + 1)}: ${opensFull}" loading="lazy"></a></li>`,
  );
  return photos.length > 0 && html`<ul class="photos">${photos}</ul>`;
}

/** Tells what was just done. */
export function noteBox({ request, note, reader }: OneSight): Piece {
  if (!note) return undefined;
  const { words, texts } = reader;
  if (note.kind === "wrong")
    return html`<div class="box bad" id="error" role="alert" tabindex="-1"><h2>${texts.refused.summary}</h2>
<ul><li><a href="#email">${words.follow.wrong}</a></li></ul></div>`;
  const { thanks, already } = words.ideas;
  const said = {
    sent: words.follow.sent,
    thanks: thanks(request.supporters),
    already: already(request.supporters),
  }[note.kind];
  return html`<div class="box good" id="zrobione" role="status" tabindex="-1"><p>${said}</p></div>`;
}

/** Asks for an address to write to; a link sent there must be confirmed first. */
export function followForm(request: PublicRequest, note: Note | undefined, reader: PublicReader): Piece {
  if (request.status === "closed") return undefined;
  const { follow } = reader.words;
  const wrong = note?.kind === "wrong" ? note : undefined;
  return html`<section class="acts"><h2 id="obserwuj">${follow.title}</h2><p class="hint" id="email-hint">${follow.hint}</p>
<form method="post" action="${addressOf({ ...request, kind: "report" })}/obserwuj?lang=${reader.language}">
<label for="email">${follow.email}</label>${wrong && html`<p class="error" id="email-error">${follow.wrong}</p>`}
<input id="email" name="email" type="email" autocomplete="email" maxlength="254" required value="${wrong?.email}" aria-describedby="email-hint${
    wrong && " email-error"
  }"${wrong && html` aria-invalid="true"`}><button>${follow.send}</button></form></section>`;
}
