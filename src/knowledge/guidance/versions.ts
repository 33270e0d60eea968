import type { Language } from "../../conversation/language";
import { type SectionName, sectionNames } from "../../conversation/reply";
import type { Article, OtherLanguage, Sections } from "../article";

/** One language of an article, in the words a resident reads. */
export type Version = { language: Language; title: string; phrasings: string[]; answer: string; sections: Sections };

const others = ["en", "uk"] as const satisfies OtherLanguage[];

/** An article in all its languages, Polish first. */
export function versionsOf(article: Article): Version[] {
  const { title, phrasings, answer, sections, translations } = article;
  return [
    { language: "pl", title, phrasings, answer, sections },
    ...others
      .filter((language) => !translations[language].missing)
      .map((language) => ({ language, ...translations[language] })),
  ];
}

/** A part of a version; the short answer has no heading. */
export type Part = { part: "answer" | SectionName; text: string };

/** What there is of a version, in the order it is read. */
export function partsOf({ answer, sections }: Pick<Version, "answer" | "sections">): Part[] {
  const named = sectionNames.flatMap((part): Part[] => {
    const text = sections[part];
    return text === undefined ? [] : [{ part, text }];
  });
  return [{ part: "answer", text: answer }, ...named];
}

/** The sections that stand in Polish and not in another language, by language; languages that lack nothing are left out. */
export function missingParts(article: Article): { language: OtherLanguage; parts: SectionName[] }[] {
  return others.flatMap((language) => {
    const { sections: there, missing } = article.translations[language];
    const parts = sectionNames.filter((name) => article.sections[name] !== undefined && there[name] === undefined);
    return missing || parts.length > 0 ? [{ language, parts }] : [];
  });
}
