import { type Kysely, type RawBuilder, sql } from "kysely";
import type { Tables } from "./tables";

export type Db = Kysely<Tables>;
export type Hours = { from: Date; to: Date };

export async function rowsOf<Row>(db: Db, statement: RawBuilder<Row>): Promise<Row[]> {
  return (await statement.execute(db)).rows;
}

/** The row of a statement that always answers exactly one. */
export async function rowOf<Row>(db: Db, statement: RawBuilder<Row>): Promise<Row> {
  const [row] = await rowsOf(db, statement);
  if (!row) throw new Error("a figure without a row");
  return row;
}

export const during = (column: string, { from, to }: Hours) =>
  sql<boolean>`${sql.ref(column)} >= ${from}::timestamptz and ${sql.ref(column)} < ${to}::timestamptz`;
