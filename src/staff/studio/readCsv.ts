/** A row of a table, with the line of the file it begins in. */
export type CsvRow = { line: number; cells: string[] };

const DIVIDERS = [";", ",", "\t"];

/** A table as spreadsheets save it: RFC 4180, divided by semicolons, commas or tabs; rows without a word are left out. */
export function readCsv(text: string): CsvRow[] {
  const whole = text.replace(/^\uFEFF/, "");
  const divider = dividerOf(whole);
  const rows: CsvRow[] = [];
  let row: CsvRow = { line: 1, cells: [] };
  let line = 1;
  let at = 0;
  while (at < whole.length) {
    const { cell, end } = whole[at] === '"' ? quoted(whole, at, divider) : plain(whole, at, divider);
    line += whole.slice(at, end).split("\n").length - 1;
    row.cells.push(harmed(cell.trim()));
    const isDivided = whole[end] === divider;
    at = end + 1;
    if (isDivided && at < whole.length) continue;
    if (isDivided) row.cells.push("");
    rows.push(row);
    line += 1;
    row = { line, cells: [] };
  }
  return rows.filter(({ cells }) => cells.some((cell) => cell !== ""));
}

type Read = { cell: string; end: number };

function plain(text: string, from: number, divider: string): Read {
  let end = from;
  while (end < text.length && text[end] !== divider && text[end] !== "\n") end++;
  return { cell: text.slice(from, end), end };
}

function quoted(text: string, from: number, divider: string): Read {
  let cell = "";
  let at = from + 1;
  for (;;) {
    const mark = text.indexOf('"', at);
    if (mark === -1) return { cell: cell + text.slice(at), end: text.length };
    cell += text.slice(at, mark);
    at = mark + 1;
    if (text[at] !== '"') break;
    cell += '"';
    at += 1;
  }
  const rest = plain(text, at, divider);
  return { cell: cell + rest.cell, end: rest.end };
}

/** What the first line has most of. */
function dividerOf(text: string): string {
  const first = text.slice(0, text.indexOf("\n") === -1 ? undefined : text.indexOf("\n"));
  const count = (divider: string) => first.split(divider).length;
  return DIVIDERS.reduce((best, divider) => (count(divider) > count(best) ? divider : best));
}

/** Our own tables have an apostrophe before what a spreadsheet would calculate. */
const harmed = (cell: string) => cell.replace(/^'(?=[=+\-@\t\r])/, "");
