import type { ColumnType } from "kysely";

/** A column written as JSON text (see `json`), read as parsed but unchecked JSON. */
export type Json = ColumnType<unknown, string, string>;

// PostgreSQL keeps neither the character zero nor halves of surrogate pairs; a message with them must not be lost.
const REPLACEMENT = "\ufffd";

/** Text as PostgreSQL can keep it. */
export function storable(text: string): string {
  return text.replaceAll("\0", REPLACEMENT);
}

/** JSON text as PostgreSQL can keep it in `jsonb`. */
export function json(value: unknown): string {
  const text = JSON.stringify(value);
  if (!/\\u(?:0000|d[89a-f])/.test(text)) return text;
  // Each backslash escape is looked at once, so that an escaped backslash before "u0000" stays what it is.
  return text.replace(/\\(\\|u0000|ud[89a-f][0-9a-f]{2})/g, (all, escaped) => (escaped === "\\" ? all : REPLACEMENT));
}

/** As `json`, with the database's null for what is not there. */
export function jsonOrNull(value: unknown): string | null {
  return value === undefined ? null : json(value);
}
