import type { Article, OtherLanguage } from "../article";
import { numbersIn, numbersInLetters, type Told } from "./numbers";
import { type Part, partsOf, type Version, versionsOf } from "./versions";

/** A part whose numbers, days or amounts are not those of the Polish one, as they are written. */
export type Difference = {
  part: Part["part"];
  language: OtherLanguage;
  onlyInPolish: string[];
  onlyThere: string[];
};

/**
 * Where the languages of an article tell other numbers. What another part of the version tells is no difference: short
 * answers choose what they tell. A part that is not translated differs in nothing.
 */
export function differencesIn(article: Article): Difference[] {
  const [polish, ...others] = versionsOf(article);
  return polish ? others.flatMap((other) => differencesBetween(polish, other)) : [];
}

function differencesBetween(polish: Version, other: Version): Difference[] {
  const { language } = other;
  if (language === "pl") return [];
  const [toldInPolish, toldThere] = [allIn(polish), allIn(other)];
  const there = new Map(partsOf(other).map(({ part, text }) => [part, text]));
  return partsOf(polish).flatMap(({ part, text }) => {
    const translated = there.get(part);
    if (translated === undefined) return [];
    const onlyInPolish = missing(numbersIn(text), toldThere);
    const onlyThere = missing(numbersIn(translated), toldInPolish);
    return onlyInPolish.length + onlyThere.length > 0 ? [{ part, language, onlyInPolish, onlyThere }] : [];
  });
}

/** Everything a version tells, in digits or in letters. */
function allIn(version: Version): Set<string> {
  const text = partsOf(version)
    .map((part) => part.text)
    .join("\n");
  return new Set([...numbersIn(text).flatMap(({ keys }) => keys), ...numbersInLetters(text, version.language)]);
}

/** What of these is not among all that is told; each once. */
export function missing(told: Told[], all: Set<string>): string[] {
  return [...new Set(told.filter(({ keys }) => !keys.some((key) => all.has(key))).map(({ said }) => said))];
}
