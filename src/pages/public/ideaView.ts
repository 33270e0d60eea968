import type { RequestEvent } from "../../serviceRequests/doors";
import { type Html, html, type Piece } from "../html";
import type { Page } from "../layout";
import { factsOf } from "../matter";
import { withNumbers } from "../numbers";
import { dayOf, momentOf, sentenceOf, unitName } from "../telling";
import { released, sections, stateBadge } from "./frame";
import { followForm, historyOf, noteBox, type OneSight, photosOf } from "./oneView";
import type { PublicReader } from "./parts";
import { addressOf, type PublicRequest } from "./publicRequest";

/** One idea: what a person released of it, who supports it, and what the city answered. */
export function ideaView(sight: OneSight): Page {
  const { request, reader, note } = sight;
  const { texts, words, language } = reader;
  const title = ideaTitle(request, reader);
  const facts = factsOf([
    [texts.matter.filedAt, momentOf(request.requestedAt, language)],
    [texts.matter.place, request.address],
    [texts.matter.districtName, request.district],
  ]);
  const body = html`${sections(undefined, reader)}<p><a href="/pomysly/?lang=${language}">${words.ideas.back}</a></p>
<h1>${title}</h1><p class="lead number">${request.id}</p>${noteBox(sight)}
${textBeside(title, request)}${photosOf(request, reader)}${supportForm(request, reader)}<dl>${facts}</dl>
<h2>${words.ideas.answer}</h2>${answerOf(sight) ?? html`<p>${stateBadge(request, reader)} ${words.ideas.noAnswer}</p>`}
<h2>${texts.history}</h2><p class="hint">${texts.newest}</p>${historyOf(sight)}${followForm(request, note, reader)}`;
  const named = `${title} ${request.id}`;
  return { language, title: note?.kind === "wrong" ? `${texts.error}: ${named}` : named, body };
}

const LONGEST_TITLE = 80;

/** How an idea is called in lists: its first words. */
export function ideaTitle({ publicText = "", id }: PublicRequest, { words }: PublicReader): string {
  const [line = ""] = publicText.trim().split("\n");
  if (line === "") return words.ideas.untitled(id);
  const cut = line.slice(0, LONGEST_TITLE).replace(/\s+\S*$/, "");
  return line.length <= LONGEST_TITLE ? line : `${cut}…`;
}

/** The whole text, unless its title says all of it. */
export const textBeside = (title: string, request: PublicRequest): Piece =>
  title !== request.publicText?.trim() && released(request);

/** The words with which the city decided, while that decision stands; never what a resident said. */
function answerOf({ request, events, reader }: OneSight): Html | undefined {
  const decided = events.findLast(
    ({ kind, actor }) => (kind === "finish" || kind === "refuse") && !actor.startsWith("resident"),
  );
  if (!decided || decided.state !== request.state) return undefined;
  return html`<div class="box"><p>${stateBadge(request, reader)} ${sentenceOf(decided, request.service, reader)}</p>${
    decided.words && html`<blockquote lang="pl">${withNumbers(decided.words)}</blockquote>`
  }<p class="muted">${byWhom(decided, reader)}, ${dayOf(decided.at, reader.language)}</p></div>`;
}

const byWhom = ({ actor, unit }: RequestEvent, reader: PublicReader): string =>
  actor.startsWith("unit:") ? unitName(unit, reader) : reader.texts.who.office;

function supportForm(request: PublicRequest, { words, language }: PublicReader): Piece {
  const { ideas } = words;
  const many = html`<p><strong>${ideas.supporters(request.supporters)}</strong></p>`;
  if (request.status === "closed") return html`${many}<p class="hint">${ideas.over}</p>`;
  return html`<form class="support" method="post" action="${addressOf(request)}/popieram?lang=${language}">${many}<button>${ideas.support}</button></form>
<p class="hint">${ideas.supportHint}</p>`;
}
