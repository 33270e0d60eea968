import type { Request, Response } from "restify";
import { Language } from "../conversation/language";
import { Refusal } from "../conversation/refusal";
import { sendPage } from "./answers";
import { type Html, html } from "./html";
import type { PagesParts } from "./parts";
import { type Texts, textsIn } from "./texts/texts";

/** One call of a page: the parts of its address after the first, and what was asked for after the question mark. */
export type Call = { request: Request; response: Response; path: string[]; query: URLSearchParams };

/** Answers whatever goes wrong with a page in plain words, never with codes. */
export function answering<Parts extends Pick<PagesParts, "log">>(
  parts: Parts,
  answer: (call: Call, parts: Parts) => Promise<void>,
) {
  return async (request: Request, response: Response): Promise<void> => {
    const call = { request, response, path: pathOf(request), query: new URLSearchParams(request.getQuery()) };
    try {
      await answer(call, parts);
    } catch (error) {
      if (!(error instanceof Refusal)) parts.log.error("page_failed", { request: request.id(), error });
      if (!response.headersSent && !response.destroyed) sendRefusal(call, error);
    }
  };
}

// The router takes no part longer than 100 letters, and a unit's token may be longer.
function pathOf(request: Request): string[] {
  try {
    return request.path().split("/").slice(2).map(decodeURIComponent);
  } catch {
    return [];
  }
}

/** The language asked for on this page; undefined when it is the matter's own. */
export const askedLanguage = ({ query }: Pick<Call, "query">): Language | undefined =>
  Language.safeParse(query.get("lang")).data;

/** Keeps the chosen language in the next address. */
export const queryFor = (asked: Language | undefined, more: Record<string, string> = {}): string => {
  const query = new URLSearchParams({ ...more, ...(asked && { lang: asked }) }).toString();
  return query && `?${query}`;
};

/** What the browser's owner reads, where nothing else tells. */
export function likelyLanguage({ query, request }: Pick<Call, "query" | "request">): Language {
  const wanted = String(request.headers["accept-language"] ?? "").split(",");
  const known = wanted.map((one) => Language.safeParse(one.trim().slice(0, 2).toLowerCase()).data);
  return askedLanguage({ query }) ?? known.find((language) => language) ?? "pl";
}

/** The same for everything we do not know: a wrong key tells nothing, not even that it is nearly right. */
export function sendNotFound({ response }: Call): void {
  const [pl, en, uk] = [textsIn("pl"), textsIn("en"), textsIn("uk")];
  const inLanguage = (language: Language, { notFound }: Texts) =>
    html`<section lang="${language}"><h2>${notFound.title}</h2><p>${notFound.body}</p><p>${notFound.next}</p></section>`;
  const { title, body, next } = pl.notFound;
  const page = html`<h1>${title}</h1><p>${body}</p><p>${next}</p>${inLanguage("en", en)}${inLanguage("uk", uk)}`;
  sendPage(response, 404, { language: "pl", title, body: page });
}

function sendRefusal(call: Call, error: unknown): void {
  const language = likelyLanguage(call);
  const { status, headers } = error instanceof Refusal ? error : { status: 500, headers: {} };
  const { title, body } = refusedWords(error, textsIn(language));
  const page: Html = html`<h1>${title}</h1><p>${body}</p>`;
  sendPage(call.response, status, { language, title, body: page }, headers);
}

function refusedWords(error: unknown, { refused }: Texts): { title: string; body: string } {
  if (!(error instanceof Refusal)) return { title: refused.failedTitle, body: refused.failed };
  const { status, headers } = error;
  if (status === 403) return { title: refused.foreignTitle, body: refused.foreign };
  if (status === 429) {
    const minutes = Math.ceil(Number(headers["Retry-After"] ?? 60) / 60);
    return { title: refused.oftenTitle, body: refused.often(minutes) };
  }
  if (status === 413) return { title: refused.formTitle, body: refused.tooLarge };
  if (status === 503) return { title: refused.formTitle, body: refused.busy };
  return { title: refused.formTitle, body: refused.brokenForm };
}
