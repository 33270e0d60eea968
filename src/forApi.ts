import type { ApiContent } from "./api/parts";
import { inWarsaw } from "./conversation/openingHours";
import type { Article } from "./knowledge/article";
import { findArticles } from "./knowledge/findArticles";
import { isTold } from "./knowledge/standing";
import { decide } from "./turn/decide";
import { firstTurn } from "./turn/firstTurn";
import { hear } from "./turn/hear";
import type { Parts } from "./turn/parts";

/** What other systems may read of the content, understood as the bot does. */
export function apiContent(parts: Parts, now: () => Date): ApiContent {
  const { content } = parts;
  const articles = toldArticles(parts, inWarsaw(now()).date);
  const { version } = content;
  const search = (text: string) => parts.search(text).filter(({ article }) => articles.has(article));
  const understand: Parameters<typeof findArticles>[0]["understand"] = (text, language) =>
    parts.understand(text, { language, found: search(text).map(({ article }) => article) });
  return {
    articles,
    version,
    find: (text, language, most) => findArticles({ articles, search, understand }, text, { language, most }),
    decide: (text, language) => decide(hear(firstTurn(text, now(), language), parts)).decision,
  };
}

type Told = { by: string; articles: ReadonlyMap<string, Article> };

/** One map for as long as it holds the same, because the search keeps the words of all of them by it. */
const remembered = new WeakMap<object, Told>();

/** What residents are not told, other systems do not tell either: what is switched off or does not hold today. */
function toldArticles({ content: { articles }, office }: Parts, today: string): ReadonlyMap<string, Article> {
  const off = new Set(office.topics.off.map(({ topic }) => topic));
  const by = [today, ...off].join(" ");
  const known = remembered.get(articles);
  if (known?.by === by) return known.articles;
  const told = [...articles].filter(([id, article]) => isTold(article, today) && !off.has(`article:${id}`));
  const made = told.length === articles.size ? articles : new Map(told);
  remembered.set(articles, { by, articles: made });
  return made;
}
