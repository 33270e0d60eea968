import type { FaqTable } from "./useImports";

/** As base64 it has to fit into the four million characters the server takes. */
export const MOST_BYTES = 3_000_000;

/** Workbooks are archives, and those begin with these two letters. */
const isWorkbook = ([first, second]: Uint8Array) => first === 0x50 && second === 0x4b;

/** A file as the server takes it: a workbook in base64, anything else as the text of a table. */
export async function readTable(file: File): Promise<FaqTable> {
  const bytes = new Uint8Array(await file.arrayBuffer());
  if (isWorkbook(bytes)) return { format: "xlsx", content: base64(bytes) };
  return { format: "csv", content: textOf(bytes) };
}

function base64(bytes: Uint8Array): string {
  let letters = "";
  for (const byte of bytes) letters += String.fromCharCode(byte);
  return btoa(letters);
}

/** Polish spreadsheets still save tables in the encoding Windows had before UTF-8. */
function textOf(bytes: Uint8Array): string {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder("windows-1250").decode(bytes);
  }
}
