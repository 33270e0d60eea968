import { type Kysely, sql } from "kysely";
import type { OfficeStore } from "../../serviceRequests/doors";
import { json, storable } from "../json";
import type { Tables } from "../tables";

/** The office's settings as numbered versions: saving adds one, nothing is ever changed. */
export function officeStore(db: Kysely<Tables>): OfficeStore {
  return {
    current: () =>
      db
        .selectFrom("office_settings")
        .distinctOn("name")
        .select(["name", "version", "value"])
        .orderBy("name")
        .orderBy("version", "desc")
        .execute(),

    async save(name, value, seen, { by, why, at }) {
      // Of two who saw the same version one makes the next; the other meets its key.
      const { rows } = await sql`insert into office_settings (name, version, value, at, account_id, why)
        select ${name}, ${seen}::integer + 1, ${json(value)}::jsonb, ${at}::timestamptz, ${by}, ${storable(why)}
        where ${seen}::integer = (select coalesce(max(version), 0) from office_settings where name = ${name})
        on conflict do nothing returning version`.execute(db);
      return rows.length === 1;
    },

    history: (name, most) =>
      db
        .selectFrom("office_settings")
        .select(["version", "value", "at", "account_id as by", "why"])
        .where("name", "=", name)
        .orderBy("version", "desc")
        .limit(most)
        .execute(),
  };
}
