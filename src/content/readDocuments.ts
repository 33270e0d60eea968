import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { type Documents, isDocumentPath } from "./documents";

/** Where content lies in its folder. */
export const CONTENT_FOLDERS = ["dialogs", "knowledge"] as const;

/** Every document under `dialogs/` and `knowledge/`, byte for byte; throws and names a file that is not UTF-8. */
export function readDocuments(folder: string): Documents {
  const documents = new Map<string, string>();
  for (const path of CONTENT_FOLDERS.flatMap((name) => pathsUnder(folder, name)).sort()) {
    const bytes = readFileSync(join(folder, path));
    const text = bytes.toString("utf8");
    if (!Buffer.from(text).equals(bytes)) throw new Error(`${path} is not UTF-8: save it as UTF-8 and try again`);
    documents.set(path, text);
  }
  return documents;
}

function pathsUnder(folder: string, below: string): string[] {
  return readdirSync(join(folder, below), { withFileTypes: true }).flatMap((entry) => {
    const path = `${below}/${entry.name}`;
    if (entry.isDirectory()) return pathsUnder(folder, path);
    return isDocumentPath(path) ? [path] : [];
  });
}
