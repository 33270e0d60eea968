import { type Documents, difference } from "./content/documents";
import type { ContentStore, Draft, DraftDocument } from "./content/doors";
import { folderOf } from "./content/folder";
import { complain } from "./content/mistakes";
import { everyMistake } from "./everyMistake";

type Import = { why: string; publish: boolean; at: Date };
/** What became of it, in words; not `done` when somebody else was quicker. */
type Imported = { done: boolean; words: string };

/** One draft for all that is not as in the files, the one that changed files are offered in as well. */
const SUBJECT = "files";
const TITLE = "Zmiany w plikach";

/** Makes what differs in the files a draft, or releases it at once; throws the mistakes that are in the way of that. */
export async function importFiles(store: ContentStore, files: Documents, asked: Import): Promise<Imported> {
  const release = await store.newest();
  const now = await store.documents(release);
  const documents = [...difference(now, files)].map(([path, text]) => ({ path, text, base: now.get(path) ?? null }));
  if (documents.length === 0) return { done: true, words: `Nothing differs from release ${release}.` };
  const told = documents.map(({ path, text, base }) => `${base === null ? "A" : text === null ? "D" : "M"} ${path}`);
  const { done, words } = await (asked.publish
    ? publish(store, files, { ...asked, documents })
    : offer(store, { ...asked, documents }));
  return { done, words: [...told.sort(), words].join("\n") };
}

type Change = Import & { documents: DraftDocument[] };

async function publish(store: ContentStore, files: Documents, { why, at, documents }: Change): Promise<Imported> {
  complain(everyMistake(folderOf(files)));
  const draft = await store.draftAbout(SUBJECT);
  const released = await store.release({
    kind: "import",
    title: TITLE,
    why: why || "wczytane z plików",
    at,
    documents,
    ...(draft && isDone(draft, files) && { draft: { id: draft.id, version: draft.version } }),
  });
  if ("release" in released) return { done: true, words: `Released as number ${released.release.number}.` };
  const what = "moved" in released ? released.moved.join(", ") : "the draft of changed files";
  return { done: false, words: `Nothing was released: somebody has just changed ${what}. Try again.` };
}

/** Whether the files hold all that the draft is about. */
const isDone = (draft: Draft, files: Documents): boolean =>
  draft.documents.every(({ path, text }) => (files.get(path) ?? null) === text);

async function offer(store: ContentStore, { why, at, documents }: Change): Promise<Imported> {
  const added = await store.addDraft({ subject: SUBJECT, title: TITLE, why, origin: "import", documents, at });
  if ("draft" in added) return { done: true, words: "These are a new draft; editors publish it in the console." };
  const { id, version } = added.exists;
  const fresh = { documents, state: "writing", review: null, publishAt: null, problem: null } as const;
  const changed = await store.changeDraft(id, version, { ...fresh, ...(why && { why }) }, undefined, at);
  return "draft" in changed
    ? { done: true, words: "These have taken the place of what the draft of changed files held." }
    : { done: false, words: "Nothing was changed: somebody has just worked on the draft of changed files. Try again." };
}
