import { copyFileSync, renameSync, statSync } from "node:fs";
import { type MessagePort, parentPort } from "node:worker_threads";
import { type Changes, changed, type Documents } from "./content/documents";
import { folderOf } from "./content/folder";
import { ContentError, complain, type Mistake } from "./content/mistakes";
import { everyMistake } from "./everyMistake";
import type { OpeningHours } from "./handoff/openingHours";
import { type Judged, judge, type SampleFailure, samplesThatFail } from "./judge";
import { indexArticles, type Learning, type Loaded, loadContent, partsFrom, readHours } from "./loadParts";
import type { Parts } from "./turn/parts";
import { terms } from "./understanding/words";

/** Documents on their way to a thread: `base` is left out where it has them already. */
export type Sent = { base?: Documents; changes: Changes };

/** What is to be made of documents. `version` names them; `ownFile`: where the model goes for whoever asked; nobody else writes there. */
export type Make = { version: string; learning: Learning; ownFile: string };

export type Task = { sent: Sent } & (
  | { kind: "check" }
  /** Everything lies in `pieces` afterwards, in the order of `Pieces`. */
  | { kind: "learn"; make: Make; pieces: MessagePort }
  /** What the bot does about texts as first messages. */
  | { kind: "judge"; make: Make; texts: string[]; now: Date }
  | { kind: "samples"; make: Make }
);

/** What the thread says when it is through; `refused` when editors made mistakes. */
export type Told =
  | { kind: "done" }
  | { kind: "judged"; judged: Judged[] }
  | { kind: "samples"; failed: SampleFailure[] }
  | { kind: "refused"; mistakes: Mistake[] };

export type Pieces = [
  Pick<Loaded, "content"> & { hours: OpeningHours },
  Omit<Loaded, "content">,
  /** The comparable words of every text of the search index: finding them is most of the work of making it. */
  Map<string, string[]>,
];

/** So many states are kept to judge by: as it is, and as it would be. */
const KEPT = 2;
const made = new Map<string, Parts>();
let base: Documents = new Map();

/** Words of texts that were indexed before: of thousands of articles a few change at a time. */
let knownTerms = new Map<string, string[]>();

/** Loads and learns, all that takes long, so that the main thread has only to put the pieces together. */
function learn(documents: Documents, { version, learning, ownFile }: Make): Pieces {
  const folder = folderOf(documents);
  const { content, ...lessons } = loadContent(folder);
  const hours = readHours(folder);
  const used = new Map<string, string[]>();
  const index = indexArticles(content, (text) => {
    const found = used.get(text) ?? knownTerms.get(text) ?? terms(text);
    used.set(text, found);
    return found;
  });
  knownTerms = used;
  const before = fetched(learning.modelFile, ownFile);
  const parts = partsFrom({ content, ...lessons }, index, { ...learning, modelFile: ownFile });
  if (stateOf(ownFile) !== before) share(ownFile, learning.modelFile);
  keep(version, parts);
  return [{ content, hours }, lessons, used];
}

function keep(version: string, parts: Parts): void {
  made.delete(version);
  made.set(version, parts);
  for (const old of [...made.keys()].slice(0, -KEPT)) made.delete(old);
}

function partsOf(documents: Documents, make: Make): Parts {
  if (!made.has(make.version)) learn(documents, make);
  const parts = made.get(make.version);
  if (!parts) throw new Error(`nothing was made of ${make.version}`);
  keep(make.version, parts);
  return parts;
}

/** What was learnt of the very same before is there already, or another process has shared it. Its file is copied: it may be replaced before it is read here. */
function fetched(modelFile: string | undefined, ownFile: string): string | undefined {
  try {
    if (modelFile && !stateOf(ownFile)) copyFileSync(modelFile, ownFile);
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

function carryOut(task: Task): Told {
  base = task.sent.base ?? base;
  const documents = changed(base, task.sent.changes);
  switch (task.kind) {
    case "check":
      complain(everyMistake(folderOf(documents)));
      return { kind: "done" };
    case "learn":
      for (const piece of learn(documents, task.make)) task.pieces.postMessage(piece);
      return { kind: "done" };
    case "judge": {
      const parts = partsOf(documents, task.make);
      return { kind: "judged", judged: task.texts.map((text) => judge(text, parts, task.now)) };
    }
    case "samples":
      return { kind: "samples", failed: samplesThatFail(partsOf(documents, task.make)) };
  }
}

function run(task: Task): Told {
  try {
    return carryOut(task);
  } catch (error) {
    if (error instanceof ContentError) return { kind: "refused", mistakes: error.mistakes };
    throw error;
  }
}

parentPort?.on("message", (task: Task) => parentPort?.postMessage(run(task)));
