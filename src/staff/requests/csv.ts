import { type Cell, clockOf, inChunks, type Table } from "./exportTable";

/** RFC 4180 as Polish spreadsheets open it: UTF-8 with a mark, divided by semicolons. */
export function csvOf(table: Table): AsyncIterable<string> {
  return inChunks(linesOf(table));
}

async function* linesOf({ titles, rows }: Table): AsyncGenerator<string> {
  yield `\uFEFF${lineOf(titles)}`;
  for await (const row of rows) yield lineOf(row);
}

const lineOf = (cells: Cell[]) => `${cells.map(shown).join(";")}\r\n`;

function shown(cell: Cell): string {
  if (cell === undefined) return "";
  if (typeof cell === "number") return String(cell);
  if (cell instanceof Date) return clockOf(cell);
  const text = harmless(cell);
  return /[";\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** A spreadsheet would calculate what begins so; with an apostrophe it is a text. */
function harmless(text: string): string {
  return /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
}
