import type { Language } from "../conversation/language";
import type { Article } from "./article";

/** What residents read of an article in a language; sections that are not translated are missing. */
export function wordsIn(article: Article, language: Language): Pick<Article, "title" | "answer" | "sections"> {
  return language === "pl" ? article : article.translations[language];
}
