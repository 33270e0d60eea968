import { type Kysely, sql } from "kysely";
import type { Change, Followed, ServiceRequestStore } from "../../serviceRequests/doors";
import { storable } from "../json";
import type { Tables } from "../tables";
import { unguessable } from "./file";

type Telling = { row: { id: string }; change: Pick<Change, "actor" | "kind" | "into">; number: number; at: Date };

/**
 * News for everybody who follows and can be reached; the resident who did it themselves knows already. Of a private
 * matter that was split off only the reporter hears.
 */
export async function tellFollowers(trx: Kysely<Tables>, { row, change, number, at }: Telling): Promise<void> {
  const knows = change.actor.kind === "resident";
  const second = change.kind === "split" ? (change.into ?? null) : null;
  await sql`insert into service_request_notices
      (id, service_request_id, event, kind, follower, due_at, created_at)
    select gen_random_uuid()::text, ${row.id}, ${number}::integer, 'event', key, ${at}::timestamptz, ${at}::timestamptz
    from service_request_followers
    where service_request_id = ${row.id} and ended_at is null and (conversation_id is not null or email is not null)
      and not (${knows}::boolean and kind = 'reporter')
      and (kind = 'reporter' or ${second}::text is null
        or exists (select from service_requests where id = ${second} and public))
    on conflict do nothing`.execute(trx);
}

/** Who followed a duplicate follows what it is a duplicate of; who does so already is not told twice. */
export async function copyFollowers(trx: Kysely<Tables>, from: string, into: string, at: Date): Promise<void> {
  const followers = await trx
    .selectFrom("service_request_followers")
    .select(["conversation_id", "email", "language"])
    .where("service_request_id", "=", from)
    .where("ended_at", "is", null)
    .execute();
  if (followers.length === 0) return;
  const rest = { service_request_id: into, kind: "follower" as const, created_at: at };
  await trx
    .insertInto("service_request_followers")
    .values(followers.map((follower) => ({ key: unguessable(), ...follower, ...rest })))
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

/** Unmerged, they follow their own matter only; known by the time of the merge. */
export async function endCopied(trx: Kysely<Tables>, from: string, into: string, at: Date): Promise<void> {
  await sql`update service_request_followers copied set ended_at = ${at}::timestamptz
    where copied.service_request_id = ${into} and copied.kind = 'follower' and copied.ended_at is null
      and copied.created_at = (select max(at) from service_request_events
        where service_request_id = ${from} and kind = 'merge')
      and exists (select from service_request_followers own where own.service_request_id = ${from}
        and (own.conversation_id = copied.conversation_id or own.email = copied.email
          or (own.conversation_id is null and own.email is null
            and copied.conversation_id is null and copied.email is null)))`.execute(trx);
}

type Follow = Pick<ServiceRequestStore, "follow" | "findFollower" | "unfollow">;

/** Following by conversation or e-mail; the same one again answers the same key. */
export function following(db: Kysely<Tables>): Follow {
  return {
    async follow(id, followed, at) {
      const { by, language } = followed;
      const row = { ...columnsOf(by), service_request_id: id, kind: "follower" as const, language, created_at: at };
      const added = await db
        .insertInto("service_request_followers")
        .values({ key: unguessable(), ...row })
        .onConflict((conflict) => conflict.doNothing())
        .returning("key")
        .executeTakeFirst();
      return added ? { key: added.key, already: false } : followAgain(db, id, followed);
    },
    async findFollower(key) {
      const row = await db
        .selectFrom("service_request_followers")
        .select(["service_request_id as id", "language", "ended_at"])
        .where("key", "=", key)
        .executeTakeFirst();
      return row && { id: row.id, language: row.language, ended: row.ended_at !== null };
    },
    async unfollow(key, at) {
      const { numUpdatedRows } = await db
        .updateTable("service_request_followers")
        .set((set) => ({ ended_at: set.fn.coalesce("ended_at", set.val(at)) }))
        .where("key", "=", key)
        .executeTakeFirstOrThrow();
      return numUpdatedRows > 0n;
    },
  };
}

const columnsOf = (by: Followed["by"]) =>
  "email" in by ? { email: storable(by.email.trim().toLowerCase()) } : { conversation_id: by.conversationId };

async function followAgain(db: Kysely<Tables>, id: string, { by, language }: Followed) {
  const { key, ended_at } = await db
    .selectFrom("service_request_followers")
    .select(["key", "ended_at"])
    .where("service_request_id", "=", id)
    .where((where) => where.and(columnsOf(by)))
    .executeTakeFirstOrThrow();
  if (ended_at === null) return { key, already: true };
  const again = db.updateTable("service_request_followers").set({ ended_at: null, language });
  await again.where("key", "=", key).execute();
  return { key, already: false };
}
