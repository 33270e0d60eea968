import { type Document, isAlias, isMap, isNode, isPair, isScalar, isSeq, type Node, parseDocument } from "yaml";
import { fieldName } from "./checkYaml";
import { type Addition, anyField, choicesIn, fieldsToAdd, isNeeded, itemsToAdd, type Shape, shapeAt } from "./shape";

/** Where a value stands in its document. */
type At = (string | number)[];

/**
 * A YAML document as a form is drawn of it: values in their order, each with the comment above it. `field` is what
 * mistakes call it. `needed`: it may not be taken away. `more`: fields or items that may be added; `open`: what a field
 * of any name begins with.
 */
export type YamlTree = { at: At; field: string; comment?: string; needed?: true } & (
  | { kind: "map"; fields: { name: string; value: YamlTree }[]; more: Addition[]; open?: unknown }
  | { kind: "list"; items: YamlTree[]; more: Addition[] }
  | { kind: "text"; value: string; choices?: string[] }
  | { kind: "number"; value: number }
  | { kind: "flag"; value: boolean }
  | { kind: "null" }
);

/** The document as a tree; undefined when it cannot be read as YAML. */
export function yamlTree(text: string, shape?: Shape): YamlTree | undefined {
  const document = parseDocument(text.replace(/^\uFEFF/, "").replaceAll("\r\n", "\n"), { prettyErrors: false });
  if (document.errors.length > 0) return undefined;
  const [comment, lead] = openingOf(document);
  return treeOf(document.contents, { document, at: [], shape, comment: [comment], lead });
}

/** What the document begins with: words about all of it; and, where an empty line parts them, words about its first value. */
function openingOf({ commentBefore, contents }: Document): [all: string, first: string] {
  const first: unknown = isMap(contents) || isSeq(contents) ? contents.items[0] : undefined;
  const above = commentOf(isPair(first) ? first.key : first);
  const opening = wordsOf([commentBefore, commentBefore ? "" : undefined, contents?.commentBefore, above]);
  const parts = opening.split("\n\n");
  return parts.length > 1 ? [parts.slice(0, -1).join("\n\n"), parts.at(-1) ?? ""] : [opening, ""];
}

type Context = {
  document: Document;
  at: At;
  shape: Shape | undefined;
  comment: Comments;
  needed?: boolean;
  /** Words about the first value of the document, which the parser takes for words about all of it. */
  lead?: string;
};

type Comments = (string | null | undefined)[];

function treeOf(node: Node | null, context: Context): YamlTree {
  const { document, at, shape, needed } = context;
  const comment = wordsOf(context.comment);
  const about = { at, field: fieldName(at), ...(comment && { comment }), ...(needed && { needed: true as const }) };
  const resolved = isAlias(node) ? node.resolve(document) : node;
  if (isMap(resolved)) {
    const value: unknown = resolved.toJS(document);
    const open = anyField(shape, Object(value));
    const more = fieldsToAdd(shape, Object(value));
    return {
      ...about,
      kind: "map",
      fields: fieldsOf(resolved.items, context, value),
      more,
      ...(open !== undefined && { open }),
    };
  }
  if (isSeq(resolved))
    return { ...about, kind: "list", items: itemsOf(resolved.items, context), more: itemsToAdd(shape) };
  return { ...about, ...scalarOf(isScalar(resolved) ? resolved.value : null, shape) };
}

function fieldsOf(items: unknown[], { document, at, shape, lead }: Context, map: unknown) {
  return items.filter(isPair).map(({ key, value }, n) => {
    const name = String(isScalar(key) ? key.value : key);
    const above = n === 0 && lead !== undefined ? [lead] : [commentOf(key), commentOf(value)];
    const inner = { document, at: [...at, name], shape: shapeAt(shape, map, name), needed: isNeeded(shape, map, name) };
    return { name, value: treeOf(nodeOf(value), { ...inner, comment: [...above, besideOf(value)] }) };
  });
}

function itemsOf(items: unknown[], { document, at, shape, lead }: Context): YamlTree[] {
  return items.map((item, n) => {
    const above = n === 0 && lead !== undefined ? lead : commentOf(item);
    const inner = { document, at: [...at, n], shape: shapeAt(shape, [], n) };
    return treeOf(nodeOf(item), { ...inner, comment: [above, besideOf(item)] });
  });
}

const nodeOf = (value: unknown): Node | null => (isNode(value) ? value : null);

/** The comment above a value, and the one behind it on its line. */
const commentOf = (value: unknown) => (isNode(value) ? value.commentBefore : undefined);
const besideOf = (value: unknown) => (isScalar(value) ? value.comment : undefined);

function scalarOf(value: unknown, shape: Shape | undefined) {
  const choices = choicesIn(shape);
  switch (typeof value) {
    case "string":
      return { kind: "text" as const, value, ...(choices && { choices }) };
    case "number":
      return { kind: "number" as const, value };
    case "boolean":
      return { kind: "flag" as const, value };
    default:
      return { kind: "null" as const };
  }
}

/** Comments as a reader sees them: without the space behind each `#`, empty lines kept. */
function wordsOf(comments: Comments): string {
  const lines = comments.flatMap((comment) => comment?.split("\n") ?? []);
  return lines
    .map((line) => line.trim())
    .join("\n")
    .trim();
}
