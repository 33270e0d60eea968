import type { SectionName } from "../../conversation/reply";
import type { Article, OtherLanguage } from "../article";
import { type Difference, differencesIn } from "./differences";
import { type UnsafeLink, unsafeLinks } from "./links";
import { type FewPhrasings, fewPhrasings } from "./phrasings";
import { type Readability, readabilityOf } from "./readability";
import { daysLeft, SOON_DAYS } from "./review";
import { type Rival, rivalsOf, type Weigh } from "./rivals";
import { type Unquoted, unquotedIn } from "./unquoted";
import { missingParts } from "./versions";

/** What an editor might do better about one article; an empty list means nothing was found. */
export type Guidance = {
  /** Days left until it has to be looked at again, when that is soon or past. */
  due?: number;
  few: FewPhrasings[];
  rivals: Rival[];
  readability: Readability;
  differences: Difference[];
  /** Numbers, days and amounts that the quotes from the sources do not hold; undefined while there are no quotes. */
  unquoted?: Unquoted[] | undefined;
  links: UnsafeLink[];
  missing: { language: OtherLanguage; parts: SectionName[] }[];
};

/** Looks an article through as it stands on a day (YYYY-MM-DD). */
export function guidanceFor(article: Article, { weigh, today }: { weigh: Weigh; today: string }): Guidance {
  const left = daysLeft(article, today);
  return {
    ...(left <= SOON_DAYS && { due: left }),
    few: fewPhrasings(article),
    rivals: rivalsOf(article, weigh),
    readability: readabilityOf(article),
    differences: differencesIn(article),
    ...(article.quotes && { unquoted: unquotedIn(article, article.quotes) }),
    links: unsafeLinks(article),
    missing: missingParts(article),
  };
}
