import type { Language } from "../conversation/language";
import { type Choice, type Reply, type SectionName, sectionNames } from "../conversation/reply";
import type { Article } from "../knowledge/article";
import { fill } from "./fill";
import { phrasesIn } from "./phrases/phrases";

/** An article's short answer or one section of it, with its doubts, its source and date, and buttons for the rest. */
export function sayArticle(article: Article, section: SectionName | undefined, language: Language): Reply {
  const wanted = section && article.sections[section] ? section : undefined;
  const body = wanted ? sayPart(article, wanted, language) : sayShort(article, language);
  const caution = wanted === "caution" ? undefined : article.sections.caution;
  const text = [body, caution && sayCaution(caution, language), saySource(article, language)]
    .filter(Boolean)
    .join("\n\n");
  return { text, choices: partsLeft(article, wanted, language) };
}

/** The article's name as a resident reads it on a button. */
export function articleTitle(article: Article, language: Language): string {
  return language === "pl" ? article.title : article.translations[language].title;
}

function sayShort(article: Article, language: Language): string {
  const answer = language === "pl" ? article.answer : article.translations[language].answer;
  return `${articleTitle(article, language)}\n\n${answer}`;
}

function sayPart(article: Article, section: SectionName, language: Language): string {
  const phrases = phrasesIn(language);
  const heading = `${articleTitle(article, language)} – ${phrases.section[section].toLocaleLowerCase(language)}:`;
  return [heading, phrases.onlyInPolish, article.sections[section]].filter(Boolean).join("\n\n");
}

function sayCaution(caution: string, language: Language): string {
  return `${phrasesIn(language).section.caution}: ${caution}`;
}

function partsLeft(article: Article, read: SectionName | undefined, language: Language): Choice[] {
  const { section: titles } = phrasesIn(language);
  return sectionNames
    .filter((name) => article.sections[name] && name !== read && name !== "caution")
    .map((name) => ({ title: titles[name], wish: { kind: "read", article: article.id, section: name } }));
}

function saySource(article: Article, language: Language): string {
  const phrases = phrasesIn(language);
  const checkedOn = sayDate(article.checkedOn);
  const [source] = article.sources;
  if (!source) return fill(phrases.noSource, { checkedOn });
  const link = `[${new URL(source).hostname.replace(/^www\./, "")}](${source})`;
  if (article.sourceDate === "unknown") return fill(phrases.sourceUndated, { link, checkedOn });
  return fill(phrases.source, { link, checkedOn, sourceDate: forResidents(article.sourceDate) });
}

/** Editors' remarks in brackets are not for residents: "2020-2021 (BIP starszy)". */
const forResidents = (sourceDate: string) => sourceDate.replace(/\s*\([^)]*\)/g, "").trim();

/** `2026-11-21` as `21.11.2026`. */
function sayDate(iso: string): string {
  return iso.split("-").reverse().join(".");
}
