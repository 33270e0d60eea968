import type { Kysely } from "kysely";
import type { ContentStore } from "../../content/doors";
import type { Tables } from "../tables";

/** Enough for processes of two versions of the program to take turns, and for going back a step or two. */
const KEPT = 5;

/** What was learnt, shared by all processes. */
export function modelsIn(db: Kysely<Tables>): Pick<ContentStore, "model" | "keepModel"> {
  return {
    async model(version) {
      const query = db.selectFrom("content_models").select("bytes").where("version", "=", version);
      return (await query.executeTakeFirst())?.bytes;
    },

    async keepModel(version, bytes, at) {
      await db
        .insertInto("content_models")
        .values({ version, bytes: Buffer.from(bytes), at })
        .onConflict((conflict) => conflict.column("version").doNothing())
        .execute();
      const newest = db.selectFrom("content_models").select("version").orderBy("at", "desc").orderBy("version");
      await db.deleteFrom("content_models").where("version", "not in", newest.limit(KEPT)).execute();
    },
  };
}
