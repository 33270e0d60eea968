import type { z } from "zod";
import type { Language } from "../conversation/language";
import { wholeArticle } from "./articleViews";
import { listed } from "./listing";
import type { ApiContent } from "./parts";
import { ArticleQuery, ListQuery, readQuery, SearchQuery, type Wrong } from "./query";
import { ArticleList, SearchAnswer, WholeArticle } from "./schemas";
import { searched } from "./searching";

export type Call = { id: string; query: string; language: Language; content: ApiContent };

/** What is answered, which parameters are wrong, or that there is no such article. */
export type Outcome = { body: object } | { wrong: Wrong[] } | { missing: true };

/** One address: what it takes and gives, for the documents, and how it answers. */
export type Route = {
  /** After `/api/v1/`; `{id}` names an article. */
  path: string;
  name: string;
  summary: string;
  query: z.ZodObject;
  gives: z.ZodType;
  answer(call: Call): Outcome;
};

type Described<Q extends z.ZodObject, A extends z.ZodType> = Omit<Route, "query" | "gives" | "answer"> & {
  query: Q;
  gives: A;
  /** Undefined: there is no such article. */
  make(query: z.infer<Q>, call: Call): (z.infer<A> & object) | undefined;
};

function route<Q extends z.ZodObject, A extends z.ZodType>({ make, ...described }: Described<Q, A>): Route {
  return {
    ...described,
    answer(call) {
      const asked = readQuery(described.query, call.query);
      if ("wrong" in asked) return asked;
      const body = make(asked.read, call);
      return body ? { body } : { missing: true };
    },
  };
}

/** Everything about articles that can be asked for; the two documents are made of this table. */
export const routes: Route[] = [
  route({
    path: "articles",
    name: "listArticles",
    summary: "Articles by id, a page at a time",
    query: ListQuery,
    gives: ArticleList,
    make: (query, { content, language }) => listed(content, query, language),
  }),
  route({
    path: "articles/{id}",
    name: "getArticle",
    summary: "A whole article",
    query: ArticleQuery,
    gives: WholeArticle,
    make(_, { id, content: { articles }, language }) {
      const article = articles.get(id);
      return article && wholeArticle(article, language, articles);
    },
  }),
  route({
    path: "search",
    name: "searchArticles",
    summary: "Articles for what a resident says, best first, and what the bot would do",
    query: SearchQuery,
    gives: SearchAnswer,
    make: (query, { content, language }) => searched(content, query, language),
  }),
];
