import type { Example } from "../conversation/understanding";
import type { Article } from "./article";

// Residents' own words teach most; an editor's prose only adds vocabulary and must not drown them.
const KEYWORD_WEIGHT = 0.6;
const PROSE_WEIGHT = 0.2;

/** What the classifier learns from the articles. */
export function articleExamples(articles: Article[]): Example[] {
  return articles.flatMap((article) => {
    const intent = { kind: "article" as const, id: article.id };
    const { en, uk } = article.translations;
    const said = [article.title, ...article.phrasings, en.title, ...en.phrasings, uk.title, ...uk.phrasings];
    const prose = [article.answer, Object.values(article.sections).join("\n"), en.answer, uk.answer];
    return [
      ...said.map((text) => ({ text, intent })),
      ...article.keywords.map((text) => ({ text, intent, weight: KEYWORD_WEIGHT })),
      ...prose.map((text) => ({ text, intent, weight: PROSE_WEIGHT })),
    ];
  });
}
