import MiniSearch from "minisearch";
import type { Article } from "./article";

/** Articles for the comparable words of a text, best first, at most five. Scores compare only within one search. */
export type Search = (asked: string[]) => { article: Article; score: number }[];

const MOST_FOUND = 5;
// A word that so many articles hold makes a long list and tells next to nothing; with many articles even rarer words do.
const COMMON_SHARE = 0.4;
const MANY_ARTICLES = 2_000;
const COMMON_SHARE_OF_MANY = 0.02;
// The rarest words of a long story find its matter.
const MOST_ASKED = 12;
// Of words that are all common only the rarest are asked for.
const LEAST_ASKED = 2;

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
  const telling = tellingTerms(documents, terms);
  return (asked) => {
    const query = {
      combineWith: "OR" as const,
      queries: telling([...new Set(asked)]),
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
  const written = Object.values(translations).filter(({ missing }) => !missing);
  const translated = written.flatMap((words) => [
    words.title,
    ...words.phrasings,
    words.answer,
    ...Object.values(words.sections),
  ]);
  return [title, title, ...phrasings, ...keywords, answer, ...Object.values(sections), ...translated].join("\n");
}

/** MiniSearch keeps how many documents hold a term to itself, so it is counted here, once. */
function tellingTerms(documents: { text: string }[], terms: (text: string) => string[]): (asked: string[]) => string[] {
  const holders = new Map<string, number>();
  for (const { text } of documents) {
    for (const term of new Set(terms(text))) holders.set(term, (holders.get(term) ?? 0) + 1);
  }
  const held = (term: string) => holders.get(term) ?? 0;
  const most = documents.length * (documents.length > MANY_ARTICLES ? COMMON_SHARE_OF_MANY : COMMON_SHARE);
  return (asked) => {
    const known = asked.filter((term) => held(term) > 0).sort((one, other) => held(one) - held(other));
    const rare = known.filter((term) => held(term) <= most);
    return rare.length > 0 ? rare.slice(0, MOST_ASKED) : known.slice(0, LEAST_ASKED);
  };
}
