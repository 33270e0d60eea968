import { Kysely, type RawBuilder } from "kysely";
import type { Database } from "./database";
import { commit, dialectOver, type Link, rollback } from "./dialect";
import type { Tables } from "./tables";

/** A transaction whose first statement travels with its `begin` and whose last one with its `commit`. */
export type Transaction = {
  first<Row>(statement: RawBuilder<Row>): Promise<Row[]>;
  /** Commits whatever the statement answers; only if it fails, nothing is kept. */
  last<Row>(statement: RawBuilder<Row>): Promise<Row[]>;
  /** For what lies between the two. */
  db(): Kysely<Tables>;
};

/** Runs `work` in one transaction on one connection. Where `work` fails or ends without `last`, nothing is kept. */
export async function transact<Result>(
  { db, links }: Pick<Database, "db" | "links">,
  work: (transaction: Transaction) => Promise<Result>,
): Promise<Result> {
  const link = await links.take();
  let committed = false;
  const query = async <Row>(statement: RawBuilder<Row>): Promise<Row[]> => {
    const { sql, parameters } = statement.compile(db);
    return (await link.query<Row>(sql, parameters)).rows;
  };
  try {
    return await work({
      async first(statement) {
        const [, rows] = await link.together(() => Promise.all([link.command("begin"), query(statement)]));
        return rows;
      },
      async last(statement) {
        const [rows] = await link.together(() => Promise.all([query(statement), commit(link)]));
        committed = true;
        return rows;
      },
      db: () => kyselyOn(link),
    });
  } finally {
    if (!committed) await rollback(link);
    link.release();
  }
}

function kyselyOn(link: Link): Kysely<Tables> {
  const links = { take: async () => ({ ...link, release: () => {} }), end: async () => {} };
  return new Kysely<Tables>({ dialect: dialectOver(links) });
}
