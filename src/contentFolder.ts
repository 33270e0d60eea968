import { isUtf8 } from "node:buffer";
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { type Documents, isDocumentPath } from "./content/documents";
import { complain, type Mistake } from "./content/mistakes";
import { CONTENT_FOLDERS, readDocuments } from "./content/readDocuments";

/** The documents of a folder; throws what cannot be one of them rather than leave it out. */
export function readFiles(folder: string): Documents {
  for (const name of CONTENT_FOLDERS)
    if (!existsSync(join(folder, name))) throw new Error(`There is no folder ${join(folder, name)}.`);
  complain(namesIn(folder).flatMap((path) => whyNot(path, readFileSync(join(folder, path)))));
  return readDocuments(folder);
}

type Wrote = { written: string[]; removed: string[]; same: number };

/** Makes the folder hold the documents byte for byte; `prune` takes away others. What is so already is not touched. */
export function writeFiles(folder: string, documents: Documents, prune: boolean): Wrote {
  const written = [...documents].filter(([path, text]) => write(folder, path, text)).map(([path]) => path);
  const removed = prune ? namesIn(folder).filter((path) => !documents.has(path)) : [];
  for (const path of removed) rmSync(join(folder, path));
  return { written, removed, same: documents.size - written.length };
}

function write(folder: string, path: string, text: string): boolean {
  if (!isDocumentPath(path)) throw new Error(`${path} cannot be the name of a document.`);
  const [file, bytes] = [join(folder, path), Buffer.from(text)];
  if (existsSync(file) && readFileSync(file).equals(bytes)) return false;
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, bytes);
  return true;
}

/** Every file that editors may mean as content; their programs' own ones begin with a dot. */
function namesIn(folder: string): string[] {
  const under = (below: string): string[] => {
    const entries = readdirSync(join(folder, below), { withFileTypes: true });
    return entries.flatMap((entry) => {
      const path = `${below}/${entry.name}`;
      if (entry.name.startsWith(".")) return [];
      if (entry.isDirectory()) return under(path);
      return /\.(md|ya?ml|jsonl)$/.test(entry.name) ? [path] : [];
    });
  };
  return CONTENT_FOLDERS.filter((name) => existsSync(join(folder, name)))
    .flatMap(under)
    .sort();
}

/** What keeps a file from being a document, or from coming back byte for byte. */
function whyNot(file: string, bytes: Buffer): Mistake[] {
  const mistake = (line: number, message: string) => [{ file, line, field: "", message }];
  if (!isDocumentPath(file)) return mistake(1, WRONG_NAME);
  const text = bytes.toString();
  if (!isUtf8(bytes)) return mistake(lineOf("\uFFFD", text), "ten plik nie jest w UTF-8: trzeba go tak zapisać");
  return text.includes("\0") ? mistake(lineOf("\0", text), "jest tu znak o numerze zero") : [];
}

const WRONG_NAME =
  "tak pliku nie można nazwać: litery bez polskich znaków, cyfry, kropki, myślniki i podkreślenia, na końcu .md, .yaml albo .jsonl";

const lineOf = (character: string, text: string) => text.slice(0, text.indexOf(character)).split("\n").length;
