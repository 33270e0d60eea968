import { access, constants, mkdtemp } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import Redis from "ioredis";
import { Client } from "pg";
import { chromiumPath, dovecotPath, type Part, testDatabaseUrl, testRedisUrl, whyNotVariable } from "./reachable";

const PATIENCE_MS = 3_000;

const probes: Record<Part, () => Promise<void>> = {
  async PostgreSQL() {
    const client = new Client({ connectionString: testDatabaseUrl, connectionTimeoutMillis: PATIENCE_MS });
    try {
      await client.connect();
      const { rows } = await client.query("select current_setting('server_version_num')::int as version");
      if (rows[0].version < 150_000) throw new Error("is older than version 15");
    } finally {
      await client.end();
    }
  },
  async Redis() {
    const redis = new Redis(testRedisUrl, {
      lazyConnect: true,
      retryStrategy: () => null,
      connectTimeout: PATIENCE_MS,
      commandTimeout: PATIENCE_MS,
    });
    let lastError: unknown;
    redis.on("error", (error) => {
      lastError = error;
    });
    try {
      await redis.connect();
      await redis.ping();
    } catch (error) {
      throw lastError ?? error;
    } finally {
      if (redis.status !== "end") redis.disconnect();
    }
  },
  Chromium: () => access(chromiumPath, constants.X_OK),
  Dovecot: () => access(dovecotPath, constants.X_OK),
};

/** Finds out once, before any test is declared, which outside parts are there, and makes a place for what is built once. */
export default async function globalSetup(): Promise<void> {
  process.env.TEST_BUILT_FOLDER = await mkdtemp(join(tmpdir(), "hejnal-built-"));
  const parts: Part[] = ["PostgreSQL", "Redis", "Chromium", "Dovecot"];
  await Promise.all(
    parts.map(async (part) => {
      delete process.env[whyNotVariable(part)];
      await probes[part]().catch((error: unknown) => {
        process.env[whyNotVariable(part)] = reasonOf(error);
      });
    }),
  );
}

/** A refused connection to "localhost" is an AggregateError with an empty message. */
function reasonOf(error: unknown): string {
  if (error instanceof AggregateError) return error.errors.map(reasonOf).join(", ");
  return error instanceof Error ? error.message : String(error);
}
