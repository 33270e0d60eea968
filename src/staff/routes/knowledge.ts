import { Language } from "../../conversation/language";
import { findArticles } from "../../knowledge/findArticles";
import { findIntents } from "../knowledgeSearch";
import { articleView, knowledgeHit } from "../knowledgeViews";
import type { StaffParts } from "../parts";
import { type Answer, type Call, ok, type Route, refuse } from "../route";
import type { AreaView, KnowledgeView } from "../wire";

/** More is no longer words to search for. */
const LONGEST_QUERY = 200;
const HITS_AT_MOST = 8;

const languageIn = (query: Call["query"]) => Language.catch("pl").parse(query.language);

/** Articles for what has been typed so far. */
async function knowledge({ query }: Call, { content }: StaffParts): Promise<Answer> {
  const language = languageIn(query);
  const found = findArticles(content(), (query.q ?? "").slice(0, LONGEST_QUERY), { language, most: HITS_AT_MOST });
  const view: KnowledgeView = { hits: found.map((one) => knowledgeHit(one, language)) };
  return ok(view);
}

async function article({ params, query }: Call, { content }: StaffParts): Promise<Answer> {
  const now = content();
  const found = now.articles.get(params.id ?? "");
  return found ? ok(articleView(found, languageIn(query), now)) : refuse(404, { code: "not_found" });
}

async function intents({ query }: Call, { content }: StaffParts): Promise<Answer> {
  return ok({ intents: findIntents(content(), (query.q ?? "").slice(0, LONGEST_QUERY)) });
}

async function shortcuts(_: Call, { content }: StaffParts): Promise<Answer> {
  return ok({ shortcuts: content().shortcuts });
}

async function areas(_: Call, { content }: StaffParts): Promise<Answer> {
  const named: AreaView[] = content().areas.map(({ id, name }) => ({ id, name: name.pl }));
  return ok({ areas: named });
}

export const knowledgeRoutes: Route[] = [
  { method: "GET", path: "knowledge", right: "read_knowledge", handle: knowledge, what: "articles, ?q=&language=" },
  { method: "GET", path: "knowledge/:id", right: "read_knowledge", handle: article, what: "one, ?language=" },
  { method: "GET", path: "intents", right: "read_knowledge", handle: intents, what: "what a message may mean, ?q=" },
  { method: "GET", path: "shortcuts", right: "read_knowledge", handle: shortcuts, what: "ready replies" },
  { method: "GET", path: "areas", right: "read_knowledge", handle: areas, what: "fields of work" },
];
