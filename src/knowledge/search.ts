import MiniSearch from "minisearch";
import type { Article } from "./article";

/** Articles for the comparable words of a text, best first, at most five. Scores compare only within one search. */
export type Search = (asked: string[]) => { article: Article; score: number }[];

const MOST_FOUND = 5;
// Very common words make long lists and tell little; below this many articles the lists are short anyway.
const MANY_ARTICLES = 2_000;
const COMMON_SHARE = 0.02;

/**
 * Full-text search over articles. `terms` turns a text into comparable words, for the index as whoever asks does for the
 * query. One merged field: summing scores of several fields ranked worse when measured.
 */
export function createSearch(articles: Article[], terms: (text: string) => string[]): Search {
  const byId = new Map(articles.map((article) => [article.id, article]));
  const index = new MiniSearch<{ id: string; text: string }>({
    fields: ["text"],
    tokenize: terms,
    processTerm: (term) => term,
    searchOptions: { prefix: false, fuzzy: false },
  });
  const documents = articles.map((article) => ({ id: article.id, text: mergedText(article) }));
  index.addAll(documents);
  const isCommon = commonTerms(documents, terms);
  return (terms) => {
    const asked = [...new Set(terms)];
    const rare = asked.filter((term) => !isCommon(term));
    const query = {
      combineWith: "OR" as const,
      queries: rare.length > 0 ? rare : asked,
      tokenize: (term: string) => [term],
    };
    return index
      .search(query)
      .slice(0, MOST_FOUND)
      .flatMap(({ id, score }) => {
        const article = byId.get(id);
        return article ? [{ article, score }] : [];
      });
  };
}

function mergedText(article: Article): string {
  const { title, phrasings, keywords, answer, sections, translations } = article;
  const translated = Object.values(translations).flatMap((words) => [
    words.title,
    ...words.phrasings,
    words.answer,
    ...Object.values(words.sections),
  ]);
  return [title, title, ...phrasings, ...keywords, answer, ...Object.values(sections), ...translated].join("\n");
}

/** MiniSearch keeps how many documents hold a term to itself, so it is counted here, once. */
function commonTerms(documents: { text: string }[], terms: (text: string) => string[]): (term: string) => boolean {
  if (documents.length <= MANY_ARTICLES) return () => false;
  const frequency = new Map<string, number>();
  for (const { text } of documents) {
    for (const term of new Set(terms(text))) frequency.set(term, (frequency.get(term) ?? 0) + 1);
  }
  return (term) => (frequency.get(term) ?? 0) > documents.length * COMMON_SHARE;
}
