import { isDeepStrictEqual } from "node:util";
import { CORE_SCHEMA, load } from "js-yaml";
import { type Document, parseDocument } from "yaml";
import { z } from "zod";
import { checkYaml } from "./checkYaml";
import type { Mistake } from "./mistakes";
import { Unclear } from "./yamlCollection";
import { spliceOf } from "./yamlSplice";
import { edited, NoSuchPlace, type YamlEdit } from "./yamlValue";

/** The text after the edits, one after the other; what they do not touch keeps its bytes, comments too. Else the first mistake, in the text or an edit. */
export function editYaml(text: string, edits: readonly YamlEdit[]): string | { mistake: Omit<Mistake, "file"> } {
  const mark = text.startsWith("\uFEFF") ? "\uFEFF" : "";
  const ended = text.includes("\r\n") ? "\r\n" : "\n";
  let now = text.slice(mark.length).replaceAll("\r\n", "\n");
  let changed = false;
  const [broken] = checkYaml({ file: "", text: now, firstLine: 1 }, z.unknown()).mistakes;
  if (broken) return { mistake: { line: broken.line, field: "", message: broken.message } };
  for (const edit of edits) {
    try {
      const next = once(now, edit);
      changed ||= next !== now;
      now = next;
    } catch (error) {
      if (!(error instanceof NoSuchPlace)) throw error;
      return { mistake: { line: 1, field: edit.at.join("."), message: error.message } };
    }
  }
  return changed ? mark + now.replaceAll("\n", ended) : text;
}

function once(text: string, edit: YamlEdit): string {
  const before = valueIn(text);
  const after = edited(before, edit);
  if (isDeepStrictEqual(before, after)) return text;
  for (const write of [cut, anew]) {
    const written = write(text, edit, after);
    if (written !== undefined && holds(written, after)) return written;
  }
  throw new NoSuchPlace("tego nie da się tu zapisać");
}

/** As it is read when the content is checked. */
const valueIn = (text: string): unknown => plain(load(text, { schema: CORE_SCHEMA }) ?? null);

const plain = (value: unknown): unknown => JSON.parse(JSON.stringify(value));

function holds(text: string, value: unknown): boolean {
  try {
    return isDeepStrictEqual(valueIn(text), plain(value));
  } catch {
    return false;
  }
}

function cut(text: string, edit: YamlEdit): string | undefined {
  const whole = text.endsWith("\n") ? text : `${text}\n`;
  try {
    const { from, to, text: written } = spliceOf(whole, parseDocument(whole), edit);
    const result = whole.slice(0, from) + written + whole.slice(to);
    return whole === text ? result : result.replace(/\n$/, "");
  } catch (error) {
    if (error instanceof Unclear) return undefined;
    throw error;
  }
}

/** The document written as a whole: values and comments stay, its layout may not. */
function anew(text: string, { at }: YamlEdit, after: unknown): string {
  const document: Document = parseDocument(text);
  // The place itself for a set, what holds it for all else.
  const above = at.slice(0, -1);
  const value = above.reduce<unknown>(
    (inner, key) => (Array.isArray(inner) ? inner[Number(key)] : fieldOf(inner, key)),
    after,
  );
  if (above.length === 0) document.contents = document.createNode(value);
  else document.setIn(above, document.createNode(value));
  return document.toString({ lineWidth: 0 });
}

function fieldOf(value: unknown, key: string | number): unknown {
  return typeof value === "object" && value !== null
    ? Object.getOwnPropertyDescriptor(value, String(key))?.value
    : undefined;
}
