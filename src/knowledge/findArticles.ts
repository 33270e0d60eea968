import type { Language } from "../conversation/language";
import type { Understanding } from "../conversation/understanding";
import { wordsOf } from "../conversation/words";
import type { Article } from "./article";

/** The articles as they are now, and what is made of a text. */
export type Findable = {
  articles: ReadonlyMap<string, Article>;
  /** Articles by the full-text index, best first. */
  search(text: string): { article: string; score: number }[];
  understand(text: string, language: Language): Pick<Understanding, "candidates">;
};

/** For whom, and how many at most. */
export type Finding = { language: Language; most: number };

/** `score` is 0–1, and compares between searches. */
export type FoundArticle = { article: Article; score: number };

// What speaks for an article: that its title holds every word typed so far, what the bot would make of the text, its
// place in the full-text index, and, least, that keywords hold the words.
const TITLE = 3;
const CLOSENESS = 1;
const MEANING = 2;
const INDEX = 1;
const KEYWORDS = 0.5;
const EVERYTHING = TITLE + CLOSENESS + MEANING + INDEX;

/** Articles for words that are still being typed, best first: cut words find titles, whole ones what the bot would find. */
export function findArticles(content: Findable, typed: string, { language, most }: Finding): FoundArticle[] {
  const words = wordsOf(typed);
  if (words.length === 0) return [];
  const scores = new Map<string, number>();
  const add = (id: string, score: number) => scores.set(id, (scores.get(id) ?? 0) + score);
  for (const [rank, { article }] of content.search(typed).entries()) add(article, INDEX / (rank + 1));
  for (const { intent, confidence } of content.understand(typed, language).candidates)
    if (intent.kind === "article") add(intent.id, MEANING * confidence);
  for (const { id, titles, keywords } of wordsOfArticles(content)) {
    const closeness = Math.max(0, ...titles.map((title) => closenessOf(words, title)));
    if (closeness > 0) add(id, TITLE + CLOSENESS * closeness);
    else if (holdsAll(words, keywords)) add(id, KEYWORDS);
  }
  return [...scores]
    .sort(([, one], [, other]) => other - one)
    .slice(0, most)
    .flatMap(([id, score]) => {
      const article = content.articles.get(id);
      return article ? [{ article, score: score / EVERYTHING }] : [];
    });
}

/** Does beforehand what the first search would have to wait for. */
export function prepareSearch(content: Pick<Findable, "articles">): void {
  wordsOfArticles(content);
}

/** Whether every word begins one of those known. */
export const holdsAll = (words: string[], known: string[]) =>
  words.every((word) => known.some((one) => one.startsWith(word)));

/** 0 unless every word begins one of the title's; up to 1 the more of the title was typed. */
function closenessOf(words: string[], title: string[]): number {
  return holdsAll(words, title) ? Math.min(1, words.length / title.length) : 0;
}

type Known = { id: string; titles: string[][]; keywords: string[] };
const known = new WeakMap<Findable["articles"], Known[]>();

/** Made once for the articles as they are now. */
function wordsOfArticles({ articles }: Pick<Findable, "articles">): Known[] {
  const made = known.get(articles) ?? [...articles.values()].map(wordsOfArticle);
  known.set(articles, made);
  return made;
}

function wordsOfArticle({ id, title, keywords, translations }: Article): Known {
  const titles = [title, translations.en.title, translations.uk.title].map(wordsOf);
  return { id, titles, keywords: wordsOf([title, ...keywords].join(" ")) };
}
