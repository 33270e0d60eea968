import type { Request, Response, Server } from "restify";
import type { Language } from "../conversation/language";
import { jsonSchema, openApi } from "./documents";
import { deniedTo } from "./limits";
import type { ApiParts } from "./parts";
import { problem, wrongParameters } from "./problems";
import { languageWanted, NoQuery, readQuery } from "./query";
import { type Outcome, type Route, routes } from "./routes";
import { type Answer, send, sendOptions } from "./send";
import { textsIn } from "./texts";

const BASE = "/api/v1";

/** What is called: the text after `?`, what `{id}` is, and the language of the answer. */
type Called = { query: string; id: string; language: Language };
type Answering = (called: Called) => Answer;

/** Adds what other systems may read of the content, under `/api/v1/`. Answers how to close it: nothing is held open. */
export function registerApi(http: Server, parts: ApiParts): () => Promise<void> {
  const serve = (path: string, answer: Answering) => {
    const handle = handling(answer, parts);
    http.get(`${BASE}/${path}`, handle);
    http.head(`${BASE}/${path}`, handle);
  };
  for (const route of routes) serve(route.path.replace("{id}", ":id"), answering(route, parts));
  serve("schema.json", documented(jsonSchema(), "application/schema+json"));
  serve("openapi.json", documented(openApi(), "application/json"));
  serve("*", ({ language }) => ({ problem: problem("not_found", textsIn(language).nothingHere, language) }));
  http.opts(`${BASE}/*`, async (request: Request, response: Response) => sendOptions(request, response));
  const refuse = handling(refused, parts);
  for (const method of ["post", "put", "patch", "del"] as const) http[method](`${BASE}/*`, refuse);
  return async () => {};
}

/** Asks first whether the caller may, then for the answer; what nobody foresaw goes to the log. */
function handling(answer: Answering, parts: ApiParts) {
  return async (request: Request, response: Response): Promise<void> => {
    const query = request.getQuery();
    const asked = new URLSearchParams(query).get("language");
    const language = languageWanted(asked, request.header("accept-language"));
    let said: Answer;
    try {
      const denied = await deniedTo(request, language, parts);
      said = denied ?? answer({ query, id: String(request.params?.id ?? ""), language });
    } catch (error) {
      parts.log.error("api_failed", { request: request.id(), route: request.getRoute()?.path, error });
      said = { problem: problem("failed", textsIn(language).failed, language) };
    }
    send(request, response, said, language);
  };
}

function answering(route: Route, { content }: ApiParts): Answering {
  return ({ query, id, language }) => {
    const outcome = route.answer({ query, id, language, content: content() });
    return answerOf(outcome, { query, language });
  };
}

function answerOf(outcome: Outcome, { query, language }: Pick<Called, "query" | "language">): Answer {
  if ("wrong" in outcome) return { problem: wrongParameters(outcome.wrong, language) };
  if ("missing" in outcome) return { problem: problem("not_found", textsIn(language).noArticle, language) };
  const keep = new URLSearchParams(query).has("q") ? "private" : "public";
  return { body: outcome.body, type: "application/json", keep, writtenIn: language };
}

/** What is written for developers, in English. */
function documented(body: object, type: string): Answering {
  return ({ query, language }) => {
    const asked = readQuery(NoQuery, query);
    if ("wrong" in asked) return { problem: wrongParameters(asked.wrong, language) };
    return { body, type, keep: "public", writtenIn: "en" };
  };
}

const refused: Answering = ({ language }) => ({
  problem: problem("method", textsIn(language).onlyReading, language),
  headers: { Allow: "GET, HEAD, OPTIONS" },
});
