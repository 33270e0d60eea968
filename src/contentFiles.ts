import { existsSync } from "node:fs";
import { parseArgs } from "node:util";
import { z } from "zod";
import { readConfig } from "./config";
import { difference } from "./content/documents";
import type { ContentStore } from "./content/doors";
import { folderOf } from "./content/folder";
import { ContentError, complain } from "./content/mistakes";
import { unifiedDiff } from "./content/unifiedDiff";
import { readFiles, writeFiles } from "./contentFolder";
import { everyMistake } from "./everyMistake";
import { importFiles } from "./importFiles";
import { createLog } from "./server/log";
import { contentStore } from "./storage/content/contentStore";
import { openDatabase } from "./storage/database";

const USAGE = `npm run content -- <command> [folder]     (the folder that holds dialogs/ and knowledge/; here without one)

  export [folder] [--release n] [--prune]  writes the newest release, or another one, into the folder;
                                           --prune takes away documents that are not in it
  import [folder] [--why "..."] [--publish]  makes what differs from the newest release a draft for editors;
                                           --publish checks it and releases it at once
  diff [folder]                            shows how the folder differs from the newest release
  check [folder]                           tells every mistake in the folder; needs no database

Exit code: 0 all is well; 1 it differs, has mistakes, or somebody else was quicker; 2 it could not be done.
`;

const options = {
  release: { type: "string" },
  why: { type: "string" },
  prune: { type: "boolean" },
  publish: { type: "boolean" },
} as const;

const folder = z.string().min(1).default(".");
const Asked = z.discriminatedUnion("command", [
  z.strictObject({
    command: z.literal("export"),
    folder,
    release: z.coerce.number().int().min(1).max(2_147_483_647).optional(),
    prune: z.boolean().default(false),
  }),
  z.strictObject({
    command: z.literal("import"),
    folder,
    why: z.string().trim().max(500).default(""),
    publish: z.boolean().default(false),
  }),
  z.strictObject({ command: z.literal("diff"), folder }),
  z.strictObject({ command: z.literal("check"), folder }),
]);
type Asked = z.infer<typeof Asked>;

/** `npm run content`: what editors keep, to and from files. Answers the exit code. */
async function run(asked: Asked): Promise<number> {
  switch (asked.command) {
    case "export":
      return withStore((store) => exportFiles(store, asked));
    case "import":
      return withStore(async (store) => {
        const { done, words } = await importFiles(store, readFiles(asked.folder), { ...asked, at: new Date() });
        return say(words, done ? 0 : 1);
      });
    case "diff":
      return withStore((store) => showDifference(store, asked.folder));
    case "check":
      return check(asked.folder);
  }
}

type Export = Extract<Asked, { command: "export" }>;

async function exportFiles(store: ContentStore, { folder, release, prune }: Export): Promise<number> {
  const newest = await store.newest();
  if (newest === 0) throw new Error("Nothing was released yet: start the program once, or import with --publish.");
  if (release !== undefined && release > newest)
    throw new Error(`There is no release ${release}; the newest one is ${newest}.`);
  const number = release ?? newest;
  const { written, removed, same } = writeFiles(folder, await store.documents(number), prune);
  const lines = [...written.map((path) => `wrote ${path}`), ...removed.map((path) => `removed ${path}`)];
  const sum = `Release ${number}: ${written.length} written, ${removed.length} removed, ${same} as they were.`;
  return say([...lines, sum].join("\n"));
}

async function showDifference(store: ContentStore, folder: string): Promise<number> {
  const files = readFiles(folder);
  const now = await store.documents();
  const changes = [...difference(now, files)].sort(([a], [b]) => (a < b ? -1 : 1));
  for (const [path, text] of changes) process.stdout.write(unifiedDiff(path, now.get(path) ?? null, text));
  return changes.length > 0 ? 1 : 0;
}

function check(folder: string): number {
  const files = readFiles(folder);
  complain(everyMistake(folderOf(files)));
  return say(`${files.size} documents, no mistakes.`);
}

function say(words: string, code = 0): number {
  process.stdout.write(`${words}\n`);
  return code;
}

async function withStore(work: (store: ContentStore) => Promise<number>): Promise<number> {
  if (existsSync(".env")) process.loadEnvFile(".env");
  const { DATABASE_URL: databaseUrl, DATA_FOLDER: dataFolder, LOG_LEVEL } = readConfig(process.env);
  const database = await openDatabase({ databaseUrl, dataFolder, log: createLog(LOG_LEVEL) });
  try {
    return await work(contentStore(database.db));
  } finally {
    await database.close();
  }
}

/** What was asked for; undefined when it cannot be understood. */
function readArguments(args: string[]): Asked | undefined {
  try {
    const { values, positionals } = parseArgs({ args, options, allowPositionals: true });
    const [command, folder, ...more] = positionals;
    const asked = Asked.safeParse({ command, folder, ...values });
    return asked.success && more.length === 0 ? asked.data : undefined;
  } catch {
    return undefined;
  }
}

async function main(): Promise<number> {
  const asked = readArguments(process.argv.slice(2));
  if (asked) return run(asked);
  process.stderr.write(USAGE);
  return 2;
}

main()
  .catch((error: unknown) => {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    return error instanceof ContentError ? 1 : 2;
  })
  .then((code) => {
    process.exitCode = code;
  });
