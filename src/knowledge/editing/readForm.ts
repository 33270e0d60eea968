import type { Documents } from "../../content/documents";
import { looseYaml } from "../../content/looseYaml";
import type { OtherLanguage } from "../article";
import type { ArticleForm } from "./form";
import { cutPage, readParts } from "./pageText";

/** An article's documents by language. */
export const pathsOf = (id: string) =>
  ({ pl: `knowledge/${id}.md`, en: `knowledge/en/${id}.md`, uk: `knowledge/uk/${id}.md` }) as const;

/** An article's documents as a form. What is broken or missing is empty there; nothing is checked. */
export function formOf(id: string, documents: Documents): ArticleForm {
  const paths = pathsOf(id);
  const { front, body } = cutPage(documents.get(paths.pl) ?? "");
  const fields = fieldsOf(looseYaml(front));
  const { start, sections } = readParts(body, "pl");
  const translated = (language: OtherLanguage) => {
    const { title, phrasings, answer } = fieldsOf(fields[language]);
    const read = readParts(documents.get(paths[language]) ?? "", language);
    return { title: words(title), phrasings: lines(phrasings), answer: words(answer), sections: read.sections };
  };
  return {
    id,
    title: words(fields.title),
    phrasings: lines(fields.phrasings),
    answer: start,
    sections,
    keywords: lines(fields.keywords),
    unit: words(fields.unit),
    competence: fields.competence === "other" ? "other" : "city",
    sources: lines(fields.sources),
    quotes: lines(fields.quotes),
    sourceDate: words(fields.source_date),
    checkedOn: words(fields.checked_on),
    checkAgain: words(fields.check_again),
    confidence: fields.confidence === "high" || fields.confidence === "low" ? fields.confidence : "medium",
    related: lines(fields.related),
    owner: words(fields.owner),
    validFrom: words(fields.valid_from),
    validUntil: words(fields.valid_until),
    whenOverdue: fields.when_overdue === "person" ? "person" : "caution",
    en: translated("en"),
    uk: translated("uk"),
  };
}

const fieldsOf = (value: unknown): Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value) ? { ...value } : {};

function words(value: unknown): string {
  if (typeof value === "string") return value;
  return typeof value === "number" || typeof value === "boolean" ? String(value) : "";
}

const lines = (value: unknown): string[] =>
  Array.isArray(value) ? value.map(words).filter((line) => line !== "") : [];
