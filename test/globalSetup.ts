import { access, constants } from "node:fs/promises";
import Redis from "ioredis";
import { Client } from "pg";
import { chromiumPath, type Part, testDatabaseUrl, testRedisUrl, whyNotVariable } from "./reachable";

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
};

/** Finds out once, before any test is declared, which outside parts are there. */
export default async function globalSetup(): Promise<void> {
  const parts: Part[] = ["PostgreSQL", "Redis", "Chromium"];
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
