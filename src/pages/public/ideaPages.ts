import type { Language } from "../../conversation/language";
import type { Filter, Page as Slice } from "../../serviceRequests/doors";
import { type Call, likelyLanguage } from "../call";
import { type Html, html } from "../html";
import type { Page } from "../layout";
import { dayOf } from "../telling";
import { sections, stateBadge } from "./frame";
import { ideaTitle, textBeside } from "./ideaView";
import { queryOf } from "./narrow";
import { type PublicParts, type PublicReader, publicReader } from "./parts";
import { addressOf, type PublicRequest } from "./publicRequest";
import { limitReading, publicDocument, sendPublic } from "./sendPublic";

const MOST = 20;
const MOST_PAGES = 500;

/** Ideas once a person released their text. */
export const publicIdeas: Filter = { public: true, released: true, kind: "idea" };

type Shelf = { sorted: boolean; number: number };

/** `GET /pomysly/`: ideas, the newest or the most supported first. */
export async function showIdeas(call: Call, parts: PublicParts): Promise<void> {
  await limitReading(call, parts);
  const language = likelyLanguage(call);
  const asked = Number(call.query.get("strona") ?? 1);
  const number = Number.isInteger(asked) && asked > 1 && asked <= MOST_PAGES ? asked : 1;
  const shelf = { sorted: call.query.get("kolejnosc") === "poparcie", number };
  const addressIn = (one: Language) => addressOfShelf(shelf, one);
  const document = await parts.keep(addressIn(language), async () => {
    const slice: Slice = {
      ...{ most: MOST + 1, skip: (number - 1) * MOST },
      ...(shelf.sorted && { order: "supported" as const }),
    };
    const found = await parts.requests.list(publicIdeas, slice);
    const page = ideasView(found.slice(0, MOST), found.length > MOST, shelf, publicReader(language, parts));
    return publicDocument({ ...page, addressIn }, parts.publicUrl());
  });
  sendPublic(call, document);
}

function addressOfShelf({ sorted, number }: Shelf, language: Language): string {
  const parameters = { ...(sorted && { kolejnosc: "poparcie" }), ...(number > 1 && { strona: String(number) }) };
  return `/pomysly/${queryOf({ ...parameters, lang: language })}`;
}

function ideasView(requests: PublicRequest[], goesOn: boolean, shelf: Shelf, reader: PublicReader): Page {
  const { ideas } = reader.words;
  const { language } = reader;
  const { sorted, number } = shelf;
  const one = (isSorted: boolean, name: string) =>
    html`<li><a href="${addressOfShelf({ sorted: isSorted, number: 1 }, language)}"${isSorted === sorted && html` aria-current="true"`}>${name}</a></li>`;
  const step = (to: number, name: string) =>
    html`<li><a href="${addressOfShelf({ sorted, number: to }, language)}">${name}</a></li>`;
  const pages = html`${number > 1 && step(number - 1, ideas.previous)}${goesOn && step(number + 1, ideas.next)}`;
  const body = html`${sections("ideas", reader)}<h1>${ideas.title}</h1><p class="lead">${ideas.lead}</p>
<nav class="sections" aria-label="${ideas.sort}"><ul>${one(false, ideas.newest)}${one(true, ideas.supported)}</ul></nav>${
    requests.length > 0
      ? html`<ol class="list">${requests.map((request) => html`<li>${lineOf(request, reader)}</li>`)}</ol>`
      : html`<p>${ideas.none}</p>`
  }${(number > 1 || goesOn) && html`<nav class="pages" aria-label="${reader.words.list.pages}"><ul>${pages}</ul></nav>`}`;
  return { language, title: ideas.title, body };
}

function lineOf(request: PublicRequest, reader: PublicReader): Html {
  const { language, words } = reader;
  const title = ideaTitle(request, reader);
  return html`<h2><a href="${addressOf(request)}?lang=${language}">${title}</a></h2>
<p class="muted"><span class="number">${request.id}</span> · ${dayOf(request.requestedAt, language)}</p>${textBeside(
    title,
    request,
  )}<p>${stateBadge(request, reader)} ${words.ideas.supporters(request.supporters)}</p>`;
}
