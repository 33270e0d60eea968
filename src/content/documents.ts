/** What editors keep, by path from the folder that holds `dialogs/` and `knowledge/`: "knowledge/en/dowod.md" → its text. */
export type Documents = ReadonlyMap<string, string>;

/** New texts by path; null takes the document away. */
export type Changes = ReadonlyMap<string, string | null>;

/** The documents as they are once the changes are made. */
export function changed(documents: Documents, changes: Changes): Documents {
  const next = new Map(documents);
  for (const [path, text] of changes) {
    if (text === null) next.delete(path);
    else next.set(path, text);
  }
  return next;
}

/** What leads from one state to another. */
export function difference(from: Documents, to: Documents): Changes {
  const changes = new Map<string, string | null>();
  for (const [path, text] of to) if (from.get(path) !== text) changes.set(path, text);
  for (const path of from.keys()) if (!to.has(path)) changes.set(path, null);
  return changes;
}

type Written = { path: string; text: string | null; base: string | null };

/** What a draft changes; documents it holds as it found them are left as they are by now. */
export function changesIn({ documents }: { documents: Written[] }): Changes {
  return new Map(documents.filter(({ text, base }) => text !== base).map(({ path, text }) => [path, text]));
}

/** Where documents may lie. */
const PATH = /^(dialogs|knowledge)(\/[A-Za-z0-9_-][A-Za-z0-9._-]*)+\.(md|ya?ml|jsonl)$/;

/** Whether a path may name a document; nothing leads out of the two folders. */
export const isDocumentPath = (path: string): boolean => PATH.test(path) && path.length <= 200;
