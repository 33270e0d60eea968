import { execFile } from "node:child_process";
import { createHash, randomUUID } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { mkdir, mkdtemp, rename, rm, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { promisify } from "node:util";
import { PGlite } from "@electric-sql/pglite";
import { Client } from "pg";
import { dependencies } from "../package.json";
import { openDatabase } from "../src/storage/database";
import { describeIfPostgreSql, testDatabaseUrl } from "./reachable";

/** An empty database of one test's own. */
export type FreshDatabase = {
  kind: "postgresql" | "embedded";
  /** Empty for the embedded database. */
  url: string;
  /** Given to `openDatabase` or `openStorage`. */
  options: { databaseUrl: string | undefined; dataFolder: string };
  drop(): Promise<void>;
};

type Fresh = () => Promise<FreshDatabase>;

/** Declares the same tests for both databases; whoever tries the making of the schema takes `empty` ones. */
export function describeOn(name: string, tests: (fresh: Fresh) => void, schema: "made" | "empty" = "made"): void {
  const [postgresql, embedded] =
    schema === "made" ? [freshPostgreSql, freshEmbedded] : [emptyPostgreSql, emptyEmbedded];
  describeIfPostgreSql(`${name}, on PostgreSQL`, () => tests(postgresql));
  describe(`${name}, on the embedded database`, () => tests(embedded));
}

/** A database of its own on the test server, with today's schema and nothing in it. */
export const freshPostgreSql: Fresh = async () => postgreSql(await madeDatabase());

/** A database of its own on the test server, without any schema. */
const emptyPostgreSql: Fresh = () => postgreSql("template0");

async function postgreSql(template: string): Promise<FreshDatabase> {
  const name = `hejnal_test_${randomUUID().replaceAll("-", "")}`;
  await onTestServer(`create database ${name} template ${template}`);
  const url = addressOf(name);
  return {
    kind: "postgresql",
    url,
    options: { databaseUrl: url, dataFolder: "" },
    async drop() {
      await onTestServer(`drop database ${name} with (force)`);
    },
  };
}

function addressOf(name: string): string {
  const url = new URL(testDatabaseUrl);
  url.pathname = `/${name}`;
  // Nobody pulls the plug of a test's server: what is committed is seen at once and need not be on the disk.
  url.searchParams.set("options", "-csynchronous_commit=off");
  // So that a test can tell its own connections from those of others.
  url.searchParams.set("application_name", name);
  return url.href;
}

/** The database others are copied from; brought up to date once for every state of the code that does it. */
async function madeDatabase(): Promise<string> {
  const name = `hejnal_made_${schemaFingerprint()}`;
  const [found] = await onTestServer(`select from pg_database where datname = '${name}'`);
  if (found) return name;
  const making = `${name}_${randomUUID().slice(0, 8)}`;
  await onTestServer(`create database ${making}`);
  await (await openDatabase({ databaseUrl: addressOf(making), dataFolder: "", log: quiet })).close();
  // Another worker may have been quicker; then its database is as good.
  await onTestServer(`alter database ${making} rename to ${name}`).catch(() => onTestServer(`drop database ${making}`));
  return name;
}

/** A folder of its own, with today's schema and nothing in it. */
export const freshEmbedded = (): Promise<FreshDatabase> => copyOf(madeCluster());

/** A folder of its own, without any schema. */
const emptyEmbedded = (): Promise<FreshDatabase> => copyOf(emptyCluster());

async function copyOf(cluster: Promise<string>): Promise<FreshDatabase> {
  const dataFolder = await mkdtemp(join(tmpdir(), "hejnal-test-"));
  await copy(await cluster, join(dataFolder, "database"));
  return {
    kind: "embedded",
    url: "",
    options: { databaseUrl: undefined, dataFolder },
    drop: () => rm(dataFolder, { recursive: true, force: true }),
  };
}

/** A thousand files: `fs.cp` needs ten times as long. */
const copy = (from: string, to: string) => promisify(execFile)("cp", ["-R", from, to]);

async function onTestServer(statement: string): Promise<unknown[]> {
  const client = new Client({ connectionString: testDatabaseUrl });
  await client.connect();
  const done = client.query(statement).finally(() => client.end());
  return (await done).rows;
}

const NAME = `hejnal-cluster-${dependencies["@electric-sql/pglite"]}`;
const quiet = { info() {}, warn() {}, error() {} };

const emptyCluster = () => keptIn(`${NAME}-empty`, async (folder) => (await PGlite.create(folder)).close());

/** Brought up to date once for every state of the code that does it. */
const madeCluster = () =>
  keptIn(`${NAME}-${schemaFingerprint()}`, async (folder) => {
    const dataFolder = `${folder}-making`;
    await mkdir(dataFolder);
    await copy(await emptyCluster(), join(dataFolder, "database"));
    await (await openDatabase({ databaseUrl: undefined, dataFolder, log: quiet })).close();
    await rm(folder, { recursive: true });
    await rename(join(dataFolder, "database"), folder);
    await rm(dataFolder, { recursive: true });
  });

/** What takes seconds to make and a moment to copy is made once and kept for later runs. */
async function keptIn(name: string, make: (folder: string) => Promise<void>): Promise<string> {
  const ready = join(tmpdir(), name);
  if (await exists(ready)) return ready;
  const making = await mkdtemp(`${ready}-`);
  await make(making);
  // Another worker may have been quicker; then its cluster is as good.
  await rename(making, ready).catch(() => rm(making, { recursive: true, force: true }));
  return ready;
}

function schemaFingerprint(): string {
  const storage = resolve(__dirname, "../src/storage");
  const hash = createHash("sha256").update(readFileSync(join(storage, "migrate.ts")));
  for (const name of readdirSync(join(storage, "migrations")).sort())
    hash.update(readFileSync(join(storage, "migrations", name)));
  return hash.digest("hex").slice(0, 12);
}

const exists = (path: string) =>
  stat(path).then(
    () => true,
    () => false,
  );
