import { type Kysely, sql } from "kysely";
import type { StaffDesk } from "../staff/doors";
import type { Tables } from "./tables";

/** Takes the change back. */
class TooMany extends Error {}

type Change = { add: string[]; remove: string[]; most: number };
type Tagged = Awaited<ReturnType<StaffDesk["tag"]>>;

/** Adds and takes away tags in one statement, which locks the row: two at once count each other's. */
export async function tag(db: Kysely<Tables>, id: string, { add, remove, most }: Change): Promise<Tagged> {
  const changed = (before: string) => sql`array(
    select distinct tag from unnest(${sql.raw(before)} || ${add}::text[]) as tag
    where tag <> all (${remove}::text[]) order by tag)`;
  const change = async (trx: Kysely<Tables>): Promise<Tagged> => {
    const { rows } = await sql<{ tags: string[] }>`
      insert into desk_conversations (conversation_id, tags)
      select id, ${changed("'{}'::text[]")} from conversations where id = ${id}
      on conflict (conversation_id) do update set tags = ${changed("desk_conversations.tags")}
      returning tags`.execute(trx);
    const [row] = rows;
    if (!row) return { kind: "not_found" };
    if (row.tags.length > most) throw new TooMany();
    return { kind: "tagged", tags: row.tags };
  };
  return db
    .transaction()
    .execute(change)
    .catch((error: unknown) => {
      if (error instanceof TooMany) return { kind: "too_many" };
      throw error;
    });
}
