import {
  type CompiledQuery,
  type DatabaseConnection,
  type Dialect,
  type Driver,
  PostgresAdapter,
  PostgresIntrospector,
  PostgresQueryCompiler,
  type QueryResult,
} from "kysely";

/** One connection to either database. */
export type Link = {
  query<Row>(text: string, values: readonly unknown[]): Promise<{ rows: Row[]; changed: number }>;
  /** Sends `begin`, `commit` or `rollback`; answers what the database really did. */
  command(text: string): Promise<string>;
  /** What `start` sends leaves in one parcel: a round trip is most of what a small statement costs. */
  together<Sent>(start: () => Sent): Sent;
  release(): void;
};

export type Links = { take(): Promise<Link>; end(): Promise<void> };

/** Kysely's PostgreSQL over whatever gives links, so that both databases are spoken to in the same way. */
export function dialectOver(links: Links): Dialect {
  return {
    createAdapter: () => new PostgresAdapter(),
    createDriver: () => driverOver(links),
    createIntrospector: (db) => new PostgresIntrospector(db),
    createQueryCompiler: () => new PostgresQueryCompiler(),
  };
}

function driverOver(links: Links): Driver {
  const taken = new WeakMap<DatabaseConnection, Link>();
  const linkOf = (connection: DatabaseConnection): Link => {
    const link = taken.get(connection);
    if (!link) throw new Error("the connection was given back already");
    return link;
  };
  return {
    init: async () => {},
    async acquireConnection() {
      const link = await links.take();
      const connection = connectionOver(link);
      taken.set(connection, link);
      return connection;
    },
    async beginTransaction(connection, settings) {
      if (settings.isolationLevel || settings.accessMode) throw new Error("only plain transactions are known here");
      await linkOf(connection).command("begin");
    },
    async commitTransaction(connection) {
      await commit(linkOf(connection));
    },
    async rollbackTransaction(connection) {
      await rollback(linkOf(connection));
    },
    async releaseConnection(connection) {
      const link = linkOf(connection);
      taken.delete(connection);
      link.release();
    },
    destroy: () => links.end(),
  };
}

export async function commit(link: Link): Promise<void> {
  // PostgreSQL answers the commit of a transaction in which a statement failed with a quiet rollback.
  const done = await link.command("commit");
  if (done !== "COMMIT") throw new Error("a statement had failed: the transaction was rolled back, not committed");
}

export async function rollback(link: Link): Promise<void> {
  // One that cannot be sent must not hide the error that led to it: without its link the transaction is gone anyway.
  await link.command("rollback").catch(() => {});
}

function connectionOver(link: Link): DatabaseConnection {
  return {
    async executeQuery<Row>({ sql, parameters }: CompiledQuery): Promise<QueryResult<Row>> {
      const { rows, changed } = await link.query<Row>(sql, parameters);
      return { rows, numAffectedRows: BigInt(changed) };
    },
    streamQuery() {
      throw new Error("results are not streamed here");
    },
  };
}
