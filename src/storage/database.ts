import { mkdir } from "node:fs/promises";
import { join, resolve } from "node:path";
import { Kysely, sql } from "kysely";
import type { Log } from "../conversation/log";
import { dialectOver, type Links } from "./dialect";
import { lockDirectory } from "./directoryLock";
import { embeddedLinks } from "./embedded";
import { migrate } from "./migrate";
import { postgresLinks } from "./postgres";
import type { Tables } from "./tables";

export type DatabaseOptions = {
  /** PostgreSQL 15 or newer; without it the embedded database in `dataFolder` is used. */
  databaseUrl?: string | undefined;
  dataFolder: string;
  /** Connections to PostgreSQL at most. */
  poolSize?: number;
  log: Log;
};

export type Database = {
  kind: "postgresql" | "embedded";
  db: Kysely<Tables>;
  links: Pick<Links, "take">;
  close(): Promise<void>;
};

/** Opens the database, with its schema up to date. The error of one that cannot be used says what to do. */
export function openDatabase(options: DatabaseOptions): Promise<Database> {
  return options.databaseUrl === undefined ? openEmbedded(options) : openPostgres(options.databaseUrl, options);
}

const OLDEST_VERSION = 15;

async function openPostgres(databaseUrl: string, { poolSize = 10, log }: DatabaseOptions): Promise<Database> {
  const patient = kyselyOver(postgresLinks({ databaseUrl, poolSize: 1, log, patient: true }));
  try {
    const version = await versionOf(patient, databaseUrl);
    if (version < OLDEST_VERSION)
      throw new Error(`PostgreSQL ${version} is too old: version ${OLDEST_VERSION} or newer is needed.`);
    await migrate(patient);
  } finally {
    await patient.destroy();
  }
  const links = postgresLinks({ databaseUrl, poolSize, log });
  const db = kyselyOver(links);
  return { kind: "postgresql", db, links, close: () => db.destroy() };
}

async function versionOf(db: Kysely<Tables>, databaseUrl: string): Promise<number> {
  try {
    const query = sql<{ version: number }>`select current_setting('server_version_num')::int / 10000 as version`;
    const { rows } = await query.execute(db);
    return rows[0]?.version ?? 0;
  } catch (error) {
    const { hostname, port, pathname } = new URL(databaseUrl);
    const where = `PostgreSQL at ${hostname || "localhost"}:${port || 5432}${pathname}`;
    throw new Error(`Cannot use ${where}: ${reasonOf(error)}. Check DATABASE_URL and that the server is running.`, {
      cause: error,
    });
  }
}

/** A refused connection to "localhost" is several errors in one, with an empty message of its own. */
function reasonOf(error: unknown): string {
  if (error instanceof AggregateError) return error.errors.map(reasonOf).join(", ");
  return error instanceof Error ? error.message : String(error);
}

async function openEmbedded({ dataFolder }: DatabaseOptions): Promise<Database> {
  await mkdir(dataFolder, { recursive: true });
  const unlock = await lockDirectory(dataFolder);
  try {
    const links = await embeddedLinks(join(resolve(dataFolder), "database"));
    const db = kyselyOver(links);
    const close = () => db.destroy().finally(unlock);
    await migrate(db).catch((error: unknown) => db.destroy().then(() => Promise.reject(error)));
    return { kind: "embedded", db, links, close };
  } catch (error) {
    await unlock();
    throw error;
  }
}

const kyselyOver = (links: Links): Kysely<Tables> => new Kysely<Tables>({ dialect: dialectOver(links) });
