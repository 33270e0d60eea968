import { type Changes, changed, type Documents } from "../../content/documents";
import type { Draft, DraftDocument } from "../../content/doors";
import { pathsOf } from "../../knowledge/editing/readForm";

/** The article a draft is about; undefined where it is about something else. */
export const articleOf = ({ subject }: Pick<Draft, "subject">): string | undefined =>
  subject.startsWith("article:") ? subject.slice("article:".length) : undefined;

/** The documents a subject consists of, whether there are any yet; none where it may be anything. */
function pathsAbout(subject: string): string[] {
  const article = articleOf({ subject });
  if (article !== undefined) return Object.values(pathsOf(article));
  return subject.startsWith("document:") ? [subject.slice("document:".length)] : [];
}

/** Whether a draft about the subject may hold the document. */
export function mayHold(subject: string, path: string): boolean {
  const paths = pathsAbout(subject);
  return paths.length === 0 || paths.includes(path);
}

/** A subject's documents as they are now, as a draft that changes nothing. */
export function asTheyAre(subject: string, released: Documents): DraftDocument[] {
  return pathsAbout(subject).map((path) => {
    const text = released.get(path) ?? null;
    return { path, text, base: text };
  });
}

/** All the draft is about: its subject's documents, those nobody wrote in as they are now, and what else it holds. */
export function documentsOf(draft: Draft, released: Documents): DraftDocument[] {
  const held = new Map(draft.documents.map((document) => [document.path, document]));
  const subject = asTheyAre(draft.subject, released).map((document) => held.get(document.path) ?? document);
  const paths = new Set(subject.map(({ path }) => path));
  return [...subject, ...draft.documents.filter(({ path }) => !paths.has(path))];
}

/** The documents the draft makes others of. */
export const changedIn = ({ documents }: Pick<Draft, "documents">): DraftDocument[] =>
  documents.filter(({ text, base }) => text !== base);

/** Documents the draft changes that are no longer what it began with. */
export const movedIn = (draft: Pick<Draft, "documents">, released: Documents): string[] =>
  changedIn(draft)
    .filter(({ path, base }) => (released.get(path) ?? null) !== base)
    .map(({ path }) => path);

/** The draft's documents with these texts in them. */
export function written(draft: Draft, changes: Changes, released: Documents): DraftDocument[] {
  const documents = documentsOf(draft, released);
  const added = [...changes.keys()].filter((path) => documents.every((document) => document.path !== path));
  const all = [...documents, ...added.map((path) => ({ path, text: null, base: released.get(path) ?? null }))];
  return all.map(({ path, text, base }) => ({
    path,
    text: changes.has(path) ? (changes.get(path) ?? null) : text,
    base,
  }));
}

/** The documents compared with the newest released ones: what was written stays, the rest becomes as it is now. */
export function takenOver(draft: Draft, released: Documents): DraftDocument[] {
  return documentsOf(draft, released).map(({ path, text, base }) => {
    const now = released.get(path) ?? null;
    return { path, text: text === base ? now : text, base: now };
  });
}

/** The texts alone, as they are in the draft (`text`) or were when it began (`base`). */
export function textsIn(documents: DraftDocument[], which: "text" | "base"): Documents {
  return changed(new Map(), new Map(documents.map((document) => [document.path, document[which]])));
}
