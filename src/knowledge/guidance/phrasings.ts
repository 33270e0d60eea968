import type { Language } from "../../conversation/language";
import type { Article } from "../article";
import { versionsOf } from "./versions";

/** Half of what articles that are understood well have in Polish; one more than must be in another language. */
const FEWEST: Record<Language, number> = { pl: 30, en: 5, uk: 5 };

export type FewPhrasings = { language: Language; there: number; wanted: number };

/** The languages in which people's own words are too few to tell the article from others. */
export function fewPhrasings(article: Article): FewPhrasings[] {
  return versionsOf(article).flatMap(({ language, phrasings: { length: there } }) =>
    there < FEWEST[language] ? [{ language, there, wanted: FEWEST[language] }] : [],
  );
}
