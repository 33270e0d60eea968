import type { Kysely } from "kysely";
import type { Tables } from "../tables";
import type { ByteStore } from "./byteStore";

/** Bytes beside the rest in the table of files, so that every process sees them. The key is a file's id. */
export function databaseBytes(db: Kysely<Tables>): ByteStore {
  return {
    async put(key, bytes) {
      const { numUpdatedRows } = await db.updateTable("files").set({ bytes }).where("id", "=", key).executeTakeFirst();
      if (numUpdatedRows === 0n) throw new Error("no file of this id");
    },
    async get(key) {
      const row = await db.selectFrom("files").select("bytes").where("id", "=", key).executeTakeFirst();
      return row?.bytes ?? undefined;
    },
    async delete(key) {
      await db.updateTable("files").set({ bytes: null }).where("id", "=", key).execute();
    },
  };
}
