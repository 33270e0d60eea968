import { type Document, isMap, isPair, isScalar, isSeq } from "yaml";
import { leastChange } from "./leastChange";
import {
  type Collection,
  contentEnd,
  isCollection,
  itemAt,
  lineStart,
  type Planned,
  rangeOf,
  rearranged,
  type Splice,
  Unclear,
} from "./yamlCollection";
import { afterDash, afterKey, inFlow, inLines } from "./yamlText";
import { isFields, type YamlEdit } from "./yamlValue";

/** Where in the text an edit cuts, and what it puts there; throws Unclear where it cannot tell. */
export function spliceOf(text: string, document: Document, edit: YamlEdit): Splice {
  const key = edit.at.at(-1);
  if (key === undefined) return wholeOf(document, edit);
  const above = edit.at.slice(0, -1);
  const parent = above.length === 0 ? document.contents : document.getIn(above, true);
  if (!isCollection(parent)) return grown(text, document, edit, key);
  if (edit.edit === "set" && itemAt(parent, key) !== undefined) return set(text, document, edit.at, edit.value);
  const plan = planOf(parent, key, edit);
  if (plan.length > 0 && parent.items.length > 0) return rearranged(text, parent, plan);
  return set(text, document, above, plan.length === 0 ? (isSeq(parent) ? [] : {}) : valuesOf(plan));
}

const valuesOf = (plan: Planned[]): unknown => {
  const [only] = plan;
  if (typeof only !== "object") throw new Unclear();
  return only.key === undefined ? [only.value] : { [only.key]: only.value };
};

function wholeOf(document: Document, edit: YamlEdit): Splice {
  const { contents } = document;
  if (edit.edit !== "set" || !contents) throw new Unclear();
  return { from: rangeOf(contents)[0], to: contentEnd(contents), text: inLines(edit.value, "") };
}

/** The first item or field of what is empty: `key:` with nothing behind it. */
function grown(text: string, document: Document, edit: YamlEdit, key: string | number): Splice {
  if (edit.edit !== "set" && edit.edit !== "add") throw new Unclear();
  const value = typeof key === "number" ? [edit.value] : { [key]: edit.value };
  return set(text, document, edit.at.slice(0, -1), value);
}

function planOf(parent: Collection, key: string | number, edit: YamlEdit): Planned[] {
  const kept = parent.items.map((_, n): Planned => n);
  const item = itemAt(parent, key);
  const items: unknown[] = parent.items;
  const place = isSeq(parent) ? Number(key) : items.indexOf(item);
  if (edit.edit === "remove") return kept.toSpliced(place, 1);
  if (edit.edit === "move") return kept.toSpliced(place, 1).toSpliced(edit.to, 0, place);
  if (isSeq(parent)) return kept.toSpliced(place, 0, { value: edit.value });
  return [...kept, { value: edit.value, key: String(key) }];
}

/** Writes a value where there is one already. */
function set(text: string, document: Document, at: (string | number)[], value: unknown): Splice {
  if (at.length === 0) return wholeOf(document, { edit: "set", at, value });
  const key = at.at(-1) ?? "";
  const parents = at.map((_, n) => (n === 0 ? document.contents : document.getIn(at.slice(0, n), true)));
  const parent = parents.at(-1);
  const item = isCollection(parent) ? itemAt(parent, key) : undefined;
  if (!isCollection(parent) || !item) throw new Unclear();
  const old: unknown = isPair(item) ? item.value : item;
  if (isCollection(old) && isSeq(old) && old.items.length > 0 && Array.isArray(value) && value.length > 0)
    return rearranged(text, old, leastChange(old.toJS(document), value));
  const within = parents.some((node) => isCollection(node) && node.flow);
  if (within || flowFor(old, value)) return { ...extent(old), text: `${isEmpty(old) ? " " : ""}${inFlow(value)}` };
  if (isCollection(old) && !old.flow && fillsLines(value))
    return { ...extent(old), text: inLinesFrom(text, old, value) };
  return afterMark(text, { parent, item, old }, value);
}

const isEmpty = (old: unknown) => isScalar(old) && rangeOf(old)[0] === rangeOf(old)[1];

/** Short lists stay on their line. */
function flowFor(old: unknown, value: unknown): boolean {
  if (!isSeq(old) || !old.flow || !Array.isArray(value)) return false;
  return value.every((one) => typeof one !== "object" || one === null);
}

const fillsLines = (value: unknown): boolean =>
  Array.isArray(value) ? value.length > 0 : isFields(value) && Object.keys(value).length > 0;

function extent(old: unknown): { from: number; to: number } {
  return { from: rangeOf(old)[0], to: contentEnd(old) };
}

function inLinesFrom(text: string, old: Collection, value: unknown): string {
  const [start] = rangeOf(old);
  const pad = " ".repeat(start - lineStart(text, start));
  return inLines(value, pad).slice(pad.length) + (text.charAt(contentEnd(old) - 1) === "\n" ? "\n" : "");
}

type Found = { parent: Collection; item: unknown; old: unknown };

/** From behind `key:` or `-` to the value's end. */
function afterMark(text: string, { parent, item, old }: Found, value: unknown): Splice {
  const [start] = rangeOf(parent);
  const pad = " ".repeat(start - lineStart(text, start));
  const to = contentEnd(item);
  const end = text.charAt(to - 1) === "\n" ? "\n" : "";
  if (isPair(item)) {
    const colon = text.indexOf(":", rangeOf(item.key)[1]);
    if (colon < 0) throw new Unclear();
    return { from: colon + 1, to: Math.max(to, colon + 1), text: afterKey(value, pad, old) + end };
  }
  const dash = text.lastIndexOf("-", rangeOf(item)[0] - 1);
  if (isMap(parent) || text.slice(dash + 1, rangeOf(item)[0]).trim() !== "") throw new Unclear();
  const written = typeof value === "string" && isScalar(old) ? afterKey(value, pad, old) : afterDash(value, pad);
  return { from: dash + 1, to, text: written + end };
}
