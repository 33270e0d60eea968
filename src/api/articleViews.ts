import type { Language } from "../conversation/language";
import { plainText } from "../conversation/plainText";
import { type SectionName, sectionNames } from "../conversation/reply";
import { type Article, headings } from "../knowledge/article";
import { sourceDates } from "../knowledge/sourceDates";
import { wordsIn } from "../knowledge/wordsIn";
import type { ArticleSummary, WholeArticle } from "./schemas";

type Articles = ReadonlyMap<string, Article>;

/** An article as a list shows it. Phrasings and keywords teach the bot and are nobody else's. */
export function summaryOf(article: Article, language: Language): ArticleSummary {
  const { id, unit, checkedOn, checkAgain, confidence } = article;
  const { title, answer } = wordsIn(article, language);
  return {
    ...{ id, language, title },
    answer: words(answer, language !== "pl" && article.translations[language].missing ? "pl" : language),
    unit,
    checked_on: checkedOn,
    check_again: checkAgain,
    confidence,
    languages: languagesOf(article),
  };
}

/** All of an article; what is not translated is in Polish and says so. */
export function wholeArticle(article: Article, language: Language, articles: Articles): WholeArticle {
  return {
    ...summaryOf(article, language),
    sections: sectionNames.flatMap((name) => sectionOf(article, name, language)),
    sources: article.sources,
    source_date: ageOf(article.sourceDate),
    related: article.related.flatMap((id) => {
      const other = articles.get(id);
      return other ? [{ id, title: wordsIn(other, language).title }] : [];
    }),
  };
}

function sectionOf(article: Article, name: SectionName, language: Language): WholeArticle["sections"] {
  const translated = wordsIn(article, language).sections[name];
  const text = translated ?? article.sections[name];
  if (text === undefined) return [];
  const written = translated === undefined ? "pl" : language;
  return [{ name, heading: headings[written][name], ...words(text, written) }];
}

const words = (markdown: string, language: Language) => ({ language, markdown, text: plainText(markdown) });

function languagesOf(article: Article): Language[] {
  const parts = Object.keys(article.sections).length;
  const whole = (["en", "uk"] as const).filter(
    (other) =>
      !article.translations[other].missing && Object.keys(article.translations[other].sections).length === parts,
  );
  return ["pl", ...whole];
}

/** One date, or the oldest and the newest as an interval. */
function ageOf(note: string): string | null {
  const dates = sourceDates(note);
  const [first, last] = [dates[0], dates.at(-1)];
  if (first === undefined || last === undefined) return null;
  return first === last ? first : `${first}/${last}`;
}
