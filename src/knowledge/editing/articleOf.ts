import { sectionNames } from "../../conversation/reply";
import { type Article, inPolish, type OtherLanguage, type Sections } from "../article";
import { fillOffices } from "../fillOffices";
import type { PublicOffice } from "../offices";
import type { ArticleForm } from "./form";

/** The article a form is becoming, as far as it is written; for looking at it before it is right. */
export function articleOf(form: ArticleForm, known: PublicOffice[]): Article {
  const offices = new Set<string>();
  const filled = (text: string, language: "pl" | OtherLanguage): string => {
    const done = fillOffices(text, language, known);
    if (language === "pl") for (const office of done.offices) offices.add(office);
    return done.text;
  };
  const sectionsOf = (sections: Sections, language: "pl" | OtherLanguage): Sections => {
    const written = sectionNames.flatMap((name) => (sections[name] ? [[name, filled(sections[name], language)]] : []));
    return Object.fromEntries(written);
  };
  const translated = (language: OtherLanguage) => {
    const { title, phrasings, answer, sections } = form[language];
    const told = { title: title.trim(), phrasings: trimmed(phrasings), answer: filled(answer.trim(), language) };
    const written = told.title || told.answer || told.phrasings.length > 0;
    const words = written ? told : inPolish(form.title.trim(), filled(form.answer.trim(), "pl"));
    return { ...words, sections: sectionsOf(sections, language) };
  };
  const [answer, sections] = [filled(form.answer.trim(), "pl"), sectionsOf(form.sections, "pl")];
  const { id, competence, sources, sourceDate, checkedOn, confidence, checkAgain, related, whenOverdue } = form;
  return {
    ...{ id, competence, sources, checkedOn, confidence, checkAgain, whenOverdue, answer, sections },
    title: form.title.trim(),
    phrasings: trimmed(form.phrasings),
    keywords: trimmed(form.keywords),
    unit: form.unit.trim(),
    sourceDate: sourceDate.trim(),
    ...(form.quotes.length > 0 && { quotes: trimmed(form.quotes) }),
    related: trimmed(related),
    ...(form.owner.trim() !== "" && { owner: form.owner.trim() }),
    ...(form.validFrom !== "" && { validFrom: form.validFrom }),
    ...(form.validUntil !== "" && { validUntil: form.validUntil }),
    offices: [...offices],
    translations: { en: translated("en"), uk: translated("uk") },
  };
}

const trimmed = (lines: string[]) => lines.map((line) => line.trim()).filter((line) => line !== "");
