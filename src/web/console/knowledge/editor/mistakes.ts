import type { DraftView } from "../../../../staff/wire";
import type { Language } from "../../kit/languages";
import { type FieldKey, fieldKeys, type SectionName, sectionNames } from "./fields";

type Mistake = DraftView["mistakes"][number];
type Documents = Pick<DraftView["documents"][number], "path" | "text">[];
/** What sections are headed with in each language. */
type Headings = Record<Language, Record<SectionName, string>>;

/** A field on the page; `line`: which of its lines. */
export type Place = { key: FieldKey; line?: number };

/** The id of a field's element, to link to and to put the focus on. */
export const idOfPlace = ({ key, line }: Place): string =>
  `field-${key.replace(".", "-")}${line === undefined ? "" : `-${line}`}`;

/** Where on the page a mistake of the article's files is; undefined for what stands elsewhere. */
export function placeOf(mistake: Mistake, id: string, documents: Documents, headings: Headings): Place | undefined {
  const language = languageOf(mistake.file, id);
  if (language === undefined) return undefined;
  if (mistake.field !== "") return language === "pl" ? placeOfField(mistake.field) : undefined;
  const quoted = sectionNames.find((name) => mistake.message.includes(`„${headings[language][name]}”`));
  const text = documents.find(({ path }) => languageOf(path, id) === language)?.text ?? "";
  const part = quoted ?? partAt(text, mistake.line, headings[language]);
  if (part === undefined) return undefined;
  return part === "answer" && language !== "pl" ? undefined : { key: `${language}.${part}` };
}

/** What is wrong with each field, and with each of its lines. */
export function mistakesByPlace(placed: { place: Place | undefined; message: string }[]): ReadonlyMap<string, string> {
  const told = new Map<string, string>();
  for (const { place, message } of placed) {
    if (!place) continue;
    const id = idOfPlace(place);
    told.set(id, told.has(id) ? `${told.get(id)}; ${message}` : message);
  }
  return told;
}

function languageOf(file: string, id: string): Language | undefined {
  const [, folder, name] = file.match(/(?:^|\/)knowledge\/(?:(en|uk)\/)?([^/]+)\.md$/) ?? [];
  if (name !== id) return undefined;
  return folder === "en" || folder === "uk" ? folder : "pl";
}

/** `en.phrasings[2]` → the third phrasing in English; `check_again` → the day. */
function placeOfField(field: string): Place | undefined {
  const [, language = "", name = "", line] = field.match(/^(?:(en|uk)\.)?(\w+)(?:\[(\d+)\])?/) ?? [];
  const own = name.replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase());
  const wanted = language ? `${language}.${own}` : own;
  const key = fieldKeys.find((one) => one === wanted || one === `pl.${wanted}`) ?? wholeTranslation(wanted);
  if (key === undefined) return undefined;
  return line === undefined || !hasLines(key) ? { key } : { key, line: Number(line) };
}

/** All of a language's words are missing. */
const wholeTranslation = (name: string): FieldKey | undefined =>
  name === "en" || name === "uk" ? `${name}.title` : undefined;

const hasLines = (key: FieldKey) => key.endsWith("phrasings") || key === "sources" || key === "quotes";

/** The part of a text that a line of its file belongs to; the front matter is none. */
function partAt(text: string, line: number, headings: Headings[Language]): SectionName | "answer" | undefined {
  const lines = text.split("\n");
  const begin = lines[0] === "---" ? lines.indexOf("---", 1) + 1 : 0;
  if (line <= begin) return undefined;
  const heading = lines
    .slice(begin, line)
    .findLast((one) => /^#+\s/.test(one))
    ?.replace(/^#+\s+/, "")
    .trim();
  if (heading === undefined) return "answer";
  return sectionNames.find((name) => headings[name] === heading);
}
