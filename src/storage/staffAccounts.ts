import { type Kysely, type Selectable, sql, type Transaction } from "kysely";
import type { KnownAccount, NewPassword, StaffAccounts } from "../staff/doors";
import type { Tables } from "./tables";

/** Accounts of staff. Whatever takes rights away ends the account's sessions in the same transaction. */
export function staffAccounts(db: Kysely<Tables>): StaffAccounts {
  return {
    add: ({ id, login, name, role, passwordHash, capacity, languages, areas, teams }, at) =>
      db.transaction().execute(async (trx) => {
        const row = {
          id,
          login,
          display_name: name,
          role,
          password_hash: passwordHash,
          password_set_at: at,
          must_change_password: true,
          created_at: at,
          capacity,
          languages,
          areas,
        };
        const result = await trx
          .insertInto("staff_accounts")
          .values(row)
          .onConflict((conflict) => conflict.column("login").doNothing())
          .executeTakeFirst();
        if (result.numInsertedOrUpdatedRows !== 1n) return "login_taken";
        await setTeams(trx, id, teams);
        return "added";
      }),

    async withLogin(login) {
      const row = await accounts(db).where("account.login", "=", login).executeTakeFirst();
      return row && accountOf(row);
    },

    async withId(id) {
      const row = await accounts(db).where("account.id", "=", id).executeTakeFirst();
      return row && accountOf(row);
    },

    async withSubject(subject) {
      const row = await accounts(db).where("account.oidc_subject", "=", subject).executeTakeFirst();
      return row && accountOf(row);
    },

    async tie(id, subject) {
      const { numUpdatedRows } = await db
        .updateTable("staff_accounts")
        .set({ oidc_subject: subject })
        .where("id", "=", id)
        .where("oidc_subject", "is", null)
        .where(({ not, exists }) => not(exists(db.selectFrom("staff_accounts").where("oidc_subject", "=", subject))))
        .executeTakeFirst();
      return numUpdatedRows === 1n;
    },

    async all() {
      return (await accounts(db).orderBy("account.login").execute()).map(accountOf);
    },

    change: (id, change, at) =>
      db.transaction().execute(async (trx) => {
        const before = await lockWithAdministrators(trx, id);
        if (!before.account) return "not_found";
        const role = change.role ?? before.account.role;
        const disabled = change.disabled ?? before.account.disabled_at !== null;
        if (before.isLastAdministrator && (disabled || role !== "administrator")) return "last_administrator";
        const disabledAt = disabled ? (before.account.disabled_at ?? at) : null;
        await trx
          .updateTable("staff_accounts")
          .set({
            role,
            display_name: change.name ?? before.account.display_name,
            disabled_at: disabledAt,
            ...(change.capacity !== undefined && { capacity: change.capacity }),
            ...(change.languages && { languages: change.languages }),
            ...(change.areas && { areas: change.areas }),
          })
          .where("id", "=", id)
          .execute();
        if (change.teams) await setTeams(trx, id, change.teams);
        if (disabled) await endAll(trx, id);
        return "changed";
      }),

    setPassword: (id, password, at) =>
      db.transaction().execute(async (trx) => {
        if (!(await writePassword(trx, id, password, at))) return false;
        await trx.deleteFrom("staff_sessions").where("account_id", "=", id).execute();
        return true;
      }),

    async noteLogin(id, at) {
      await db.updateTable("staff_accounts").set({ last_login_at: at }).where("id", "=", id).execute();
    },

    async beginSecondFactor(id, sealed) {
      const account = db.updateTable("staff_accounts").where("id", "=", id).where("totp_sealed", "is", null);
      return (await account.set({ totp_pending: sealed }).executeTakeFirst()).numUpdatedRows === 1n;
    },

    async setSecondFactor(id, { sealed, recoveryHashes, step }) {
      const account = db.updateTable("staff_accounts").where("id", "=", id).where("totp_pending", "=", sealed);
      const set = { totp_pending: null, totp_sealed: sealed, totp_last_step: step, recovery_hashes: recoveryHashes };
      return (await account.set(set).executeTakeFirst()).numUpdatedRows === 1n;
    },

    async removeSecondFactor(id) {
      const account = db.updateTable("staff_accounts").where("id", "=", id).where("totp_sealed", "is not", null);
      const set = { totp_pending: null, totp_sealed: null, totp_last_step: null, recovery_hashes: [] };
      return (await account.set(set).executeTakeFirst()).numUpdatedRows === 1n;
    },

    async spendCode(id, code) {
      const account = db.updateTable("staff_accounts").where("id", "=", id);
      const { numUpdatedRows } =
        "step" in code
          ? await account
              .set({ totp_last_step: code.step })
              .where(sql<boolean>`coalesce(totp_last_step, 0) < ${code.step}`)
              .executeTakeFirst()
          : await account
              .set({ recovery_hashes: sql`array_remove(recovery_hashes, ${code.recoveryHash})` })
              .where(sql<boolean>`${code.recoveryHash} = any(recovery_hashes)`)
              .executeTakeFirst();
      return numUpdatedRows === 1n;
    },
  };
}

