import { DistrictNumeral } from "../../conversation/place";
import { districtName } from "../../places/atlas";
import { type Html, html } from "../html";
import type { Page } from "../layout";
import type { PagesParts } from "../parts";
import { released, sections, stateBadge } from "./frame";
import { dayChoices, type Narrowed, parametersOf, queryOf, statusNames } from "./narrow";
import type { PublicReader } from "./parts";
import { addressOf, ageOf, type PublicRequest, peopleOf, shortSentence, titleOf } from "./publicRequest";

/** `after`: the last one of the page before; `last`: the last one of this page, where more follow. */
export type ListSight = {
  requests: PublicRequest[];
  count: number;
  narrowed: Narrowed;
  after: string | undefined;
  last: string | undefined;
  now: Date;
  map: PagesParts["map"];
  reader: PublicReader;
};

/** The list of reports: all there is to know works without scripts, the map is drawn above it. */
export function listView(sight: ListSight): Page {
  const { requests, count, narrowed, reader } = sight;
  const { words, language } = reader;
  const { list } = words;
  const feed = `/mapa/atom.xml${queryOf({ ...feedParameters(narrowed), lang: language })}`;
  const body = html`${sections("reports", reader)}<h1>${list.title}</h1><p class="lead">${list.lead}</p>
${narrowForm(narrowed, reader)}${mapBox(sight)}
<p role="status">${list.found(count.toLocaleString(language))}</p>${
    requests.length > 0
      ? html`<ol class="list">${requests.map((request) => html`<li>${lineOf(request, sight)}</li>`)}</ol>`
      : html`<p>${list.none}</p>`
  }${pagesOf(sight)}
<p><a href="${feed}">${list.feed}</a></p>`;
  const head = html`<link rel="alternate" type="application/atom+xml" title="${list.title}" href="${feed}">
<link rel="stylesheet" href="/map.css"><script src="/map.js" defer></script>`;
  return { language, title: list.title, head, body };
}

function lineOf(request: PublicRequest, { now, reader }: ListSight): Html {
  const { words, texts, language } = reader;
  const { id, district, address } = request;
  const facts = [address && district && texts.matter.district(district), ageOf(request, now, reader)];
  return html`<h2><a href="${addressOf(request)}?lang=${language}">${titleOf(request, reader)}</a></h2>
<p class="muted"><span class="number">${id}</span> · ${facts.filter(Boolean).join(" · ")}</p>
<p>${stateBadge(request, reader)} ${shortSentence(request, reader)}</p>${released(request)}
<p class="muted">${words.people(peopleOf(request))}</p>`;
}

function narrowForm(narrowed: Narrowed, { words, texts, names, language }: PublicReader): Html {
  const { list } = words;
  const services = [...names.services]
    .filter(([, service]) => service.public && service.kind !== "idea")
    .map(([code, { label }]): Option => [code, label[language]])
    .sort(([, one], [, other]) => one.localeCompare(other, language));
  const districts = DistrictNumeral.options.map(
    (numeral): Option => [numeral, `${texts.matter.district(numeral)} ${districtName.get(numeral) ?? ""}`],
  );
  const states: Option[] = [
    [statusNames.open, words.open],
    [statusNames.closed, words.closed],
  ];
  const days = dayChoices.map((n): Option => [String(n), list.withinDays(n)]);
  const chosen = parametersOf(narrowed);
  const { obszar } = chosen;
  return html`<form class="narrow" method="get" action="/mapa/" aria-label="${list.narrow}">
<input type="hidden" name="lang" value="${language}">${select("rodzaj", list.service, [["", list.anyService], ...services], chosen)}${select(
    "dzielnica",
    list.district,
    [["", list.anyDistrict], ...districts],
    chosen,
  )}${select("stan", list.status, [["", list.anyStatus], ...states], chosen)}${select(
    "dni",
    list.days,
    [["", list.anyDays], ...days],
    chosen,
  )}${obszar && html`<p class="hint">${list.here}</p>`}<div><button>${list.show}</button></div></form>`;
}

type Option = [value: string, name: string];

function select(name: string, label: string, options: Option[], chosen: Record<string, string>): Html {
  return html`<div><label for="${name}">${label}</label><select id="${name}" name="${name}">${options.map(
    ([value, text]) =>
      html`<option value="${value}"${value === (chosen[name] ?? "") && html` selected`}>${text}</option>`,
  )}</select></div>`;
}

/** Stays hidden until the script draws into it. */
function mapBox({ narrowed, map, reader }: ListSight): Html {
  const { words, language } = reader;
  const { label, zoomIn, zoomOut, close, more, all, legend } = words.map;
  const { obszar, ...rest } = parametersOf(narrowed);
  const marks = `/mapa/znaczniki.json${queryOf({ ...rest, lang: language })}`;
  return html`<figure class="map" id="map" hidden><div role="region" aria-label="${label}" data-marks="${marks}" data-tiles="${map?.tiles}" data-attribution="${map?.attribution}" data-bounds="${obszar}" data-zoom-in="${zoomIn}" data-zoom-out="${zoomOut}" data-close="${close}" data-more="${more}" data-all="${all}"></div>
<figcaption>${legend}</figcaption></figure>`;
}

function pagesOf({ narrowed, after, last, reader }: ListSight): Html | undefined {
  if (!after && !last) return undefined;
  const { list } = reader.words;
  const at = (more: Record<string, string>) =>
    `/mapa/${queryOf({ ...parametersOf(narrowed), ...more, lang: reader.language })}`;
  return html`<nav class="pages" aria-label="${list.pages}"><ul>${after && html`<li><a href="${at({})}">${list.newest}</a></li>`}${
    last && html`<li><a href="${at({ po: last })}" rel="next">${list.older}</a></li>`
  }</ul></nav>`;
}

/** A feed is of a kind and a district. */
const feedParameters = ({ service, district }: Narrowed) =>
  parametersOf({ ...(service && { service }), ...(district && { district }) });
