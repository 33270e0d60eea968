import type { Example } from "../conversation/understanding";
import type { Article } from "./article";

// A keyword alone says less than a sentence. The article's prose teaches nothing more: it was measured, and left out.
const KEYWORD_WEIGHT = 0.6;

/** What the classifier learns from the articles. */
export function articleExamples(articles: Article[]): Example[] {
  return articles.flatMap((article) => {
    const intent = { kind: "article" as const, id: article.id };
    const { en, uk } = article.translations;
    const translated = [en, uk].flatMap(({ title, phrasings, missing }) => (missing ? [] : [title, ...phrasings]));
    const said = [article.title, ...article.phrasings, ...translated];
    return [
      ...said.map((text) => ({ text, intent })),
      ...article.keywords.map((text) => ({ text, intent, weight: KEYWORD_WEIGHT })),
    ];
  });
}