/** Locks every enabled administrator too, so that two who take each other's role leave one. */
async function lockWithAdministrators(trx: Transaction<Tables>, id: string) {
  const rows = await trx
    .selectFrom("staff_accounts")
    .selectAll()
    .where((where) =>
      where.or([
        where("id", "=", id),
        where.and([where("role", "=", "administrator"), where("disabled_at", "is", null)]),
      ]),
    )
    .orderBy("id")
    .forUpdate()
    .execute();
  const administrators = rows.filter((row) => row.role === "administrator" && row.disabled_at === null);
  const isLastAdministrator = administrators.length === 1 && administrators[0]?.id === id;
  return { account: rows.find((row) => row.id === id), isLastAdministrator };
}

async function writePassword(trx: Transaction<Tables>, id: string, password: NewPassword, at: Date): Promise<boolean> {
  const { hash, mustChange, onlyIfSetBefore } = password;
  const update = trx
    .updateTable("staff_accounts")
    .set({ password_hash: hash, must_change_password: mustChange, password_set_at: at })
    .where("id", "=", id);
  const guarded = onlyIfSetBefore
    ? update.where("must_change_password", "=", true).where("password_set_at", "<", onlyIfSetBefore)
    : update;
  return (await guarded.executeTakeFirst()).numUpdatedRows === 1n;
}

async function endAll(trx: Transaction<Tables>, accountId: string): Promise<void> {
  await trx.deleteFrom("staff_sessions").where("account_id", "=", accountId).execute();
  await trx.deleteFrom("staff_presence").where("account_id", "=", accountId).execute();
}

/** Accounts with the ids of their teams. */
function accounts(db: Kysely<Tables>) {
  return db.selectFrom("staff_accounts as account").selectAll("account").select(teamIds("account.id"));
}

/** The ids of the teams of an account, for a `select`. */
export const teamIds = (accountId: string) =>
  sql<string[]>`array(select team_id from team_members where account_id = ${sql.ref(accountId)} order by team_id)`.as(
    "teams",
  );

/** Puts an account into these teams and no others; unknown ones are left out. */
async function setTeams(trx: Transaction<Tables>, id: string, teams: string[]): Promise<void> {
  await trx.deleteFrom("team_members").where("account_id", "=", id).execute();
  await sql`insert into team_members (team_id, account_id) select id, ${id} from teams where id = any(${teams}::text[])`.execute(
    trx,
  );
}

/** An account as the staff room knows it. */
export function accountOf(row: Selectable<Tables["staff_accounts"]> & { teams: string[] }): KnownAccount {
  return {
    id: row.id,
    login: row.login,
    name: row.display_name,
    role: row.role,
    disabled: row.disabled_at !== null,
    mustChangePassword: row.must_change_password,
    secondFactor: row.totp_sealed !== null,
    oidc: row.oidc_subject !== null,
    capacity: row.capacity,
    languages: row.languages,
    areas: row.areas,
    teams: row.teams,
    createdAt: row.created_at,
    ...(row.totp_sealed !== null && { totpSealed: row.totp_sealed }),
    ...(row.totp_pending !== null && { totpPending: row.totp_pending }),
    ...(row.last_login_at && { lastLoginAt: row.last_login_at }),
    passwordHash: row.password_hash,
    passwordSetAt: row.password_set_at,
  };
}
