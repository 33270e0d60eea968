import { type Changes, changed, changesIn, type Documents } from "./content/documents";
import { documentsVersion } from "./content/documentsVersion";
import type { ContentStore } from "./content/doors";
import { folderOf } from "./content/folder";
import { ContentError } from "./content/mistakes";
import { readDocuments } from "./content/readDocuments";
import type { Bus } from "./conversation/bus";
import type { Log } from "./conversation/log";
import { type Learning, loadContent, loadParts, readHours } from "./loadParts";
import type { State } from "./relearn";
import { openShelf, type Shelf } from "./shelf";
import type { Parts } from "./turn/parts";

/** A release as it was loaded: its documents, their version and what was made of them. */
export type Loaded = { release: number; documents: Documents; version: string; state: State };

/** What editors' documents make of the bot. */
export type LiveContent = {
  /** As it is now. Take it once for what must fit together. */
  current(): State;
  /** The newest release, loaded here. */
  newest(): Promise<Loaded>;
  /** What the content would be with these changes, ready to go live; throws one ContentError with its mistakes. */
  prepare(changes: Changes): Promise<{ base: Loaded; version: string; state: State }>;
  /**
   * Throws one ContentError with everything that is wrong with the content once these changes are made. Answers whether
   * it was looked at for the first time.
   */
  check(changes: Changes): Promise<boolean>;
  /** The other processes make ready what this draft would be, so that it is live there the moment it is published. */
  announce(draft: string, version: string): Promise<void>;
  /** A release was written: it is live here when this ends, and the other processes hear of it. */
  released(): Promise<void>;
  shelf: Shelf;
  close(): void;
};

export type LiveContentOptions = {
  store: ContentStore;
  /** Where the files lie that fill an empty store. */
  folder: string;
  learning: Learning;
  /** What was made of those files already: the store is asked only once somebody edits. */
  given?: Parts | undefined;
  bus: Bus;
  log: Log;
  now(): Date;
};

const CHECKS_KEPT = 50;
/** A wake-up may be lost. */
const LOOK_EVERY_MS = 15_000;

/** Opens the newest release, filling an empty store from the files; throws what is wrong with it. */
export async function openLiveContent(options: LiveContentOptions): Promise<LiveContent> {
  const { store, folder, learning, given, bus, log, now } = options;
  const shelf = openShelf(store, learning);
  let live: Loaded | undefined;
  let opening: Promise<Loaded> | undefined;
  const open = (): Promise<Loaded> => {
    opening ??= firstLook(options, shelf).then((first) => {
      live = first;
      shelf.put(first.version, first.state);
      return first;
    });
    return opening;
  };
  const follow = async (): Promise<Loaded> => {
    const before = live ?? (await open());
    const release = await store.newest();
    if (release === before.release) return before;
    const began = performance.now();
    const documents = await documentsAt(release, before, store);
    const version = documentsVersion(documents);
    const state = await shelf.make(version, { base: documents, changes: new Map() });
    live = { release, documents, version, state };
    const { content, modelVersion } = state.parts;
    const ms = Math.round(performance.now() - began);
    log.info("content_loaded", { release, contentVersion: content.version, modelVersion, ms });
    return live;
  };
  let following: Promise<unknown> = Promise.resolve();
  // One after the other, so that an older release never takes a newer one's place.
  const newest = (): Promise<Loaded> => {
    const next = following.then(follow);
    following = next.catch(() => {});
    return next;
  };
  const prepare: LiveContent["prepare"] = async (changes) => {
    const base = await newest();
    const version = documentsVersion(changed(base.documents, changes));
    return { base, version, state: await shelf.make(version, { base: base.documents, changes }) };
  };
  const prepareDraft = async (id: string): Promise<void> => {
    const draft = await store.draft(id);
    if (draft) await prepare(changesIn(draft));
  };
  const look = (): void => {
    if (opening) newest().catch((error) => complain(log, error));
  };
  const hear = (note: string): void => {
    const [, draft] = /^draft:(.*)$/.exec(note) ?? [];
    if (draft === undefined) look();
    // It is made once more when it is published, should this fail.
    else if (opening) prepareDraft(draft).catch(() => {});
  };
  /** A draft that is looked at again is as right or wrong as it was. */
  const checks = new Map<string, Promise<unknown>>();
  const files = given && { parts: given, hours: readHours(folder) };
  if (!given || (await store.newest()) > 0) await open();
  const leave = bus.subscribe("content", hear);
  const timer = setInterval(look, LOOK_EVERY_MS).unref();
  return {
    shelf,
    newest,
    current() {
      const state = live?.state ?? files;
      if (!state) throw new Error("the content is not open yet");
      return state;
    },
    prepare,
    async check(changes) {
      const { documents } = await newest();
      const version = documentsVersion(changed(documents, changes));
      const known = checks.get(version);
      const check = known ?? shelf.threads[1].ask({ base: documents, changes }, { kind: "check" });
      checks.delete(version);
      checks.set(version, check);
      for (const old of [...checks.keys()].slice(0, -CHECKS_KEPT)) checks.delete(old);
      await check.catch((error) => {
        if (!(error instanceof ContentError)) checks.delete(version);
        throw error;
      });
      return known === undefined;
    },
    async announce(draft, version) {
      await shelf.shareModel(version, now());
      await bus.publish("content", `draft:${draft}`);
    },
    async released() {
      const { version, release } = await newest();
      await shelf.shareModel(version, now());
      await bus.publish("content", String(release));
    },
    close() {
      clearInterval(timer);
      leave();
      shelf.close();
    },
  };
}

