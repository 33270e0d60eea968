import { z } from "zod";
import { checkYaml } from "../../content/checkYaml";
import type { Documents } from "../../content/documents";
import { editYaml } from "../../content/editYaml";
import type { Mistake } from "../../content/mistakes";
import { fold } from "../../conversation/fold";
import type { Language } from "../../conversation/language";
import type { Intent } from "../../conversation/understanding";
import type { YamlEdit } from "../wire";

export type Phrasing = { text: string; language: Language };

/** A document with other phrasings; `changed` are those that are new in it, or are there no more. */
export type Edited = { path: string; text: string; changed: Phrasing[] } | { mistakes: Mistake[] };

/** The document that teaches the bot a meaning. */
export const documentOf = ({ kind, id }: Intent): string =>
  ({
    article: `knowledge/${id}.md`,
    service: `dialogs/services/${id}.yaml`,
    dialog: `dialogs/${id}.yaml`,
    talk: "dialogs/_smallTalk.yaml",
    outside: "knowledge/_outside.yaml",
  })[kind];

/** Puts phrasings at the end of a meaning's own, each in its language; what is there already is not put twice. */
export function addPhrasings(documents: Documents, intent: Intent, phrasings: Phrasing[]): Edited {
  return editEach(documents, intent, phrasings, (value, at, { text }) => {
    const there = listAt(value, at);
    if (there?.some((one) => fold(one) === fold(text))) return undefined;
    if (there) return { edit: "add", at: [...at, there.length], value: text };
    // A kind of report may have no examples in a language, or none at all.
    const field = at.at(-1) ?? "";
    const above = at.slice(0, -1);
    const isThere = above.length === 0 || valueAt(value, above) !== undefined;
    return isThere ? { edit: "add", at, value: [text] } : { edit: "add", at: above, value: { [field]: [text] } };
  });
}

/** Takes phrasings out again, word for word; what is not there is let be. */
export function removePhrasings(documents: Documents, intent: Intent, phrasings: Phrasing[]): Edited {
  return editEach(documents, intent, phrasings, (value, at, { text }) => {
    const place = listAt(value, at)?.lastIndexOf(text) ?? -1;
    return place === -1 ? undefined : { edit: "remove", at: [...at, place] };
  });
}

type At = (string | number)[];
type Step = (value: unknown, at: At, phrasing: Phrasing) => YamlEdit | undefined;

function editEach(documents: Documents, intent: Intent, phrasings: Phrasing[], step: Step): Edited {
  const path = documentOf(intent);
  const whole = documents.get(path) ?? "";
  const { before, after, ...parts } = yamlIn(path, whole);
  let { yaml } = parts;
  const changed: Phrasing[] = [];
  for (const phrasing of phrasings) {
    const read = checkYaml({ file: path, text: yaml.replaceAll("\r\n", "\n"), firstLine: 1 }, z.unknown());
    const at = read.piece && placeOf(read.piece.value, intent, phrasing.language);
    if (!at) return { mistakes: read.piece ? [{ file: path, line: 1, field: "", message: NOWHERE }] : read.mistakes };
    const edit = step(read.piece.value, at, phrasing);
    if (!edit) continue;
    const edited = editYaml(yaml, [edit]);
    if (typeof edited !== "string") return { mistakes: [{ file: path, ...edited.mistake }] };
    yaml = edited;
    changed.push(phrasing);
  }
  return { path, text: before + yaml + after, changed };
}

const NOWHERE = "tego znaczenia nie ma w tym pliku";

/** The front matter of an article, all of any other document. */
function yamlIn(path: string, text: string): { before: string; yaml: string; after: string } {
  if (!path.endsWith(".md")) return { before: "", yaml: text, after: "" };
  const [, before = "", yaml = "", after = ""] = text.match(/^(\uFEFF?---\r?\n)([\s\S]*?\n)(---\r?\n[\s\S]*)$/) ?? [];
  return { before, yaml, after };
}

/** Where the list of a meaning's phrasings in that language stands; undefined where the meaning is not in the document. */
function placeOf(value: unknown, { kind, id }: Intent, language: Language): At | undefined {
  if (kind === "article") return language === "pl" ? ["phrasings"] : [language, "phrasings"];
  if (kind === "service" || kind === "dialog") return ["examples", language];
  const index = Entries.safeParse(value).data?.findIndex((entry) => entry.id === id) ?? -1;
  if (index === -1) return undefined;
  return kind === "talk" ? [index, "examples", language] : [index, "examples"];
}

const Entries = z.array(z.looseObject({ id: z.string() }));

function valueAt(value: unknown, at: At): unknown {
  return at.reduce<unknown>((inner, key) => {
    if (typeof inner !== "object" || inner === null) return undefined;
    return Object.getOwnPropertyDescriptor(inner, key)?.value;
  }, value);
}

const listAt = (value: unknown, at: At) => z.array(z.string()).safeParse(valueAt(value, at)).data;
