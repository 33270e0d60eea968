import { readForm } from "../forms/readForm";
import type { RequestEvent, ServiceRequest } from "../serviceRequests/doors";
import { goTo, sendPage } from "./answers";
import { askedLanguage, type Call, queryFor, sendNotFound } from "./call";
import { chainOf } from "./chain";
import { html } from "./html";
import type { Page } from "./layout";
import { factsOf, mapLink } from "./matter";
import type { PagesParts } from "./parts";
import { refuseForeign } from "./readPosted";
import { momentOf, type Reader, readerOf, sentenceOf, serviceName, unitName } from "./telling";

const addressOf = (key: string) => `/sprawa/obserwuje/${encodeURIComponent(key)}`;

/** `GET /sprawa/obserwuje/<key>`: what everybody may see, and the way to end the messages. */
export async function showFollower(call: Call, parts: PagesParts): Promise<void> {
  const [, key = ""] = call.path;
  const follower = await parts.requests.findFollower(key);
  const request = follower && (await parts.requests.find(follower.id));
  if (!request) return sendNotFound(call);
  const asked = askedLanguage(call);
  const reader = readerOf("follower", asked ?? follower.language, parts.names());
  const events = await parts.requests.events(request.id);
  const seen = { key, ended: follower.ended, done: call.query.has("koniec"), query: queryFor(asked) };
  sendPage(call.response, 200, followerPage(request, events, seen, reader));
}

/** `POST` to the same address, also by the button of a mail program: no more messages. */
export async function takeFromFollower(call: Call, parts: PagesParts): Promise<void> {
  const [, key = ""] = call.path;
  refuseForeign(call.request, parts);
  await readForm(call.request, { mostFiles: 0, mostBytesPerFile: 0, mostBytes: 4096 });
  if (!(await parts.requests.unfollow(key, parts.now()))) return sendNotFound(call);
  goTo(call.response, `${addressOf(key)}${queryFor(askedLanguage(call), { koniec: "1" })}#zrobione`);
}

type Seen = { key: string; ended: boolean; done: boolean; query: string };

function followerPage(request: ServiceRequest, events: RequestEvent[], seen: Seen, reader: Reader): Page {
  const { texts, language } = reader;
  const { follower } = texts;
  const { key, ended, done, query } = seen;
  const last = events.at(-1);
  const body = html`<h1>${texts.kinds[request.kind]} <span class="number">${request.id}</span></h1>
<p class="lead">${serviceName(request.service, reader)}</p>${
    ended &&
    html`<div class="box${done && " good"}" id="zrobione" role="status" tabindex="-1"><p>${done ? follower.done : follower.ended}</p></div>`
  }
<p>${follower.intro}</p>
<div class="box"><p class="state">${texts.states[request.state]}</p>${
    last && html`<p>${sentenceOf(last, request.service, reader)}</p>`
  }</div>
<dl>${publicFacts(request, reader)}</dl>
<h2>${texts.history}</h2><p class="hint">${texts.newest}</p>${chainOf(request, events, () => "", reader)}${
    !ended &&
    html`<section class="acts"><h2>${follower.stop}</h2><p>${follower.stopHint}</p>
<form method="post" action="${addressOf(key)}${query}"><button class="quiet">${follower.send}</button></form></section>`
  }`;
  const addressIn = (other: typeof language) => `${addressOf(key)}${queryFor(other)}`;
  return { language, title: `${texts.kinds[request.kind]} ${request.id}`, body, addressIn };
}

/** Where it is stands here only if everybody may see that; what the reporter wrote never does. */
function publicFacts(request: ServiceRequest, reader: Reader) {
  const { texts, language } = reader;
  const { address, district, point, publicText } = request;
  return factsOf([
    [texts.matter.filedAt, momentOf(request.requestedAt, language)],
    [texts.matter.place, request.public && address],
    [texts.matter.districtName, request.public && district],
    [texts.matter.mapName, request.public && point && mapLink(point, reader)],
    [texts.matter.said, request.public && publicText && html`<span lang="pl">${publicText}</span>`],
    [texts.matter.unit, unitName(request.unit, reader)],
  ]);
}
