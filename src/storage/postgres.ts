import { Client, DatabaseError, Pool, type PoolClient } from "pg";
import type { Log } from "../conversation/log";
import { columnParser } from "./columnTypes";
import type { Link, Links } from "./dialect";
import { forgetRow } from "./forgetRow";
import { preparedNames } from "./preparedNames";

const CONNECT_WITHIN_MS = 5_000;
const STATEMENT_WITHIN_MS = 15_000;
/** For a server that no longer answers at all; the server's own limit comes first. */
const ANSWER_WITHIN_MS = 20_000;
/** A process that hangs in the middle of a turn must not hold its conversation. */
const IDLE_IN_TRANSACTION_MS = 15_000;

const limits = {
  statement_timeout: STATEMENT_WITHIN_MS,
  query_timeout: ANSWER_WITHIN_MS,
  idle_in_transaction_session_timeout: IDLE_IN_TRANSACTION_MS,
};

export type PostgresOptions = {
  databaseUrl: string;
  poolSize: number;
  log: Log;
  /** No statement is cut off, however long it takes: for work on the schema. */
  patient?: boolean;
};

/** A pool of connections to PostgreSQL. */
export function postgresLinks(options: PostgresOptions): Links {
  const pool = new Pool({
    connectionString: options.databaseUrl,
    application_name: "hejnal",
    max: options.poolSize,
    connectionTimeoutMillis: CONNECT_WITHIN_MS,
    keepAlive: true,
    pipeline: true,
    ...(options.patient ? {} : limits),
    types: { getTypeParser: columnParser },
  });
  const lost = (error: Error) => options.log.warn("database_connection_lost", { error: error.message });
  // Without listeners a connection that dies, idle or between two statements, would end the process.
  pool.on("error", lost);
  pool.on("connect", (client) => client.on("error", () => {}));
  const prepared = preparedNames();
  return {
    take: async () => linkOver(await pool.connect(), prepared),
    end: () => pool.end(),
  };
}

function linkOver(client: PoolClient, prepared: (text: string) => string | undefined): Link {
  let broken: Error | undefined;
  const guarded = async <Result>(send: () => Promise<Result>): Promise<Result> => {
    if (broken) throw broken;
    try {
      return await send();
    } catch (error) {
      // If it was not the server that refused, nobody knows what this connection will answer next.
      if (error instanceof DatabaseError) forgetRow(error);
      else broken = error instanceof Error ? error : new Error(String(error));
      throw error;
    }
  };
  return {
    query: (text, values) =>
      guarded(async () => {
        const name = prepared(text);
        const result = await client.query({ text, values: [...values], ...(name && { name }) });
        return { rows: result.rows, changed: result.rowCount ?? 0 };
      }),
    command: (text) => guarded(async () => (await client.query(text)).command),
    together(start) {
      const stream = client instanceof Client ? client.connection.stream : undefined;
      stream?.cork();
      try {
        return start();
      } finally {
        stream?.uncork();
      }
    },
    release: () => client.release(broken),
  };
}
