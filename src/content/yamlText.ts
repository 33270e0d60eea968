import { Document, isScalar, Scalar, stringify } from "yaml";

const wide = { lineWidth: 0 } as const;

/** A value as it stands after `- ` or `key: ` in a flow collection (`[a, b]`). */
export function inFlow(value: unknown): string {
  const written = stringify([value], { ...wide, collectionStyle: "flow", flowCollectionPadding: false });
  return written.trim().slice(1, -1).trim();
}

/** A list's or map's lines, each begun with `pad`, without the last line's end. */
export const inLines = (value: unknown, pad: string): string => padded(stringify(value, wide), pad);

/** What follows `key:`: ` text`, or lines deeper than `pad`. `like`: the scalar it replaces, whose way of quoting is kept where it can be. */
export function afterKey(value: unknown, pad: string, like?: unknown): string {
  const document = new Document({ k: null });
  document.set("k", nodeLike(value, like) ?? document.createNode(value));
  return padded(document.toString(wide), pad).slice(pad.length + "k:".length);
}

/** What follows the `-` of a list's item. */
export const afterDash = (value: unknown, pad: string): string => inLines([value], pad).slice(pad.length + 1);

function nodeLike(value: unknown, like: unknown): Scalar | undefined {
  if (!isScalar(like) || typeof value !== "string") return undefined;
  const node = new Scalar(value);
  const { type } = like;
  const quoted = type === "QUOTE_DOUBLE" || type === "QUOTE_SINGLE";
  const inBlock = type === "BLOCK_LITERAL" || type === "BLOCK_FOLDED";
  // One line needs no block, and a line's break no quotes.
  if ((quoted && !value.includes("\n")) || (inBlock && value.includes("\n"))) node.type = type;
  return node;
}

function padded(written: string, pad: string): string {
  const lines = written.replace(/\n$/, "").split("\n");
  return lines.map((line) => (line === "" ? line : pad + line)).join("\n");
}
