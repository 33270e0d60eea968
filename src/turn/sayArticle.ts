import type { Language } from "../conversation/language";
import { type Choice, type Reply, type SectionName, sectionNames } from "../conversation/reply";
import type { Article, Sections } from "../knowledge/article";
import { standingOf } from "../knowledge/standing";
import { fill } from "./fill";
import type { Phrases } from "./phrases/phrases";
import { sayDate, saySource } from "./saySource";

/** A language and the bot's own words in it. */
type Speech = { language: Language; phrases: Phrases };

/** `seen`: the resident has just read something of this article; `today`: YYYY-MM-DD in Kraków. */
type When = { seen?: boolean; today?: string | undefined };

/**
 * An article's short answer or one section of it, with its source and date, and buttons for the rest. Doubts are told
 * once, that it is out of date every time. Nobody is left with a text they cannot read or rely on: where a part is in
 * Polish only or out of date, a person is offered beside it.
 */
export function sayArticle(
  article: Article,
  section: SectionName | undefined,
  { language, phrases }: Speech,
  { seen = false, today }: When = {},
): Reply {
  const wanted = section && article.sections[section] ? section : undefined;
  const body = wanted
    ? sayPart(article, wanted, { language, phrases })
    : sayShort(article, section, { language, phrases });
  const caution = seen || wanted === "caution" ? undefined : sayCaution(article, { language, phrases });
  const { expired, overdue } = sayOutOfDate(article, phrases, today);
  const text = [expired, body, overdue, caution, saySource(article, phrases)].filter(Boolean).join("\n\n");
  const choices = partsLeft(article, wanted, { language, phrases });
  const foreign = wanted ? sectionsIn(article, language)[wanted] === undefined : isOnlyPolish(article, language);
  return { text, choices: foreign || expired || overdue ? [...choices, person(phrases)] : choices };
}

/** What no longer holds is said to before it is read; what may not, after. */
function sayOutOfDate(article: Article, phrases: Phrases, today: string | undefined) {
  const standing = today === undefined ? "good" : standingOf(article, today);
  const until = article.validUntil ?? "";
  return {
    expired: standing === "expired" ? fill(phrases.expired, { date: sayDate(until) }) : undefined,
    overdue: standing === "overdue" ? fill(phrases.overdue, { date: sayDate(article.checkAgain) }) : undefined,
  };
}

/** The article's name as a resident reads it on a button. */
export function articleTitle(article: Article, language: Language): string {
  return language === "pl" ? article.title : article.translations[language].title;
}

/** The short answer; it says so when it stands in for a part the article has not. */
function sayShort(article: Article, missing: SectionName | undefined, { language, phrases }: Speech): string {
  const answer = language === "pl" ? article.answer : article.translations[language].answer;
  const instead = missing && fill(phrases.noSuchPart, { part: phrases.section[missing].toLocaleLowerCase(language) });
  const polish = isOnlyPolish(article, language) && phrases.onlyInPolish;
  return [articleTitle(article, language), instead, polish, answer].filter(Boolean).join("\n\n");
}

const isOnlyPolish = ({ translations }: Article, language: Language) =>
  language !== "pl" && translations[language].missing === true;

function sayPart(article: Article, section: SectionName, { language, phrases }: Speech): string {
  const heading = `${articleTitle(article, language)} – ${phrases.section[section].toLocaleLowerCase(language)}:`;
  const said = sectionsIn(article, language)[section];
  return [heading, ...(said ? [said] : [phrases.onlyInPolish, article.sections[section]])].join("\n\n");
}

/** Who cannot read the editors' doubts learns that there are some, and where to ask. */
function sayCaution(article: Article, { language, phrases }: Speech): string | undefined {
  if (!article.sections.caution) return undefined;
  return `${phrases.section.caution}: ${sectionsIn(article, language).caution ?? phrases.cautionInPolish}`;
}

/** The parts there are in a language. */
function sectionsIn({ sections, translations }: Article, language: Language): Sections {
  return language === "pl" ? sections : translations[language].sections;
}

function partsLeft(article: Article, read: SectionName | undefined, { language, phrases }: Speech): Choice[] {
  const told = sectionsIn(article, language).caution ? "caution" : undefined;
  return sectionNames
    .filter((name) => article.sections[name] && name !== read && name !== told)
    .map((name) => ({ title: phrases.section[name], wish: { kind: "read", article: article.id, section: name } }));
}

function person({ human }: Phrases): Choice {
  return { title: human, wish: { kind: "human" } };
}
