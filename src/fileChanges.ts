import { join } from "node:path";
import { type Changes, type Documents, difference } from "./content/documents";
import type { ContentStore, DraftDocument } from "./content/doors";
import { CONTENT_FOLDERS, readDocuments } from "./content/readDocuments";
import type { Log } from "./conversation/log";
import { complain, type LiveContent } from "./liveContent";
import { watchContent } from "./watchContent";

/** One save is several changes, and several files are saved at once. */
const SETTLE_MS = 150;

export type FileChanges = {
  store: ContentStore;
  live: LiveContent;
  folder: string;
  /** `offer`: a draft for editors; `publish`: released at once, for those who work on the files. */
  whenChanged: "offer" | "publish";
  log: Log;
  now(): Date;
};

/**
 * Files are the seed. What is changed in them later, while the program runs or was not running, becomes a draft, or a
 * release where the operator wants that; an editor's work is never overwritten silently. Returns the function that ends it.
 */
export async function followFiles(parts: FileChanges): Promise<() => void> {
  const { folder, log } = parts;
  let last: Promise<unknown> = Promise.resolve();
  let settling: NodeJS.Timeout | undefined;
  const look = (): Promise<unknown> => {
    last = last.then(() => takeIn(parts)).catch((error) => complain(log, error));
    return last;
  };
  const changed = (): void => {
    clearTimeout(settling);
    settling = setTimeout(look, SETTLE_MS);
  };
  const unwatch = watchContent(
    CONTENT_FOLDERS.map((name) => join(folder, name)),
    changed,
    log,
  );
  await look();
  return () => {
    clearTimeout(settling);
    unwatch();
  };
}

async function takeIn(parts: FileChanges): Promise<void> {
  const { store, live, folder } = parts;
  const files = readDocuments(folder);
  const before = await store.seeds();
  const { documents: now } = await live.newest();
  const changes = before ? stillToMake(difference(before, files), now) : new Map<string, string | null>();
  const isEditors = ([path]: [string, unknown]) => now.get(path) !== before?.get(path);
  const publishable = new Map(
    parts.whenChanged === "publish" ? [...changes].filter((change) => !isEditors(change)) : [],
  );
  if (publishable.size > 0) await publish(publishable, now, parts);
  // What was published meanwhile, here or by another process, needs no draft.
  const { documents } = await live.newest();
  const rest = stillToMake(changes, documents);
  if (rest.size > 0) await offer(rest, documents, parts);
  if (!before || difference(before, files).size > 0) await store.keepSeeds(files);
}

/** Without those that were made already. */
function stillToMake(changes: Changes, now: Documents): Changes {
  return new Map([...changes].filter(([path, text]) => (now.get(path) ?? null) !== text));
}

const asDocuments = (changes: Changes, now: Documents): DraftDocument[] =>
  [...changes].map(([path, text]) => ({ path, text, base: now.get(path) ?? null }));

async function publish(changes: Changes, now: Documents, { store, live, now: clock }: FileChanges): Promise<void> {
  await live.prepare(changes);
  const titled = { kind: "import", title: "Zmiany w plikach", why: "zapisane w plikach" } as const;
  await store.release({ ...titled, at: clock(), documents: asDocuments(changes, now) });
  await live.released();
}

/** One draft for all of them; what it held of other files stays. */
async function offer(changes: Changes, now: Documents, { store, log, now: clock }: FileChanges): Promise<void> {
  const documents = asDocuments(changes, now);
  const draft = {
    subject: "files",
    title: "Zmiany w plikach",
    why: "",
    origin: "files",
    documents,
    at: clock(),
  } as const;
  const added = await store.addDraft(draft);
  log.info("file_changes_offered", { files: changes.size });
  if (!("exists" in added)) return;
  const others = added.exists.documents.filter(({ path }) => !changes.has(path));
  await store.changeDraft(
    added.exists.id,
    added.exists.version,
    { documents: [...others, ...documents], state: "writing", review: null, publishAt: null, problem: null },
    undefined,
    clock(),
  );
}
