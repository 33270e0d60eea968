import { XMLParser } from "fast-xml-parser";
import { z } from "zod";
import type { CsvRow } from "../readCsv";
import { unzipped } from "./unzip";

const LISTS = new Set(["row", "c", "si", "r"]);
const parser = new XMLParser({
  ignoreAttributes: false,
  attributeNamePrefix: "@",
  parseTagValue: false,
  trimValues: false,
  isArray: (name) => LISTS.has(name),
});

const Words = z.union([z.string(), z.object({ "#text": z.string().default("") }).transform((one) => one["#text"])]);
/** A text, or pieces of one in several fonts. */
const Rich = z.object({ t: Words.optional(), r: z.array(z.object({ t: Words.optional() })).optional() });
/** A tag without anything in it is read as an empty text. */
const orEmpty = <S extends z.ZodType>(schema: S) => z.preprocess((value) => (value === "" ? {} : value), schema);

const Cell = orEmpty(
  z.object({
    "@r": z.string().optional(),
    "@t": z.string().optional(),
    v: Words.optional(),
    is: Rich.optional(),
  }),
);
const Row = orEmpty(z.object({ "@r": z.string().optional(), c: z.array(Cell).default([]) }));
const Sheet = z.object({ worksheet: z.object({ sheetData: orEmpty(z.object({ row: z.array(Row).default([]) })) }) });
const Strings = z.object({
  sst: z.object({ si: z.array(z.union([Rich, z.string().transform((t) => ({ t }))])).default([]) }),
});

/** The first sheet of a workbook; rows without a word are left out. Undefined for what is no workbook. */
export function readXlsx(bytes: Buffer): CsvRow[] | undefined {
  const sheet = Sheet.safeParse(parsed(unzipped(bytes, "xl/worksheets/sheet1.xml")));
  if (!sheet.success) return undefined;
  const strings = Strings.safeParse(parsed(unzipped(bytes, "xl/sharedStrings.xml"))).data?.sst.si.map(wordsOf) ?? [];
  const rows = sheet.data.worksheet.sheetData.row.map((row, index) => ({
    line: Number(row["@r"] ?? index + 1),
    cells: cellsOf(row.c, strings),
  }));
  return rows.filter(({ cells }) => cells.some((cell) => cell !== ""));
}

function parsed(xml: Buffer | undefined): unknown {
  try {
    return xml && parser.parse(xml.toString("utf8"));
  } catch {
    return undefined;
  }
}

const wordsOf = ({ t, r }: z.infer<typeof Rich>) => (t ?? r?.map((piece) => piece.t ?? "").join("") ?? "").trim();

const MOST_COLUMNS = 200;

/** Empty cells are left out of the file; the others say where they stand. */
function cellsOf(cells: z.infer<typeof Cell>[], strings: string[]): string[] {
  const row: string[] = [];
  for (const [index, cell] of cells.entries()) {
    const place = placeOf(cell["@r"]) ?? index;
    if (place >= MOST_COLUMNS) continue;
    while (row.length < place) row.push("");
    row[place] = told(cell, strings);
  }
  return row;
}

function told({ v = "", is, "@t": type }: z.infer<typeof Cell>, strings: string[]): string {
  if (type === "s") return strings[Number(v)] ?? "";
  return type === "inlineStr" && is ? wordsOf(is) : v.trim();
}

/** "C7" is the third column, 2. */
function placeOf(reference: string | undefined): number | undefined {
  const letters = reference?.match(/^[A-Z]{1,3}/)?.[0];
  return letters === undefined
    ? undefined
    : [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
}
