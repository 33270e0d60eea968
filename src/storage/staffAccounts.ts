import type { Kysely, Selectable, Transaction } from "kysely";
import type { KnownAccount, NewPassword, StaffAccounts } from "../staff/doors";
import type { Tables } from "./tables";

/** Accounts of staff. Whatever takes rights away ends the account's sessions in the same transaction. */
export function staffAccounts(db: Kysely<Tables>): StaffAccounts {
  return {
    async add({ id, login, name, role, passwordHash }, at) {
      const row = {
        id,
        login,
        display_name: name,
        role,
        password_hash: passwordHash,
        password_set_at: at,
        must_change_password: true,
        created_at: at,
      };
      const result = await db
        .insertInto("staff_accounts")
        .values(row)
        .onConflict((conflict) => conflict.column("login").doNothing())
        .executeTakeFirst();
      return result.numInsertedOrUpdatedRows === 1n ? "added" : "login_taken";
    },

    async withLogin(login) {
      const row = await db.selectFrom("staff_accounts").selectAll().where("login", "=", login).executeTakeFirst();
      return row && accountOf(row);
    },

    async withId(id) {
      const row = await db.selectFrom("staff_accounts").selectAll().where("id", "=", id).executeTakeFirst();
      return row && accountOf(row);
    },

    async all() {
      return (await db.selectFrom("staff_accounts").selectAll().orderBy("login").execute()).map(accountOf);
    },

    change: (id, change, at) =>
      db.transaction().execute(async (trx) => {
        const before = await lockWithAdministrators(trx, id);
        if (!before.account) return "not_found";
        const role = change.role ?? before.account.role;
        const disabled = change.disabled ?? before.account.disabled_at !== null;
        if (before.isLastAdministrator && (disabled || role !== "admin")) return "last_administrator";
        const disabledAt = disabled ? (before.account.disabled_at ?? at) : null;
        await trx
          .updateTable("staff_accounts")
          .set({ role, display_name: change.name ?? before.account.display_name, disabled_at: disabledAt })
          .where("id", "=", id)
          .execute();
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
  };
}

/** Locks every enabled administrator too, so that two who take each other's role leave one. */
async function lockWithAdministrators(trx: Transaction<Tables>, id: string) {
  const rows = await trx
    .selectFrom("staff_accounts")
    .selectAll()
    .where((where) =>
      where.or([where("id", "=", id), where.and([where("role", "=", "admin"), where("disabled_at", "is", null)])]),
    )
    .orderBy("id")
    .forUpdate()
    .execute();
  const administrators = rows.filter((row) => row.role === "admin" && row.disabled_at === null);
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

/** An account as the staff room knows it. */
export function accountOf(row: Selectable<Tables["staff_accounts"]>): KnownAccount {
  return {
    id: row.id,
    login: row.login,
    name: row.display_name,
    role: row.role,
    disabled: row.disabled_at !== null,
    mustChangePassword: row.must_change_password,
    createdAt: row.created_at,
    ...(row.last_login_at && { lastLoginAt: row.last_login_at }),
    passwordHash: row.password_hash,
    passwordSetAt: row.password_set_at,
  };
}
