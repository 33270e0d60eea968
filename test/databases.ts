import { randomUUID } from "node:crypto";
import { cp, mkdtemp, rename, rm, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { PGlite } from "@electric-sql/pglite";
import { Client } from "pg";
import { dependencies } from "../package.json";
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

/** Declares the same tests for both databases. */
export function describeOn(name: string, tests: (fresh: () => Promise<FreshDatabase>) => void): void {
  describeIfPostgreSql(`${name}, on PostgreSQL`, () => tests(freshPostgreSql));
  describe(`${name}, on the embedded database`, () => tests(freshEmbedded));
}

/** A schema of its own in the test database. */
export async function freshPostgreSql(): Promise<FreshDatabase> {
  const schema = `test_${randomUUID().replaceAll("-", "")}`;
  await onTestDatabase(`create schema ${schema}`);
  const url = new URL(testDatabaseUrl);
  url.searchParams.set("options", `-csearch_path=${schema}`);
  // So that a test can tell its own connections from those of others.
  url.searchParams.set("application_name", schema);
  return {
    kind: "postgresql",
    url: url.href,
    options: { databaseUrl: url.href, dataFolder: "" },
    drop: () => onTestDatabase(`drop schema ${schema} cascade`),
  };
}

/** A folder of its own. */
export async function freshEmbedded(): Promise<FreshDatabase> {
  const dataFolder = await mkdtemp(join(tmpdir(), "hejnal-test-"));
  await cp(await emptyCluster(), join(dataFolder, "database"), { recursive: true });
  return {
    kind: "embedded",
    url: "",
    options: { databaseUrl: undefined, dataFolder },
    drop: () => rm(dataFolder, { recursive: true, force: true }),
  };
}

async function onTestDatabase(statement: string): Promise<void> {
  const client = new Client({ connectionString: testDatabaseUrl });
  await client.connect();
  await client.query(statement).finally(() => client.end());
}

/** A new embedded database takes seconds to make and a moment to copy, so it is made once and kept for later runs. */
async function emptyCluster(): Promise<string> {
  const ready = join(tmpdir(), `hejnal-empty-cluster-${dependencies["@electric-sql/pglite"]}`);
  if (await exists(ready)) return ready;
  const making = await mkdtemp(`${ready}-`);
  await (await PGlite.create(making)).close();
  // Another worker may have been quicker; then its cluster is as good.
  await rename(making, ready).catch(() => rm(making, { recursive: true, force: true }));
  return ready;
}

const exists = (path: string) =>
  stat(path).then(
    () => true,
    () => false,
  );
