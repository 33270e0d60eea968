import type { Language } from "../conversation/language";
import { sectionNames } from "../conversation/reply";
import { type Article, headings } from "../knowledge/article";
import { wordsIn } from "../knowledge/wordsIn";
import type { StaffContent } from "./parts";
import type { ArticleView, KnowledgeHit } from "./wire";

/** An article found: its Polish name, and the answer as the resident would read it. */
export function knowledgeHit(
  { article, score }: { article: Article; score: number },
  language: Language,
): KnowledgeHit {
  const { id, title, checkAgain } = article;
  return { id, title, answer: wordsIn(article, language).answer, score, checkAgain };
}

/** An article in the words a resident reads. */
export function articleView(article: Article, language: Language, { articles }: StaffContent): ArticleView {
  const { id, unit, sources, sourceDate, checkedOn, confidence, related } = article;
  const { title, answer, sections } = wordsIn(article, language);
  const translated = Object.keys(sections).length > 0;
  const sectionsLanguage = translated ? language : "pl";
  const shown = translated ? sections : article.sections;
  return {
    id,
    title,
    language,
    answer,
    sectionsLanguage,
    sections: sectionNames.flatMap((name) => {
      const text = shown[name];
      return text === undefined ? [] : [{ name, heading: headings[sectionsLanguage][name], text }];
    }),
    unit,
    sources,
    sourceDate,
    checkedOn,
    confidence,
    related: related.map((other) => ({ id: other, title: articles.get(other)?.title ?? other })),
  };
}
