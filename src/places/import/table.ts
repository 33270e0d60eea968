/** A table of a text file, each row by the names of its columns in small letters. */
export type Row = Record<string, string>;

/** Reads CSV with commas, semicolons or tabs, whichever the first line has most of; quotes and quoted line ends as usual. */
export function readTable(text: string): Row[] {
  const plain = text.replace(/^\uFEFF/, "");
  const firstLine = plain.slice(0, plain.indexOf("\n"));
  const [delimiter = ","] = [",", ";", "\t"].sort((a, b) => firstLine.split(b).length - firstLine.split(a).length);
  const [header = [], ...rows] = cellsOf(plain, delimiter);
  const names = header.map((name) => name.trim().toLowerCase());
  return rows
    .filter((cells) => cells.length > 1)
    .map((cells) => Object.fromEntries(names.map((name, at) => [name, (cells[at] ?? "").trim()])));
}

function cellsOf(text: string, delimiter: string): string[][] {
  const rows: string[][] = [[]];
  let cell = "";
  let quoted = false;
  for (let at = 0; at < text.length; at++) {
    const sign = text.charAt(at);
    if (sign === '"' && quoted && text.charAt(at + 1) === '"') cell += text.charAt(at++);
    else if (sign === '"') quoted = !quoted;
    else if (!quoted && (sign === delimiter || sign === "\n")) {
      rows.at(-1)?.push(cell.replace(/\r$/, ""));
      cell = "";
      if (sign === "\n") rows.push([]);
    } else cell += sign;
  }
  if (cell !== "") rows.at(-1)?.push(cell);
  return rows;
}

/** The first of these columns that is filled. */
export function filled(row: Row, ...names: string[]): string {
  return names.map((name) => row[name] ?? "").find((value) => value !== "") ?? "";
}
