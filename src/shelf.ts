import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Changes, Documents } from "./content/documents";
import type { ContentStore } from "./content/doors";
import type { Make } from "./learnThread";
import type { Learning } from "./loadParts";
import { relearn, type State } from "./relearn";
import { openThread, type Thread } from "./thread";

/** States of the content that were made and may be needed again, by the version of their documents. */
export type Shelf = {
  has(version: string): boolean;
  /** The state of these documents, made in the background where there is none; throws a ContentError with their mistakes. */
  make(version: string, documents: { base: Documents; changes: Changes }): Promise<State>;
  put(version: string, state: State): void;
  /** Brings what another process learnt of the same documents; false when none did. */
  fetchModel(version: string): Promise<boolean>;
  /** Lets other processes have what was learnt here. */
  shareModel(version: string, at: Date): Promise<void>;
  taskOf(version: string): Make;
  /** The first one learns. */
  threads: readonly [Thread, Thread];
  close(): void;
};

/** The present state, the one before it and what editors are about to publish: a swap is one assignment. */
const AT_HAND = 3;

export function openShelf(store: Pick<ContentStore, "model" | "keepModel">, learning: Learning): Shelf {
  const folder = mkdtempSync(join(tmpdir(), "hejnal-model-"));
  const threads = [openThread(learning.thread), openThread(learning.thread)] as const;
  const states = new Map<string, State>();
  const inWork = new Map<string, Promise<State>>();
  const fileOf = (version: string) => join(folder, `${version}.bin`);
  const taskOf = (version: string): Make => ({ version, learning, ownFile: fileOf(version) });
  const put = (version: string, state: State): void => {
    states.delete(version);
    states.set(version, state);
    for (const old of [...states.keys()].slice(0, -AT_HAND)) {
      states.delete(old);
      rmSync(fileOf(old), { force: true });
    }
  };
  const fetchModel = async (version: string): Promise<boolean> => {
    const bytes = await store.model(version);
    if (bytes) writeFileSync(fileOf(version), bytes);
    return bytes !== undefined;
  };
  const make = async (version: string, documents: { base: Documents; changes: Changes }): Promise<State> => {
    // Without what others learnt it is learnt here.
    await fetchModel(version).catch(() => false);
    const state = await relearn(threads[0], documents, taskOf(version));
    put(version, state);
    return state;
  };
  return {
    threads,
    taskOf,
    put,
    fetchModel,
    has: (version) => states.has(version),
    async make(version, documents) {
      const known = states.get(version);
      if (known) put(version, known);
      const work = known ?? inWork.get(version) ?? make(version, documents).finally(() => inWork.delete(version));
      if (work instanceof Promise) inWork.set(version, work);
      return work;
    },
    async shareModel(version, at) {
      const bytes = readModel(fileOf(version));
      if (bytes) await store.keepModel(version, bytes, at);
    },
    close() {
      for (const thread of threads) thread.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function readModel(file: string): Buffer | undefined {
  try {
    return readFileSync(file);
  } catch {
    return undefined;
  }
}
