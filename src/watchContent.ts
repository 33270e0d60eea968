import { type FSWatcher, readdirSync, statSync, watch } from "node:fs";
import { join } from "node:path";
import type { Log } from "./conversation/log";

const POLL_EVERY_MS = 2_000;
/** What editors keep; their programs' own files beside them do not count. */
const CONTENT = /\.(md|ya?ml|jsonl)$/;
const MAYBE_FOLDER = /^[^.~]+$/;

/**
 * Calls `changed` whenever a file under one of the folders may have changed, several times for one save. Where the
 * system cannot watch, the files are looked at every two seconds. Returns the function that ends it.
 */
export function watchContent(folders: string[], changed: () => void, log: Log): () => void {
  let stop = (): void => {};
  let polling = false;
  const poll = (error: unknown): void => {
    if (polling) return;
    polling = true;
    stop();
    log.warn("content_cannot_be_watched", { error: String(error), lookedAtEveryMs: POLL_EVERY_MS });
    stop = pollFolders(folders, changed);
    changed();
  };
  const unwatch = watchFolders(folders, changed, poll);
  if (!polling) stop = unwatch;
  return () => stop();
}

/**
 * One watch per folder: a recursive one of Node 20 follows each file by itself on Linux, and no longer hears of a file
 * that an editor's program has once replaced by renaming.
 */
function watchFolders(folders: string[], changed: () => void, failed: (error: unknown) => void): () => void {
  let watchers: FSWatcher[] = [];
  const stop = (): void => {
    for (const watcher of watchers) watcher.close();
    watchers = [];
  };
  // A folder may have come, gone or been replaced; what changed in it until it is watched is loaded all the same.
  const start = (): void => {
    stop();
    try {
      for (const folder of folders.flatMap(foldersUnder)) watchers.push(watch(folder, heard).on("error", failed));
    } catch (error) {
      stop();
      failed(error);
    }
  };
  const heard = (event: string, name: string | null): void => {
    const isFile = name !== null && CONTENT.test(name);
    if (!isFile && name !== null && !MAYBE_FOLDER.test(name)) return;
    if (!isFile && event === "rename") start();
    changed();
  };
  start();
  return stop;
}

function pollFolders(folders: string[], changed: () => void): () => void {
  let before = signatureOf(folders);
  const timer = setInterval(() => {
    const now = signatureOf(folders);
    if (now !== before) changed();
    before = now;
  }, POLL_EVERY_MS);
  return () => clearInterval(timer);
}

/** Another one whenever a file was added, taken away or written. */
function signatureOf(folders: string[]): string {
  try {
    const files = folders
      .flatMap(foldersUnder)
      .flatMap((folder) => readdirSync(folder).map((name) => join(folder, name)));
    return files
      .filter((path) => CONTENT.test(path))
      .map((path) => {
        const { mtimeMs, size, ino } = statSync(path);
        return `${path} ${mtimeMs} ${size} ${ino}`;
      })
      .join("\n");
  } catch (error) {
    return String(error);
  }
}

/** The folder and all below it. */
function foldersUnder(folder: string): string[] {
  const below = readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  return [folder, ...below.flatMap(({ name }) => foldersUnder(join(folder, name)))];
}
