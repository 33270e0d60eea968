import { types } from "pg";

const BYTEA = 17;
const INT8 = 20;
const DATE = 1082;
const TIMESTAMP = 1114;
const NUMERIC = 1700;

// Numbers are numbers. What has no time zone stays text, because a parser would have to invent one.
const ours: Record<number, (text: string) => unknown> = {
  [BYTEA]: (text) => Buffer.from(text.slice("\\x".length), "hex"),
  [INT8]: Number,
  [NUMERIC]: Number,
  [DATE]: (text) => text,
  [TIMESTAMP]: (text) => text,
};

/** How the text of a column of this type becomes a value, the same on both databases. */
export function columnParser(oid: number): (text: string) => unknown {
  return ours[oid] ?? types.getTypeParser(oid, "text");
}

/** A parameter in the form PostgreSQL reads: text, or bytes for `bytea`. */
export function parameter(value: unknown): string | Uint8Array | null {
  if (value === null || value === undefined) return null;
  if (value instanceof Uint8Array) return value;
  if (value instanceof Date) return value.toISOString();
  if (Array.isArray(value)) return `{${value.map(arrayItem).join(",")}}`;
  return typeof value === "object" ? JSON.stringify(value) : String(value);
}

/** Items of array parameters are texts and numbers. */
function arrayItem(value: unknown): string {
  return value === null ? "null" : `"${String(value).replace(/[\\"]/g, "\\$&")}"`;
}