/** The newest release as it is found, or the files as the first one. */
async function firstLook({ store, folder, learning, given, now }: LiveContentOptions, shelf: Shelf): Promise<Loaded> {
  const release = (await store.newest()) || (await seed(store, folder, now()));
  const documents = await store.documents(release);
  const version = documentsVersion(documents);
  if (given && version === documentsVersion(readDocuments(folder)))
    return { release, documents, version, state: { parts: given, hours: readHours(folder) } };
  const modelFile = (await shelf.fetchModel(version)) ? shelf.taskOf(version).ownFile : learning.modelFile;
  try {
    const parts = loadParts(folderOf(documents), { ...learning, modelFile });
    return { release, documents, version, state: { parts, hours: readHours(folderOf(documents)) } };
  } catch (error) {
    throw error instanceof ContentError ? new Error(`${error.message}\n\n${howToMend(release)}`) : error;
  }
}

/** What was fit for an older program may lack what this one needs. */
const howToMend = (release: number) =>
  `This content lies in the database (release ${release}). Write it out with \`npm run content -- export <folder>\`, ` +
  "mend it there, and bring it back with `npm run content -- import <folder> --publish`; then start again.";

/** The first release: what the files hold. Of several processes that start at once one writes it. */
async function seed(store: ContentStore, folder: string, at: Date): Promise<number> {
  const files = readDocuments(folder);
  // What is wrong with them is told before anything is written.
  loadContent(folderOf(files));
  const documents = [...files].map(([path, text]) => ({ path, text, base: null }));
  await store.release({ kind: "seed", title: "Pierwsza treść", why: "z plików programu", at, documents });
  await store.keepSeeds(files);
  return store.newest();
}

const MOST_STEPS = 20;

/** From release to release, as long as these are few. */
async function documentsAt(release: number, from: Loaded, store: ContentStore): Promise<Documents> {
  if (release - from.release > MOST_STEPS) return store.documents(release);
  let { documents } = from;
  for (let number = from.release + 1; number <= release; number++) {
    const step = await store.released(number);
    if (!step) return store.documents(release);
    documents = changed(documents, new Map(step.documents.map(({ path, after }) => [path, after])));
  }
  return documents;
}

/** Mistakes one by one, with file and line; whatever else in one line. */
export function complain(log: Log, error: unknown): void {
  if (error instanceof ContentError) for (const mistake of error.mistakes) log.warn("content_mistake", mistake);
  else log.error("content_not_loaded", { error: String(error) });
}
