import { isMap, isNode, isPair, isScalar, isSeq, type Node, type Pair, type YAMLMap, type YAMLSeq } from "yaml";
import { inFlow, inLines } from "./yamlText";

export type Collection = YAMLMap<unknown, unknown> | YAMLSeq<unknown>;

/** An item that stays, by its place; or a new one, in the place of an old one whose comments above it stay. */
export type Planned = number | { value: unknown; key?: string; instead?: number };

/** A stretch of a text and what it becomes. */
export type Splice = { from: number; to: number; text: string };

/** Thrown where the text cannot be cut cleanly; the whole document has to be written anew then. */
export class Unclear extends Error {}

export const isCollection = (node: unknown): node is Collection => isMap(node) || isSeq(node);

/** The same collection with these items in this order; what stays keeps its bytes. There must be at least one. */
export function rearranged(text: string, collection: Collection, plan: Planned[]): Splice {
  return collection.flow ? rearrangedFlow(text, collection, plan) : rearrangedBlock(text, collection, plan);
}

function rearrangedFlow(text: string, collection: Collection, plan: Planned[]): Splice {
  const [from, to] = rangeOf(collection);
  const items = collection.items.map(extentOf);
  const [first, last] = [items[0], items.at(-1)];
  const gaps = items.slice(1).map((item, n) => text.slice(items[n]?.to, item.from));
  if (gaps.some((gap) => gap.includes("#"))) throw new Unclear();
  const written = plan.map((item, n) => {
    const old = typeof item === "number" ? items[item] : undefined;
    const gap = (typeof item === "number" && gaps[item - 1]) || ", ";
    return (n === 0 ? "" : gap) + (old ? text.slice(old.from, old.to) : freshInFlow(item));
  });
  const head = first ? text.slice(from, first.from) : text.charAt(from);
  const tail = last ? text.slice(last.to, to) : text.charAt(to - 1);
  return { from, to, text: head + written.join("") + tail };
}

function freshInFlow(item: Planned): string {
  if (typeof item === "number") throw new Unclear();
  return item.key === undefined ? inFlow(item.value) : inFlow({ [item.key]: item.value }).replace(/^\{ ?| ?\}$/g, "");
}

/** Items as whole lines. `gap`: comments and empty lines above one, which belong to it; not so above the first. */
type Piece = { gap: string; lines: string };

function rearrangedBlock(text: string, collection: Collection, plan: Planned[]): Splice {
  const [start] = rangeOf(collection);
  const column = start - lineStart(text, start);
  const pad = " ".repeat(column);
  const inline = text.slice(start - column, start) !== pad;
  const leads = collection.items.map((item) => lineStart(text, leadOf(text, item, column)));
  const ends = collection.items.map((item) => lineEnd(text, contentEnd(item)));
  const pieces = leads.map((lead, n): Piece => {
    if (n === 0) return { gap: "", lines: pad + text.slice(start, ends[0]) };
    return { gap: text.slice(ends[n - 1], lead), lines: text.slice(lead, ends[n]) };
  });
  const written = plan.map((item, n): Piece => {
    const kept = typeof item === "number" ? pieces[item] : undefined;
    if (typeof item === "number" && !kept) throw new Unclear();
    const old = typeof item === "number" ? item : item.instead;
    return { gap: gapAt(n, pieces, old), lines: kept ? kept.lines : `${freshLines(item, pad)}\n` };
  });
  const [first, ...rest] = written;
  if (!first || (inline && first.gap !== "")) throw new Unclear();
  const opening = inline ? first.lines.slice(pad.length) : first.gap + first.lines;
  const from = inline ? start : start - column;
  return { from, to: ends.at(-1) ?? from, text: opening + rest.map(({ gap, lines }) => gap + lines).join("") };
}

/** What stands above an item at its new place: comments go with it, empty lines are between items as before. */
function gapAt(place: number, pieces: Piece[], old: number | undefined): string {
  const own = old === undefined ? "" : (pieces[old]?.gap ?? "");
  if (place === 0) return own.replace(/^(?:[ \t]*\n)+/, "");
  const usual = pieces[1]?.gap.match(/^(?:[ \t]*\n)*/)?.[0] ?? "";
  return old === undefined || old === 0 ? usual : own;
}

function freshLines(item: Planned, pad: string): string {
  if (typeof item === "number") throw new Unclear();
  return inLines(item.key === undefined ? [item.value] : { [item.key]: item.value }, pad);
}

/** Where a block item's dash or key begins. */
function leadOf(text: string, item: unknown, column: number): number {
  if (isPair(item)) return rangeOf(item.key)[0];
  // The dash stands in the list's column, on the item's line or above it.
  for (let line = lineStart(text, rangeOf(item)[0]); line >= 0; line = lineStart(text, line - 1)) {
    if (text.charAt(line + column) === "-") return line + column;
    if (line === 0) break;
  }
  throw new Unclear();
}

/** Where an item's own text ends, without what stands under it. */
export function contentEnd(item: unknown): number {
  if (isPair(item))
    return item.value === null || item.value === undefined ? rangeOf(item.key)[1] : contentEnd(item.value);
  if (isCollection(item) && !item.flow && item.items.length > 0) return contentEnd(item.items.at(-1));
  return rangeOf(item)[1];
}

function extentOf(item: unknown): { from: number; to: number } {
  const [from] = rangeOf(isPair(item) ? item.key : item);
  return { from, to: contentEnd(item) };
}

export function rangeOf(node: unknown): [number, number] {
  if (!isNode(node) || !node.range) throw new Unclear();
  return [node.range[0], node.range[1]];
}

/** The item or the pair that a key names. */
export function itemAt(collection: Collection, key: string | number): Node | Pair | undefined {
  const items: unknown[] = collection.items;
  const found = isMap(collection)
    ? items.find((item) => isPair(item) && isScalar(item.key) && String(item.key.value) === String(key))
    : items[Number(key)];
  return isPair(found) || isNode(found) ? found : undefined;
}

export const lineStart = (text: string, at: number): number => (at <= 0 ? 0 : text.lastIndexOf("\n", at - 1) + 1);

/** Behind the line's end; a text that ends with its line has ended already. */
function lineEnd(text: string, at: number): number {
  if (text.charAt(at - 1) === "\n") return at;
  const end = text.indexOf("\n", at);
  return end < 0 ? text.length : end + 1;
}
