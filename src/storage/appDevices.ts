import type { Kysely } from "kysely";
import type { AppDevices } from "../api/app/doors";
import type { Tables } from "./tables";

/** A device in use is written down once in so many seconds, not at every call. */
const SEEN_EVERY_SECONDS = 300;

export function appDevices(db: Kysely<Tables>): AppDevices {
  return {
    async add({ id, apiKey, tokenHash, language }, at) {
      const row = { id, api_key: apiKey, token_hash: tokenHash, language, created_at: at, seen_at: at };
      await db.insertInto("app_devices").values(row).execute();
    },

    async findByTokenHash(hash, at) {
      const row = await db
        .selectFrom("app_devices")
        .innerJoin("api_keys", "api_keys.id", "app_devices.api_key")
        .select(["app_devices.id", "app_devices.language", "app_devices.seen_at"])
        .where("app_devices.token_hash", "=", hash)
        .where("app_devices.ended_at", "is", null)
        .where("api_keys.ended_at", "is", null)
        .executeTakeFirst();
      if (!row) return undefined;
      if (row.seen_at < new Date(at.getTime() - SEEN_EVERY_SECONDS * 1000))
        await db.updateTable("app_devices").set({ seen_at: at }).where("id", "=", row.id).execute();
      return { id: row.id, language: row.language };
    },

    async end(id, at) {
      await db.updateTable("app_devices").set({ ended_at: at }).where("id", "=", id).execute();
    },

    async followed(conversationId) {
      const rows = await db
        .selectFrom("service_request_followers")
        .select(["service_request_id as id", "key", "created_at as since"])
        .where("conversation_id", "=", conversationId)
        .where("kind", "=", "follower")
        .where("ended_at", "is", null)
        .orderBy("created_at", "desc")
        .limit(200)
        .execute();
      return rows;
    },
  };
}
