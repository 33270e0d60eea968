import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { ContentError } from "./content/mistakes";
import type { Log } from "./conversation/log";
import { type Learning, loadParts, readHours } from "./loadParts";
import { openRelearner, type State } from "./relearn";
import type { Parts } from "./turn/parts";
import { watchContent } from "./watchContent";

/** One save is several changes, and several files are saved at once. */
const SETTLE_MS = 150;

/** Wake-ups between processes: the content version another one has now. */
export type Others = { tell(version: string): void; hear(told: (version: string) => void): void };

/** What editors' files make of the bot, as they are now. Take `current()` once for what must fit together. */
export type LiveParts = { current(): State; join(others: Others): void; close(): void };

export type Editing = { folder: string; learning: Learning; log: Log };

/** Parts that stay as they are. */
export function fixedParts(parts: Parts, folder: string): LiveParts {
  const state = { parts, hours: readHours(folder) };
  return { current: () => state, join: () => {}, close: () => {} };
}

/**
 * Loads now and throws what is wrong, as `loadParts` does; from then on every change editors make under `folder` is
 * loaded beside the running program and takes the place of what there was in one step. Where they made mistakes, what
 * there was stays, and the mistakes are logged.
 */
export function openLiveParts({ folder, learning, log }: Editing): LiveParts {
  const stopping = new AbortController();
  const relearner = openRelearner();
  let ownFolder: string | undefined;
  let state: State | undefined;
  const current = (): State => {
    state ??= { parts: loadParts(folder, learning), hours: readHours(folder) };
    return state;
  };
  const loadAnew = async (): Promise<void> => {
    const began = performance.now();
    ownFolder ??= mkdtempSync(join(tmpdir(), "hejnal-model-"));
    state = await relearner.relearn({ folder, learning, ownFile: join(ownFolder, "model.bin") });
    const { content, modelVersion } = state.parts;
    const ms = Math.round(performance.now() - began);
    log.info("content_loaded", { contentVersion: content.version, modelVersion, ms });
  };
  const keeper = keepUpToDate({ current, loadAnew, log, signal: stopping.signal });
  // Watched first: what changes while it is loaded is heard of afterwards.
  const unwatch = watchContent([join(folder, "dialogs"), join(folder, "knowledge")], keeper.changed, log);
  current();
  const close = (): void => {
    stopping.abort();
    unwatch();
    relearner.close();
    if (ownFolder) rmSync(ownFolder, { recursive: true, force: true });
  };
  return { current, join: keeper.join, close };
}

type Work = { current(): State; loadAnew(): Promise<void>; log: Log; signal: AbortSignal };

/** Loads anew when files changed or another process has another version; what comes meanwhile is seen to afterwards. */
function keepUpToDate({ current, loadAnew, log, signal }: Work) {
  let others: Others | undefined;
  let settling: NodeJS.Timeout | undefined;
  let dirty = false;
  let elsewhere: string | undefined;
  let running = false;
  const version = () => current().parts.content.version;
  const isDue = () => !signal.aborted && (dirty || (elsewhere !== undefined && elsewhere !== version()));
  const once = async (): Promise<void> => {
    const before = version();
    dirty = false;
    elsewhere = undefined;
    await loadAnew().catch((error) => signal.aborted || complain(log, error));
    if (version() !== before) others?.tell(version());
  };
  const run = async (): Promise<void> => {
    if (running) return;
    running = true;
    while (isDue()) await once();
    running = false;
  };
  signal.addEventListener("abort", () => clearTimeout(settling));
  return {
    changed(): void {
      clearTimeout(settling);
      settling = setTimeout(() => {
        dirty = true;
        void run();
      }, SETTLE_MS);
    },
    join(joined: Others): void {
      others = joined;
      joined.hear((told) => {
        elsewhere = told;
        void run();
      });
    },
  };
}

function complain(log: Log, error: unknown): void {
  if (error instanceof ContentError) for (const mistake of error.mistakes) log.warn("content_mistake", mistake);
  else log.error("content_not_loaded", { error: String(error) });
}
