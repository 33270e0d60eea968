import { copyFileSync, renameSync, statSync } from "node:fs";
import { type MessagePort, parentPort } from "node:worker_threads";
import { ContentError, type Mistake } from "./content/mistakes";
import type { OpeningHours } from "./handoff/openingHours";
import { indexArticles, type Learning, type Loaded, loadContent, partsFrom, readHours } from "./loadParts";
import { terms } from "./understanding/words";

/** What the thread is to do. `ownFile`: where the model goes for whoever asked; nobody else writes there. */
export type Task = { folder: string; learning: Learning; ownFile: string; pieces: MessagePort };

/** What the thread says when it is through: everything lies in `pieces`, in this order, or editors made mistakes. */
export type Told = { kind: "learnt" } | { kind: "refused"; mistakes: Mistake[] };
export type Pieces = [
  Pick<Loaded, "content"> & { hours: OpeningHours },
  Omit<Loaded, "content">,
  /** The comparable words of every text of the search index: finding them is most of the work of making it. */
  Map<string, string[]>,
];

/** Loads and learns, all that takes long, so that the main thread has only to put the pieces together. */
function learn({ folder, learning, ownFile, pieces }: Task): void {
  const { content, ...lessons } = loadContent(folder);
  const hours = readHours(folder);
  const known = new Map<string, string[]>();
  const index = indexArticles(content, (text) => {
    const found = known.get(text) ?? terms(text);
    known.set(text, found);
    return found;
  });
  const before = fetched(learning.modelFile, ownFile);
  partsFrom({ content, ...lessons }, index, { ...learning, modelFile: ownFile });
  if (stateOf(ownFile) !== before) share(ownFile, learning.modelFile);
  const made: Pieces = [{ content, hours }, lessons, known];
  for (const piece of made) pieces.postMessage(piece);
}

/** Another process may have learnt the same already. Its file is copied: it may be replaced before it is read here. */
function fetched(modelFile: string | undefined, ownFile: string): string | undefined {
  try {
    if (modelFile) copyFileSync(modelFile, ownFile);
  } catch {
    // Nobody has learnt anything yet.
  }
  return stateOf(ownFile);
}

/** Renamed into place, so that nobody reads half a file. */
function share(ownFile: string, modelFile: string | undefined): void {
  if (!modelFile) return;
  const half = `${modelFile}.${process.pid}.half`;
  try {
    copyFileSync(ownFile, half);
    renameSync(half, modelFile);
  } catch {
    // A read-only installation learns in every process.
  }
}

function stateOf(file: string): string | undefined {
  const state = statSync(file, { throwIfNoEntry: false });
  return state && `${state.ino} ${state.mtimeMs}`;
}

function run(task: Task): Told {
  try {
    learn(task);
    return { kind: "learnt" };
  } catch (error) {
    if (error instanceof ContentError) return { kind: "refused", mistakes: error.mistakes };
    throw error;
  }
}

parentPort?.on("message", (task: Task) => parentPort?.postMessage(run(task)));
