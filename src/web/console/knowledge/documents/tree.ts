import type { DocumentTree } from "../../../../staff/wire";
import { folded } from "../../kit/folded";
import { type Language, languages } from "../../kit/languages";

export type Tree = DocumentTree;
export type Leaf = Extract<Tree, { kind: "text" | "number" | "flag" | "null" }>;
export type TextNode = Extract<Tree, { kind: "text" }>;
export type Branch = Extract<Tree, { kind: "map" | "list" }>;
export type Scalar = string | number | boolean | null;

export const isBranch = (node: Tree): node is Branch => node.kind === "map" || node.kind === "list";

/** What stands right in a map or list; `name` is undefined for a list's items. */
export function childrenOf(node: Tree): { name?: string; value: Tree }[] {
  if (node.kind === "map") return node.fields;
  return node.kind === "list" ? node.items.map((value) => ({ value })) : [];
}

const isLanguage = (name: string): name is Language => Object.hasOwn(languages, name);

type Told = { language: Language; value: TextNode };

/** The texts of a map that says one thing in several languages. */
export function languagesIn(node: Tree): Told[] | undefined {
  if (node.kind !== "map" || node.fields.length < 2) return undefined;
  const told = node.fields.flatMap(({ name, value }) => {
    return isLanguage(name) && value.kind === "text" ? [{ language: name, value }] : [];
  });
  return told.length === node.fields.length ? told : undefined;
}

const wordsIn = (node: Tree): string => {
  if (node.kind === "text") return node.value;
  return node.kind === "number" ? String(node.value) : "";
};

/** What a closed map or list is about: its first words, and the first ones in Polish. */
export function summaryOf(node: Tree): string {
  const told = allOf(node).filter((one) => wordsIn(one) !== "" && !(one.kind === "text" && one.choices));
  const [first, second] = told;
  const polish = told.find(({ at }) => at.at(-1) === "pl") ?? second;
  const summary = [...new Set([first, polish])]
    .flatMap((one) => (one ? [wordsIn(one)] : []))
    .join(" · ")
    .replaceAll("\n", " ");
  return summary.length > LONGEST_SUMMARY ? `${summary.slice(0, LONGEST_SUMMARY)}…` : summary;
}

const LONGEST_SUMMARY = 90;

/** A tree and all that stands in it, in order. */
export function allOf(node: Tree): Tree[] {
  return [node, ...childrenOf(node).flatMap(({ value }) => allOf(value))];
}

/** A field and all it stands in, outermost first: `steps`, `steps[0]`, `steps[0].ask`. */
export function waysTo(field: string): string[] {
  const pieces = field.split(/(?=[.[])/);
  return pieces.map((_, n) => pieces.slice(0, n + 1).join(""));
}

/** The field of a mistake, or what is nearest around it. */
export function nearestTo(field: string, tree: Tree): string {
  const known = new Set(allOf(tree).map((node) => node.field));
  return waysTo(field).findLast((way) => known.has(way)) ?? "";
}

/** What to draw when words are looked for: fields that hold them all, and what leads there. `found` counts the fields. */
export function findIn(tree: Tree, typed: string): { shown: ReadonlySet<string>; found: number } {
  const wanted = folded(typed).split(/\s+/).filter(Boolean);
  const holds = (node: Tree) => {
    const text = folded(wordsIn(node));
    return text !== "" && wanted.every((word) => text.includes(word));
  };
  const hits = allOf(tree).filter(holds);
  return { shown: new Set(hits.slice(0, MOST_FOUND).flatMap(({ field }) => waysTo(field))), found: hits.length };
}

/** More hits than these are not drawn at once. */
const MOST_FOUND = 80;

/** The tree with another value in one of its fields. */
export function withValue(tree: Tree, field: string, value: Scalar): Tree {
  if (tree.field === field) return leafOf(tree, value);
  if (tree.field !== "" && !waysTo(field).includes(tree.field)) return tree;
  if (tree.kind === "map") {
    return { ...tree, fields: tree.fields.map((one) => ({ ...one, value: withValue(one.value, field, value) })) };
  }
  return tree.kind === "list" ? { ...tree, items: tree.items.map((one) => withValue(one, field, value)) } : tree;
}

function leafOf(tree: Tree, value: Scalar): Tree {
  const { at, field, comment, needed } = tree;
  const about = { at, field, ...(comment !== undefined && { comment }), ...(needed && { needed }) };
  if (typeof value === "string") {
    return { ...about, kind: "text", value, ...(tree.kind === "text" && tree.choices && { choices: tree.choices }) };
  }
  if (typeof value === "number") return { ...about, kind: "number", value };
  return typeof value === "boolean" ? { ...about, kind: "flag", value } : { ...about, kind: "null" };
}

/** Which fields stay open when a list's items change places; `placeOf` answers undefined for one that went. */
export function reopened(
  open: ReadonlySet<string>,
  list: string,
  placeOf: (place: number) => number | undefined,
): ReadonlySet<string> {
  const next = [...open].flatMap((field) => {
    if (!field.startsWith(`${list}[`)) return [field];
    const [place = "", ...rest] = field.slice(list.length + 1).split("]");
    const to = placeOf(Number(place));
    return to === undefined ? [] : [`${list}[${to}]${rest.join("]")}`];
  });
  return new Set(next);
}
