import { randomUUID } from "node:crypto";
import type { Kysely, Selectable } from "kysely";
import type { ApiKey, ApiKeys } from "../../serviceRequests/doors";
import { storable } from "../json";
import type { Tables } from "../tables";

/** A key in use is written down once in so many seconds, not at every call. */
const USED_EVERY_SECONDS = 60;

/** Keys of partners; only their hashes are kept. */
export function apiKeys(db: Kysely<Tables>): ApiKeys {
  return {
    async list() {
      return (await db.selectFrom("api_keys").selectAll().orderBy("created_at").orderBy("id").execute()).map(keyOf);
    },

    async add({ name, unit, perMinute, hash, createdBy }, at) {
      const row = { id: randomUUID(), name: storable(name), hash, unit: unit ?? null, per_minute: perMinute };
      const added = await db
        .insertInto("api_keys")
        .values({ ...row, created_at: at, created_by: createdBy })
        .returningAll()
        .executeTakeFirstOrThrow();
      return keyOf(added);
    },

    async end(id, at) {
      const { numUpdatedRows } = await db
        .updateTable("api_keys")
        .set({ ended_at: at })
        .where("id", "=", id)
        .where("ended_at", "is", null)
        .executeTakeFirstOrThrow();
      return numUpdatedRows === 1n;
    },

    async findByHash(hash, at) {
      const row = await db
        .selectFrom("api_keys")
        .selectAll()
        .where("hash", "=", hash)
        .where("ended_at", "is", null)
        .executeTakeFirst();
      if (!row) return undefined;
      const unnoted = new Date(at.getTime() - USED_EVERY_SECONDS * 1000);
      if (row.last_used_at !== null && row.last_used_at > unnoted) return keyOf(row);
      await db.updateTable("api_keys").set({ last_used_at: at }).where("id", "=", row.id).execute();
      return keyOf({ ...row, last_used_at: at });
    },
  };
}

function keyOf(row: Selectable<Tables["api_keys"]>): ApiKey {
  const { id, name, unit, per_minute, created_at, created_by, ended_at, last_used_at } = row;
  return {
    ...{ id, name, perMinute: per_minute, createdAt: created_at, createdBy: created_by },
    ...(unit !== null && { unit }),
    ...(ended_at && { endedAt: ended_at }),
    ...(last_used_at && { lastUsedAt: last_used_at }),
  };
}
