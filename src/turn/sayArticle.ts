import type { Language } from "../conversation/language";
import { type Choice, type Reply, type SectionName, sectionNames } from "../conversation/reply";
import type { Article, Sections } from "../knowledge/article";
import { fill } from "./fill";
import { phrasesIn } from "./phrases/phrases";
import { saySource } from "./saySource";

/**
 * An article's short answer or one section of it, with its source and date, and buttons for the rest. Doubts are told
 * once: `seen` says that the resident has just read something of this article. Nobody is left with a text they cannot
 * read: where a part is in Polish only, a person is offered beside it.
 */
export function sayArticle(
  article: Article,
  section: SectionName | undefined,
  language: Language,
  seen = false,
): Reply {
  const wanted = section && article.sections[section] ? section : undefined;
  const body = wanted ? sayPart(article, wanted, language) : sayShort(article, section, language);
  const caution = seen || wanted === "caution" ? undefined : sayCaution(article, language);
  const text = [body, caution, saySource(article, language)].filter(Boolean).join("\n\n");
  const choices = partsLeft(article, wanted, language);
  const foreign = wanted && sectionsIn(article, language)[wanted] === undefined;
  return { text, choices: foreign ? [...choices, person(language)] : choices };
}

/** The article's name as a resident reads it on a button. */
export function articleTitle(article: Article, language: Language): string {
  return language === "pl" ? article.title : article.translations[language].title;
}

/** The short answer; it says so when it stands in for a part the article has not. */
function sayShort(article: Article, missing: SectionName | undefined, language: Language): string {
  const phrases = phrasesIn(language);
  const answer = language === "pl" ? article.answer : article.translations[language].answer;
  const instead = missing && fill(phrases.noSuchPart, { part: phrases.section[missing].toLocaleLowerCase(language) });
  return [articleTitle(article, language), instead, answer].filter(Boolean).join("\n\n");
}

function sayPart(article: Article, section: SectionName, language: Language): string {
  const phrases = phrasesIn(language);
  const heading = `${articleTitle(article, language)} – ${phrases.section[section].toLocaleLowerCase(language)}:`;
  const said = sectionsIn(article, language)[section];
  return [heading, ...(said ? [said] : [phrases.onlyInPolish, article.sections[section]])].join("\n\n");
}

/** Who cannot read the editors' doubts learns that there are some, and where to ask. */
function sayCaution(article: Article, language: Language): string | undefined {
  if (!article.sections.caution) return undefined;
  const phrases = phrasesIn(language);
  return `${phrases.section.caution}: ${sectionsIn(article, language).caution ?? phrases.cautionInPolish}`;
}

/** The parts there are in a language. */
function sectionsIn({ sections, translations }: Article, language: Language): Sections {
  return language === "pl" ? sections : translations[language].sections;
}

function partsLeft(article: Article, read: SectionName | undefined, language: Language): Choice[] {
  const { section: titles } = phrasesIn(language);
  const told = sectionsIn(article, language).caution ? "caution" : undefined;
  return sectionNames
    .filter((name) => article.sections[name] && name !== read && name !== told)
    .map((name) => ({ title: titles[name], wish: { kind: "read", article: article.id, section: name } }));
}

function person(language: Language): Choice {
  return { title: phrasesIn(language).human, wish: { kind: "human" } };
}
