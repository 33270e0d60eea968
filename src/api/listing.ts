import type { z } from "zod";
import type { Language } from "../conversation/language";
import { wordsOf } from "../conversation/words";
import type { Article } from "../knowledge/article";
import { holdsAll } from "../knowledge/findArticles";
import { wordsIn } from "../knowledge/wordsIn";
import { summaryOf } from "./articleViews";
import type { ApiContent } from "./parts";
import type { ListQuery } from "./query";
import type { ArticleList } from "./schemas";

/**
 * A page of articles by id. A page begins after an id, not at a number, so that an article that comes or goes between
 * two pages makes nobody miss another one.
 */
export function listed(
  { articles, version }: ApiContent,
  { q = "", unit = "", limit, after = "" }: z.infer<typeof ListQuery>,
  language: Language,
): ArticleList {
  const fits = fitting(q, unit, language);
  const all = [...articles.values()].filter(fits).sort((one, other) => (one.id < other.id ? -1 : 1));
  const left = all.filter(({ id }) => id > after);
  const page = left.slice(0, limit);
  return {
    language,
    content_version: version,
    total: all.length,
    next: left.length > page.length ? (page.at(-1)?.id ?? null) : null,
    articles: page.map((article) => summaryOf(article, language)),
  };
}

/** Whether every word asked for begins one of the article, or of its unit's name. */
function fitting(q: string, unit: string, language: Language): (article: Article) => boolean {
  const [inText, inUnit] = [wordsOf(q), wordsOf(unit)];
  const textOf = (article: Article) => {
    const { title, answer } = wordsIn(article, language);
    return `${title} ${answer}`;
  };
  // Without words nothing is taken apart.
  return (article) =>
    (inText.length === 0 || holdsAll(inText, wordsOf(textOf(article)))) &&
    (inUnit.length === 0 || holdsAll(inUnit, wordsOf(article.unit)));
}
