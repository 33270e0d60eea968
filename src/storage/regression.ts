import { type Kysely, sql } from "kysely";
import { z } from "zod";
import type { NewRegressionText, StaffRegression } from "../staff/doors";
import { json, storable } from "./json";
import type { Tables } from "./tables";

const Meanings = z.array(z.string());

/** Sets of texts with their right meanings. */
export function staffRegression(db: Kysely<Tables>): StaffRegression {
  return {
    async sets() {
      const rows = await db
        .selectFrom("regression_texts")
        .select(({ fn }) => ["set_name", fn.countAll<number>().as("texts"), fn.max("at").as("changed_at")])
        .groupBy("set_name")
        .orderBy("set_name")
        .execute();
      return rows.map(({ set_name, texts, changed_at }) => ({ name: set_name, texts, changedAt: changed_at }));
    },

    async texts({ set, from, most }) {
      const rows = await db
        .selectFrom("regression_texts as one")
        .innerJoin("staff_accounts as account", "account.id", "one.account_id")
        .select(["one.id", "one.text", "one.meanings", "one.note", "one.at", "account.display_name"])
        .$if(set !== undefined, (query) => query.where("one.set_name", "=", storable(set ?? "")))
        .orderBy("one.id")
        .offset(from)
        .limit(most)
        .execute();
      return rows.map(({ meanings, display_name, ...row }) => {
        return { ...row, right: Meanings.parse(meanings), by: display_name };
      });
    },

    add: (set, texts, { accountId, at, most }) =>
      db
        .transaction()
        .execute(async (trx) => {
          // Two who add at once would each see a set that is not full.
          await sql`select pg_advisory_xact_lock(hashtext(${`regression ${set}`}))`.execute(trx);
          const there = await countOf(set, trx);
          const added = await insert(storable(set), texts, { accountId, at }, trx);
          if (there + added <= most) return { added };
          throw new Full(there + added);
        })
        .catch((error: unknown) => {
          if (error instanceof Full) return { full: error.texts };
          throw error;
        }),

    async remove(set, ids) {
      const { numDeletedRows } = await db
        .deleteFrom("regression_texts")
        .where("set_name", "=", storable(set))
        .$if(ids !== undefined, (query) => query.where("id", "in", ids?.length ? ids : [0]))
        .executeTakeFirstOrThrow();
      return Number(numDeletedRows);
    },

    async meanings() {
      const { rows } = await sql<{ meaning: string; count: number }>`
        select meaning, count(*) as count from regression_texts, jsonb_array_elements_text(meanings) as meaning
        group by meaning`.execute(db);
      return new Map(rows.map(({ meaning, count }) => [meaning, count]));
    },
  };
}

/** Undoes the transaction. */
class Full extends Error {
  constructor(readonly texts: number) {
    super("the set is full");
  }
}

async function countOf(set: string, db: Kysely<Tables>): Promise<number> {
  const { texts } = await db
    .selectFrom("regression_texts")
    .select(({ fn }) => fn.countAll<number>().as("texts"))
    .where("set_name", "=", storable(set))
    .executeTakeFirstOrThrow();
  return texts;
}

type By = { accountId: string; at: Date };

/** In one statement, however many; answers how many were new. */
async function insert(set: string, texts: NewRegressionText[], { accountId, at }: By, db: Kysely<Tables>) {
  const { rows } = await sql`
    insert into regression_texts (set_name, text, meanings, note, account_id, at)
    select ${set}::text, one ->> 'text', one -> 'right', one ->> 'note', ${accountId}::text, ${at}::timestamptz
    from jsonb_array_elements(${json(texts)}::jsonb) with ordinality as given (one, place)
    order by place
    on conflict (set_name, text) do nothing returning id`.execute(db);
  return rows.length;
}
