import { isDeepStrictEqual } from "node:util";
import type { Changes, Documents } from "../../content/documents";
import { editYaml } from "../../content/editYaml";
import { looseYaml } from "../../content/looseYaml";
import { writeYaml } from "../../content/writeYaml";
import type { YamlEdit } from "../../content/yamlValue";
import { sectionNames } from "../../conversation/reply";
import type { OtherLanguage, Sections } from "../article";
import type { ArticleForm } from "./form";
import { cutPage, type NewParts, writeParts } from "./pageText";
import { formOf, pathsOf } from "./readForm";

/** What the form changes in the article's documents. What it does not change keeps its bytes; a translation without any section is taken away. */
export function changesOf(form: ArticleForm, documents: Documents): Changes {
  const paths = pathsOf(form.id);
  const before = formOf(form.id, documents);
  const changes = new Map<string, string | null>();
  const tell = (path: string, text: string | null) => {
    if ((documents.get(path) ?? null) !== text) changes.set(path, text);
  };
  tell(paths.pl, originalText(form, before, documents.get(paths.pl) ?? ""));
  for (const language of ["en", "uk"] as const)
    tell(paths[language], translationText(language, { form, before }, documents.get(paths[language]) ?? null));
  return changes;
}

type Both = { form: ArticleForm; before: ArticleForm };

function originalText(form: ArticleForm, before: ArticleForm, text: string): string {
  const { opening, front, closing, body } = cutPage(text);
  const newParts = changedParts(form, before);
  const newBody = Object.keys(newParts).length > 0 ? writeParts(body, "pl", newParts) : body;
  const newFront = frontText(front, form, before);
  if (newFront === front) return opening + front + closing + newBody;
  return (opening || "---\n") + newFront + (closing || "---\n") + newBody;
}

function translationText(language: OtherLanguage, { form, before }: Both, text: string | null): string | null {
  const changed = changedSections(form[language].sections, before[language].sections);
  if (Object.keys(changed).length === 0) return text;
  const left = sectionNames.some((name) => trimmed(form[language].sections[name]) !== "");
  return left ? writeParts(text ?? "", language, changed) : null;
}

function changedParts(form: ArticleForm, before: ArticleForm): NewParts {
  const answer = trimmed(form.answer);
  return {
    ...(answer !== trimmed(before.answer) && { start: answer }),
    ...changedSections(form.sections, before.sections),
  };
}

function changedSections(now: Sections, before: Sections): NewParts {
  const names = sectionNames.filter((name) => trimmed(now[name]) !== trimmed(before[name]));
  return Object.fromEntries(names.map((name) => [name, trimmed(now[name])]));
}

const trimmed = (text = "") => text.replaceAll("\r\n", "\n").trim();

/** The front matter with the fields that changed; written as a whole where the old one cannot be read. */
function frontText(front: string, form: ArticleForm, before: ArticleForm): string {
  const [now, was] = [fieldsOf(form), fieldsOf(before)];
  const changed = now.filter(({ at, value }) => !isDeepStrictEqual(value, was.find((one) => same(one.at, at))?.value));
  if (changed.length === 0) return front;
  const result = front.trim() === "" ? undefined : editYaml(front, editsOf(front, changed));
  return typeof result === "string" ? result : writeYaml(nested(now));
}

type Field = { at: string[]; value: string | string[]; optional?: true };

const same = (one: string[], other: string[]) => one.join(".") === other.join(".");

/** The fields of the front matter in their order. Optional ones are left out where they say nothing. */
function fieldsOf(form: ArticleForm): Field[] {
  const optional = (name: string, value: string | string[]): Field => ({ at: [name], value, optional: true });
  const told = (language: OtherLanguage): Field[] => {
    const { title, phrasings, answer } = form[language];
    if (!title && !answer && phrasings.length === 0) return [{ at: [language], value: "", optional: true }];
    const fields = Object.entries({ title, phrasings, answer });
    return fields.map(([name, value]) => ({ at: [language, name], value }));
  };
  return [
    { at: ["title"], value: form.title },
    { at: ["phrasings"], value: form.phrasings },
    { at: ["keywords"], value: form.keywords },
    { at: ["unit"], value: form.unit },
    { at: ["competence"], value: form.competence },
    optional("owner", form.owner),
    { at: ["sources"], value: form.sources },
    optional("quotes", form.quotes),
    { at: ["source_date"], value: form.sourceDate },
    { at: ["checked_on"], value: form.checkedOn },
    { at: ["confidence"], value: form.confidence },
    { at: ["check_again"], value: form.checkAgain },
    optional("valid_from", form.validFrom),
    optional("valid_until", form.validUntil),
    optional("when_overdue", form.whenOverdue === "caution" ? "" : form.whenOverdue),
    { at: ["related"], value: form.related },
    ...told("en"),
    ...told("uk"),
  ];
}

function editsOf(front: string, changed: Field[]): YamlEdit[] {
  const there = new Map(Object.entries(Object(looseYaml(front))));
  const wanting = ["en", "uk"].filter((language) => Object(there.get(language)) !== there.get(language));
  const begun = wanting
    .filter((language) => changed.some(({ at }) => at[0] === language))
    .map((language): YamlEdit => ({ edit: "set", at: [language], value: { title: "", phrasings: [], answer: "" } }));
  const edits = changed.map(({ at, value, optional }): YamlEdit => {
    return optional && value.length === 0 ? { edit: "remove", at } : { edit: "set", at, value };
  });
  return [...begun, ...edits];
}

function nested(fields: Field[]): object {
  const front: Record<string, unknown> = {};
  const translated: Record<string, Record<string, unknown>> = {};
  for (const { at, value, optional } of fields) {
    const [name = "", inner] = at;
    if (inner !== undefined) translated[name] = { ...translated[name], [inner]: value };
    else if (!optional || value.length > 0) front[name] = value;
  }
  return { ...front, ...translated };
}
