import { z } from "zod";
import type { LineMistake, RegressionFormat } from "../wire";
import { readCsv } from "./readCsv";

/** A text as somebody gave it, nothing checked yet. */
export type Line = { line: number; text: string; right: string[]; note: string };
export type Lines = { lines: Line[]; mistakes: LineMistake[] };

/** Texts with their meanings out of a file. */
export const readLines: Record<RegressionFormat, (text: string) => Lines> = { jsonl: readJsonl, csv: readTable };

/** `style` tells of labelled texts where they come from; what else stands there is of no concern here. */
const JsonLine = z.object({
  text: z.string(),
  right: z.array(z.string()),
  note: z.string().optional(),
  style: z.string().optional(),
});

function readJsonl(whole: string): Lines {
  const lines: Line[] = [];
  const mistakes: LineMistake[] = [];
  for (const [index, one] of whole
    .replace(/^\uFEFF/, "")
    .split("\n")
    .entries()) {
    if (!one.trim()) continue;
    const read = JsonLine.safeParse(parsed(one));
    if (!read.success) mistakes.push({ line: index + 1, because: "unreadable", what: "" });
    else {
      const { text, right, note, style } = read.data;
      lines.push({ line: index + 1, text, right, note: note ?? style ?? "" });
    }
  }
  return { lines, mistakes };
}

function parsed(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}

const headings = {
  text: ["text", "tekst", "pytanie", "question", "текст", "запитання"],
  right: ["right", "znaczenia", "znaczenie", "meanings", "meaning", "значення"],
  note: ["note", "uwaga", "uwagi", "notatka", "примітка"],
};

/** Columns by their headings; without headings the text, its meanings and a note, in this order. */
function readTable(whole: string): Lines {
  const rows = readCsv(whole);
  const [first] = rows;
  const named = first && columnsOf(first.cells);
  const at = named ?? { text: 0, right: 1, note: 2 };
  const lines = (named ? rows.slice(1) : rows).map(({ line, cells }) => ({
    line,
    text: cells[at.text] ?? "",
    right: (cells[at.right] ?? "").split(/[\s,|]+/).filter(Boolean),
    note: cells[at.note] ?? "",
  }));
  return { lines, mistakes: [] };
}

function columnsOf(cells: string[]): Record<keyof typeof headings, number> | undefined {
  const place = (names: string[]) => cells.findIndex((cell) => names.includes(cell.toLowerCase()));
  const found = { text: place(headings.text), right: place(headings.right), note: place(headings.note) };
  return found.text === -1 ? undefined : found;
}
