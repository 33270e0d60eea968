import { PassThrough, Readable } from "node:stream";
import { ZipFile } from "yazl";
import { type Cell, clockOf, inChunks, type Table } from "./exportTable";

const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const PACKAGE = "http://schemas.openxmlformats.org/package/2006";
const TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml";

const relationship = (kind: string, target: string, id: string) =>
  `<Relationship Id="${id}" Type="${OFFICE}/${kind}" Target="${target}"/>`;

/** All of a workbook but its rows. */
const frame: Record<string, string> = {
  "[Content_Types].xml": `<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/xl/workbook.xml" ContentType="${TYPE}.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="${TYPE}.worksheet+xml"/><Override PartName="/xl/styles.xml" ContentType="${TYPE}.styles+xml"/></Types>`,
  "_rels/.rels": `<Relationships xmlns="${PACKAGE}/relationships">${relationship("officeDocument", "xl/workbook.xml", "rId1")}</Relationships>`,
  "xl/workbook.xml": `<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheets><sheet name="Zgłoszenia" sheetId="1" r:id="rId1"/></sheets></workbook>`,
  "xl/_rels/workbook.xml.rels": `<Relationships xmlns="${PACKAGE}/relationships">${relationship("worksheet", "worksheets/sheet1.xml", "rId1")}${relationship("styles", "styles.xml", "rId2")}</Relationships>`,
  // 0: as it is, 1: a moment, 2: a title.
  "xl/styles.xml": `<styleSheet xmlns="${MAIN}"><numFmts count="1"><numFmt numFmtId="164" formatCode="yyyy\\-mm\\-dd\\ hh:mm"/></numFmts><fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="3"><xf xfId="0"/><xf xfId="0" numFmtId="164" applyNumberFormat="1"/><xf xfId="0" fontId="1" applyFont="1"/></cellXfs></styleSheet>`,
};

/** A workbook with one sheet, made row by row while it is sent. */
export async function* xlsxOf(table: Table): AsyncGenerator<Buffer> {
  const zip = new ZipFile();
  const made = new PassThrough();
  const sheet = Readable.from(inChunks(sheetOf(table)));
  const fail = (error: unknown): void => void made.destroy(error instanceof Error ? error : new Error(String(error)));
  zip.on("error", fail);
  sheet.on("error", fail);
  zip.outputStream.pipe(made);
  for (const [path, xml] of Object.entries(frame)) zip.addBuffer(Buffer.from(HEAD + xml), path);
  zip.addReadStream(sheet, "xl/worksheets/sheet1.xml");
  zip.end();
  try {
    yield* made;
  } finally {
    // Nobody wants the rest: the store need not be asked for it.
    sheet.destroy();
  }
}

async function* sheetOf({ titles, rows }: Table): AsyncGenerator<string> {
  yield `${HEAD}<worksheet xmlns="${MAIN}"><sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>`;
  yield `<cols><col min="1" max="${titles.length}" width="20" customWidth="1"/></cols><sheetData>`;
  yield `<row>${titles.map((title) => text(title, 2)).join("")}</row>`;
  for await (const row of rows) yield `<row>${row.map(shown).join("")}</row>`;
  yield "</sheetData></worksheet>";
}

const DAY_MS = 24 * 60 * 60_000;
/** Spreadsheets count days from 30 December 1899. */
const DAYS_TO_1970 = 25_569;

function shown(cell: Cell): string {
  if (cell === undefined) return "<c/>";
  if (typeof cell === "number") return `<c><v>${cell}</v></c>`;
  if (typeof cell === "string") return text(cell, 0);
  const days = Date.parse(`${clockOf(cell).replace(" ", "T")}Z`) / DAY_MS + DAYS_TO_1970;
  return `<c s="1"><v>${days}</v></c>`;
}

/** A text written in place; it is never calculated, whatever it begins with. */
const text = (words: string, style: number) =>
  `<c s="${style}" t="inlineStr"><is><t xml:space="preserve">${escaped(words)}</t></is></c>`;

const LONGEST_CELL = 32_767;
const entities: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;" };

function escaped(words: string): string {
  return words
    .slice(0, LONGEST_CELL)
    .replace(/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, "")
    .replace(/_(?=x[0-9A-Fa-f]{4}_)/g, "_x005F_")
    .replace(/[&<>]/g, (sign) => entities[sign] ?? sign);
}
