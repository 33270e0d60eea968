import { type Kysely, sql } from "kysely";
import type { LoginFailures, StaffPresence, StaffSessions } from "../staff/doors";
import { accountOf, teamIds } from "./staffAccounts";
import { countAtDesk } from "./staffQueue";
import type { Tables } from "./tables";

/** Logins that are open now. */
export function staffSessions(db: Kysely<Tables>): StaffSessions {
  return {
    async open({ tokenHash, accountId, device, viaProvider }, at) {
      const row = { token_hash: tokenHash, account_id: accountId, device, via_provider: viaProvider };
      await db
        .insertInto("staff_sessions")
        .values({ ...row, created_at: at, last_active_at: at })
        .execute();
    },
    async find(tokenHash) {
      const row = await db
        .selectFrom("staff_sessions as session")
        .innerJoin("staff_accounts as account", "account.id", "session.account_id")
        .selectAll("account")
        .select([
          "session.created_at as opened_at",
          "session.last_active_at",
          "session.via_provider",
          teamIds("account.id"),
        ])
        .where("session.token_hash", "=", tokenHash)
        .where("account.disabled_at", "is", null)
        .executeTakeFirst();
      if (!row) return undefined;
      const { opened_at: createdAt, last_active_at: lastActiveAt, via_provider: viaProvider } = row;
      return { account: accountOf(row), createdAt, lastActiveAt, viaProvider };
    },
    async touch(tokenHash, at) {
      await db
        .updateTable("staff_sessions")
        .set({ last_active_at: at })
        .where("token_hash", "=", tokenHash)
        .where("last_active_at", "<", at)
        .execute();
    },
    async end(tokenHash) {
      await db.deleteFrom("staff_sessions").where("token_hash", "=", tokenHash).execute();
    },
    async of(accountId) {
      const rows = await db
        .selectFrom("staff_sessions")
        .selectAll()
        .where("account_id", "=", accountId)
        .orderBy("last_active_at", "desc")
        .execute();
      return rows.map(({ id, device, ...row }) => ({
        id,
        device,
        tokenHash: row.token_hash,
        createdAt: row.created_at,
        lastActiveAt: row.last_active_at,
      }));
    },
    async endOf(accountId, id) {
      const { numDeletedRows } = await db
        .deleteFrom("staff_sessions")
        .where("account_id", "=", accountId)
        .$if(id !== undefined, (query) => query.where("id", "=", id ?? ""))
        .executeTakeFirst();
      return Number(numDeletedRows);
    },
    async forget(before) {
      await db
        .deleteFrom("staff_sessions")
        .where((where) =>
          where.or([where("created_at", "<", before.createdAt), where("last_active_at", "<", before.lastActiveAt)]),
        )
        .execute();
    },
  };
}

/** Failed logins. One statement counts and locks, so that many attempts at once are counted one by one. */
export function loginFailures(db: Kysely<Tables>): LoginFailures {
  return {
    async count(key, lockSeconds, at, forgetBefore) {
      const locks = sql`${sql.val(lockSeconds)}::int[]`;
      const failures = sql`case when login_failures.last_at < ${forgetBefore} then 1 else login_failures.failures + 1 end`;
      const lockFor = (n: ReturnType<typeof sql>) =>
        sql`${at}::timestamptz + nullif((${locks})[least(${n}, cardinality(${locks}))], 0) * interval '1 second'`;
      const counted = await sql<{ key: string }>`
        insert into login_failures (key, failures, last_at, locked_until) values (${key}, 1, ${at}, ${lockFor(sql`1`)})
        on conflict (key) do update set failures = ${failures}, last_at = ${at}, locked_until = ${lockFor(failures)}
        where login_failures.locked_until is null or login_failures.locked_until <= ${at}
        returning key`.execute(db);
      if (counted.rows.length > 0) return undefined;
      const row = await db
        .selectFrom("login_failures")
        .select("locked_until")
        .where("key", "=", key)
        .executeTakeFirst();
      return row?.locked_until ?? at;
    },
    async locked(keys, at) {
      if (keys.length === 0) return new Map();
      const rows = await db
        .selectFrom("login_failures")
        .select(["key", "locked_until"])
        .where("key", "in", keys)
        .where("locked_until", ">", at)
        .execute();
      return new Map(rows.flatMap(({ key, locked_until }) => (locked_until ? [[key, locked_until] as const] : [])));
    },
    async clear(keys) {
      await db.deleteFrom("login_failures").where("key", "in", keys).execute();
    },
    async forget(before) {
      await db.deleteFrom("login_failures").where("last_at", "<", before).execute();
    },
  };
}

/** Who is at the desk. */
export function staffPresence(db: Kysely<Tables>): StaffPresence {
  const there = (since: Date) =>
    db
      .selectFrom("staff_presence")
      .innerJoin("staff_accounts", "staff_accounts.id", "staff_presence.account_id")
      .where("available", "=", true)
      .where("last_beat_at", ">", since)
      .where("disabled_at", "is", null);
  return {
    async here(accountId, available, at) {
      const before = await db
        .selectFrom("staff_presence")
        .select("available")
        .where("account_id", "=", accountId)
        .executeTakeFirst();
      await db
        .insertInto("staff_presence")
        .values({ account_id: accountId, last_beat_at: at, available })
        .onConflict((conflict) => conflict.column("account_id").doUpdateSet({ last_beat_at: at, available }))
        .execute();
      return { changed: (before?.available ?? false) !== available };
    },
    async gone(accountId) {
      await db.deleteFrom("staff_presence").where("account_id", "=", accountId).execute();
    },
    count: (since) => countAtDesk(db, since),
    async isAvailable(accountId, since) {
      return (
        (await there(since).select("account_id").where("account_id", "=", accountId).executeTakeFirst()) !== undefined
      );
    },
  };
}
