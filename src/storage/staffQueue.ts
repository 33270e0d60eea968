import { type Kysely, sql } from "kysely";
import type { AtDesk, StaffQueue } from "../staff/doors";
import { teamIds } from "./staffAccounts";
import type { Tables } from "./tables";

/** The queue and who is there for it. */
export function staffQueue(db: Kysely<Tables>): StaffQueue {
  return {
    unoffered: (most) => unoffered(db, most),
    async offeredTo(accountId) {
      const offered = db.selectFrom("desk_conversations").select("conversation_id");
      const rows = await offered.where("offered_to", "=", accountId).execute();
      return rows.map(({ conversation_id }) => conversation_id);
    },
    atDesk: (presentSince) => atDesk(db, presentSince),
    colleagues: (presentSince) => colleagues(db, presentSince),
    async waits(since, most) {
      const rows = await db
        .selectFrom("queue_waits")
        .select(sql<number>`extract(epoch from left_at - entered_at)::float8`.as("seconds"))
        .where("how", "=", "taken")
        .where("left_at", ">", since)
        .orderBy("left_at", "desc")
        .limit(most)
        .execute();
      return rows.map(({ seconds }) => seconds);
    },
  };
}

const unoffered: (db: Kysely<Tables>, most: number) => ReturnType<StaffQueue["unoffered"]> = async (db, most) => {
  const rows = await db
    .selectFrom("conversations as conversation")
    .leftJoin("desk_conversations as desk", "desk.conversation_id", "conversation.id")
    .leftJoin("timers as pause", (join) =>
      join.onRef("pause.conversation_id", "=", "conversation.id").on("pause.kind", "=", "offer_ends"),
    )
    .select(["conversation.id", "conversation.waiting_since", "desk.area", "desk.team_id", "desk.declined"])
    .select(["pause.due_at", sql<AtDesk["languages"][number]>`conversation.memory ->> 'language'`.as("language")])
    .where("conversation.waiting_since", "is not", null)
    .where("desk.offered_to", "is", null)
    .orderBy("conversation.waiting_since")
    .orderBy("conversation.id")
    .limit(most)
    .execute();
  return rows.flatMap(({ id, waiting_since, language, area, team_id, declined, due_at }) => {
    if (!waiting_since) return [];
    return {
      conversationId: id,
      waitingSince: waiting_since,
      language,
      declined: declined ?? [],
      ...(area !== null && { area }),
      ...(team_id !== null && { teamId: team_id }),
      ...(due_at && { pausedUntil: due_at }),
    };
  });
};

/** Conversations the account holds now; those put aside do not count. */
const held = sql<number>`(select count(*) from conversations held
  left join desk_conversations aside on aside.conversation_id = held.id
  where held.consultant_id = account.id and aside.snoozed_until is null)`;

/** What the account has to see to: conversations held and offered. */
const load = sql<number>`(${held} + (select count(*) from desk_conversations where offered_to = account.id))`;

/** Accounts whose people are available. */
function available(db: Kysely<Tables>, presentSince: Date) {
  return db
    .selectFrom("staff_accounts as account")
    .innerJoin("staff_presence as presence", "presence.account_id", "account.id")
    .where("account.disabled_at", "is", null)
    .where("presence.available", "=", true)
    .where("presence.last_beat_at", ">", presentSince);
}

async function atDesk(db: Kysely<Tables>, presentSince: Date): Promise<AtDesk[]> {
  const lastTaken = sql<Date | null>`(select max(left_at) from queue_waits where queue_waits.account_id = account.id)`;
  const rows = await available(db, presentSince)
    .select(["account.id", "account.languages", "account.areas", "account.capacity", teamIds("account.id")])
    .select([load.as("load"), lastTaken.as("last_taken_at")])
    .execute();
  return rows.map(({ id, last_taken_at, ...row }) => ({
    accountId: id,
    languages: row.languages,
    areas: row.areas,
    teams: row.teams,
    capacity: row.capacity,
    load: row.load,
    ...(last_taken_at && { lastTakenAt: last_taken_at }),
  }));
}

/** How many are there, and how many more conversations they could hold together. */
export async function countAtDesk(db: Kysely<Tables>, since: Date): Promise<{ present: number; free: number }> {
  return available(db, since)
    .select(({ fn }) => fn.countAll<number>().as("present"))
    .select(sql<number>`coalesce(sum(greatest(account.capacity - ${load}, 0)), 0)`.as("free"))
    .executeTakeFirstOrThrow();
}

/** Whether the account's person is available and has room, with the account locked against other offers. */
export async function hasRoom(trx: Kysely<Tables>, accountId: string, presentSince: Date): Promise<boolean> {
  await trx.selectFrom("staff_accounts").select("id").where("id", "=", accountId).forNoKeyUpdate().execute();
  const row = await available(trx, presentSince)
    .select("account.id")
    .where("account.id", "=", accountId)
    .where(sql<boolean>`${load} < account.capacity`)
    .executeTakeFirst();
  return row !== undefined;
}

const colleagues: (db: Kysely<Tables>, since: Date) => ReturnType<StaffQueue["colleagues"]> = async (db, since) => {
  const isPresent = sql<boolean>`coalesce(presence.last_beat_at > ${since}::timestamptz, false)`;
  const isAvailable = sql<boolean>`${isPresent} and coalesce(presence.available, false)`;
  const rows = await db
    .selectFrom("staff_accounts as account")
    .leftJoin("staff_presence as presence", "presence.account_id", "account.id")
    .select(["account.id", "account.display_name", "account.role", "account.languages", "account.areas"])
    .select(["account.capacity", teamIds("account.id"), held.as("holds")])
    .select([isPresent.as("present"), isAvailable.as("available")])
    .where("account.disabled_at", "is", null)
    .orderBy("account.display_name")
    .orderBy("account.id")
    .execute();
  return rows.map(({ id, display_name, ...row }) => ({ accountId: id, name: display_name, ...row }));
};
