import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join, relative } from "node:path";
import type { Source } from "./checkYaml";
import type { Documents } from "./documents";

/** A folder of editors' files, or a file in it: a path on disk, or one among documents in memory (`at` is empty for all of them). */
export type Folder = string | { documents: Documents; at: string };

/** All documents as one folder. */
export const folderOf = (documents: Documents): Folder => ({ documents, at: "" });

/** What lies in the folder under that name. */
export function within(folder: Folder, name: string): Folder {
  return typeof folder === "string" ? join(folder, name) : { ...folder, at: folder.at ? `${folder.at}/${name}` : name };
}

/** Whether there is such a file or folder. */
export function isThere(folder: Folder): boolean {
  if (typeof folder === "string") return existsSync(folder);
  return folder.documents.has(folder.at) || namesIn(folder).length > 0;
}

/** The names of the files right in the folder, sorted. */
export function namesIn(folder: Folder): string[] {
  if (typeof folder === "string") return readdirSync(folder).sort();
  const start = folder.at && `${folder.at}/`;
  const below = [...folder.documents.keys()].filter((path) => path.startsWith(start));
  return below
    .map((path) => path.slice(start.length))
    .filter((name) => !name.includes("/"))
    .sort();
}

/** A file's text as it is checked: without a mark of its encoding, lines ended the same everywhere. Throws when it is not there. */
export function sourceOf(file: Folder): Source {
  const text = textOf(file)
    .replace(/^\uFEFF/, "")
    .replaceAll("\r\n", "\n");
  return { file: nameOf(file), text, firstLine: 1 };
}

/** What mistakes call a file. */
const nameOf = (file: Folder): string => (typeof file === "string" ? relative(process.cwd(), file) : file.at);

function textOf(file: Folder): string {
  if (typeof file === "string") return readFileSync(file, "utf8");
  const text = file.documents.get(file.at);
  if (text === undefined) throw missing(file.at);
  return text;
}

/** As the file system says it. */
const missing = (path: string) =>
  Object.assign(new Error(`ENOENT: no such document, ${path}`), { code: "ENOENT", path });
