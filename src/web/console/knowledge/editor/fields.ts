import type { DraftView, PartView } from "../../../../staff/wire";
import type { Language } from "../../kit/languages";
import { isRecord } from "../../kit/reading";

export type ArticleForm = NonNullable<DraftView["article"]>;
export type Value = string | string[];
export type SectionName = Exclude<PartView["part"], "answer">;
export type ToldPart = "title" | "answer" | "phrasings" | SectionName;

/** In the order an article has them. */
export const sectionNames: SectionName[] = ["who", "need", "steps", "where", "fee", "time", "online", "caution"];
const toldParts: ToldPart[] = ["title", "answer", ...sectionNames, "phrasings"];
const spoken: Language[] = ["pl", "en", "uk"];

const commonTexts = [
  "unit",
  "competence",
  "owner",
  "sourceDate",
  "checkedOn",
  "checkAgain",
  "confidence",
  "validFrom",
  "validUntil",
  "whenOverdue",
] as const;
const commonLists = ["keywords", "sources", "quotes", "related"] as const;
type CommonText = (typeof commonTexts)[number];
type CommonList = (typeof commonLists)[number];
export type CommonKey = CommonText | CommonList;

/** A field of the form: what is told in one language, or what is common to all. */
export type FieldKey = `${Language}.${ToldPart}` | CommonKey;
type Field = { key: FieldKey; read(form: ArticleForm): Value; write(form: ArticleForm, value: Value): ArticleForm };
type Told = ArticleForm["en"];

/** Every field, in the order of the page. */
const fields: Field[] = [
  ...spoken.flatMap((language) => toldParts.map((part) => toldField(language, part))),
  ...commonTexts.map((key) => ({
    key,
    read: (form: ArticleForm) => form[key],
    write: (form: ArticleForm, value: Value) => withCommon(form, key, textOf(value)),
  })),
  ...commonLists.map((key) => ({
    key,
    read: (form: ArticleForm) => form[key],
    write: (form: ArticleForm, value: Value) => ({ ...form, [key]: linesOf(value) }),
  })),
];
const byKey = new Map(fields.map((field) => [field.key, field]));
export const fieldKeys = fields.map(({ key }) => key);

export const readField = (form: ArticleForm, key: FieldKey): Value => byKey.get(key)?.read(form) ?? "";
export const writeField = (form: ArticleForm, key: FieldKey, value: Value): ArticleForm =>
  byKey.get(key)?.write(form, value) ?? form;

export const textOf = (value: Value): string => (typeof value === "string" ? value : value.join("\n"));
export const linesOf = (value: Value): string[] => (typeof value === "string" ? value.split("\n") : value);

/** Whether two values say the same: blanks around them, empty lines and the kind of line ends do not count. */
export const isSame = (one: Value, other: Value): boolean => plain(one) === plain(other);

/** The fields in which two forms differ. */
export const changedFields = (one: ArticleForm, other: ArticleForm): FieldKey[] =>
  one === other ? [] : fieldKeys.filter((key) => !isSame(readField(one, key), readField(other, key)));

/** The sections an article has in any language. */
export const sectionsIn = (form: ArticleForm): SectionName[] =>
  sectionNames.filter((name) => spoken.some((language) => plain(readField(form, `${language}.${name}`)) !== ""));

/** The form without a section, in every language. */
export const withoutSection = (form: ArticleForm, name: SectionName): ArticleForm =>
  spoken.reduce((rest, language) => writeField(rest, `${language}.${name}`, ""), form);

/** Whether what was kept of a form is one; an older shape is not. */
export const isForm = (kept: unknown): kept is ArticleForm =>
  isTold(kept) &&
  isTold(kept.en) &&
  isTold(kept.uk) &&
  typeof kept.id === "string" &&
  commonTexts.every((key) => typeof kept[key] === "string") &&
  commonLists.every((key) => areTexts(kept[key]));

const isTold = (kept: unknown): kept is Record<string, unknown> =>
  isRecord(kept) &&
  typeof kept.title === "string" &&
  typeof kept.answer === "string" &&
  areTexts(kept.phrasings) &&
  isRecord(kept.sections) &&
  areTexts(Object.values(kept.sections));

const areTexts = (kept: unknown) => Array.isArray(kept) && kept.every((one) => typeof one === "string");

function plain(value: Value): string {
  if (typeof value === "string") return value.replaceAll("\r\n", "\n").trim();
  return value
    .map((line) => line.trim())
    .filter((line) => line !== "")
    .join("\n");
}

function toldField(language: Language, part: ToldPart): Field {
  return {
    key: `${language}.${part}`,
    read: (form) => readTold(toldIn(form, language), part),
    write: (form, value) => {
      const told = writeTold(toldIn(form, language), part, value);
      return language === "pl" ? { ...form, ...told } : { ...form, [language]: told };
    },
  };
}

const toldIn = (form: ArticleForm, language: Language): Told => (language === "pl" ? form : form[language]);

function readTold(told: Told, part: ToldPart): Value {
  if (part === "title" || part === "answer" || part === "phrasings") return told[part];
  return told.sections[part] ?? "";
}

function writeTold({ title, answer, phrasings, sections }: Told, part: ToldPart, value: Value): Told {
  const told = { title, answer, phrasings, sections };
  if (part === "phrasings") return { ...told, phrasings: linesOf(value) };
  if (part === "title" || part === "answer") return { ...told, [part]: textOf(value) };
  return { ...told, sections: { ...sections, [part]: textOf(value) } };
}

function withCommon(form: ArticleForm, key: CommonText, text: string): ArticleForm {
  switch (key) {
    case "competence":
      return { ...form, competence: text === "other" ? "other" : "city" };
    case "confidence":
      return { ...form, confidence: text === "high" || text === "low" ? text : "medium" };
    case "whenOverdue":
      return { ...form, whenOverdue: text === "person" ? "person" : "caution" };
    default:
      return { ...form, [key]: text };
  }
}
