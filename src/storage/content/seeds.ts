import type { Kysely } from "kysely";
import { z } from "zod";
import type { ContentStore } from "../../content/doors";
import { json } from "../json";
import type { Tables } from "../tables";

const Seeds = z.record(z.string(), z.string());

/** What the files held, in one row: it is only ever read and written as a whole. */
export function seedsIn(db: Kysely<Tables>): Pick<ContentStore, "seeds" | "keepSeeds"> {
  return {
    async seeds() {
      const row = await db.selectFrom("content_seeds").select("documents").executeTakeFirst();
      return row && new Map(Object.entries(Seeds.parse(row.documents)));
    },

    async keepSeeds(seeds) {
      const documents = json(Object.fromEntries(seeds));
      await db
        .insertInto("content_seeds")
        .values({ documents })
        .onConflict((conflict) => conflict.column("only_one").doUpdateSet({ documents }))
        .execute();
    },
  };
}
