import { tooOften } from "../conversation/refusal";
import type { Actor, ServiceRequest } from "../serviceRequests/doors";
import { actOn, type FormAct, type Outcome } from "./actOn";
import type { Call } from "./call";
import { chainOf } from "./chain";
import { errorSummary, type Tried } from "./form";
import { type Html, html } from "./html";
import type { FileAddress } from "./matter";
import type { PagesParts } from "./parts";
import { readPosted } from "./readPosted";
import type { Reader } from "./telling";

/** What was tried and did not happen. */
export type Problem = { tried: Tried; outcome: Exclude<Outcome, { kind: "done" }> };

type Trying = { request: ServiceRequest; path: string; act: FormAct; actor: Actor; reader: Reader };

const MOST_POSTS = 40;
const WINDOW_SECONDS = 3600;

/** Reads the form and does what it asks for; answers what stood against it, if anything did. */
export async function tryAct(call: Call, trying: Trying, parts: PagesParts): Promise<Problem | undefined> {
  const { request, path, act, actor, reader } = trying;
  const limit = await parts.limiter.take(`page-form:${request.id}:${actor.kind}`, MOST_POSTS, WINDOW_SECONDS);
  if (!limit.allowed) {
    call.request.resume();
    throw tooOften("This form was sent too often.", limit.retryAfterSeconds);
  }
  const posted = await readPosted(call.request, parts);
  const words = posted.owner
    ? [posted.words, reader.texts.unit.bounce.ownerIs(posted.owner)].filter(Boolean).join("\n")
    : posted.words;
  const outcome = await actOn({ request, act, actor, posted: { ...posted, words }, reader }, parts);
  if (outcome.kind === "done") return undefined;
  const tried = { path, words: posted.words, owner: posted.owner, hadPhotos: posted.photos.length > 0 };
  return { tried: { ...tried, errors: outcome.kind === "errors" ? outcome.errors : [] }, outcome };
}

export const statusOf = ({ outcome }: Problem): number => (outcome.kind === "errors" ? 422 : 409);

type Shown = { request: ServiceRequest; canAgain: boolean; fileAt: FileAddress; reader: Reader };

/** Says what stood against it and what to do, with the words kept where no form can hold them any more. */
export function problemBox({ tried, outcome }: Problem, { request, canAgain, fileAt, reader }: Shown): Html {
  const { refused } = reader.texts;
  if (outcome.kind === "errors") return errorSummary(tried, reader.texts);
  const isStale = outcome.kind === "stale";
  const kept = !canAgain && tried.words !== "";
  return html`<div class="box bad" id="error" role="alert" tabindex="-1">${
    isStale
      ? html`<p>${refused.stale}</p>${chainOf(request, outcome.missed, fileAt, reader)}`
      : html`<p>${outcome.why}</p>`
  }${isStale && canAgain && html`<p>${refused.staleThen}</p>`}${
    kept && html`<p>${refused.staleGone}</p><blockquote dir="auto">${tried.words}</blockquote>`
  }</div>`;
}
