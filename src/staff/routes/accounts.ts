import { randomUUID } from "node:crypto";
import type { z } from "zod";
import type { Account } from "../account";
import type { StaffParts } from "../parts";
import { hashPassword, oneTimePassword } from "../password";
import { type Answer, type Call, ok, refuse, withBody } from "../route";
import { AccountChangeBody, type AccountView, type AccountWithPassword, NewAccountBody } from "../wire";

export async function listAccounts(_: Call, { store }: StaffParts): Promise<Answer> {
  return ok({ accounts: (await store.accounts.all()).map(accountView) });
}

export const addAccount = withBody<Call, z.infer<typeof NewAccountBody>>(
  NewAccountBody,
  async ({ session }, body, { store, log, now }) => {
    const password = oneTimePassword();
    const id = randomUUID();
    const result = await store.accounts.add({ ...body, id, passwordHash: await hashPassword(password) }, now());
    if (result === "login_taken") return refuse(409, { code: "login_taken" });
    log.info("staff_account_added", { account: id, role: body.role, by: session.account.id });
    return answerWithPassword(id, password, store);
  },
);

export const changeAccount = withBody<Call, z.infer<typeof AccountChangeBody>>(
  AccountChangeBody,
  async ({ session, params }, change, { store, log, bus, now }) => {
    const id = params.id ?? "";
    const gives = change.disabled || (change.role && change.role !== "admin");
    if (id === session.account.id && gives) return refuse(409, { code: "yourself" });
    const result = await store.accounts.change(id, change, now());
    if (result === "not_found") return refuse(404, { code: result });
    if (result === "last_administrator") return refuse(409, { code: result });
    log.info("staff_account_changed", { account: id, fields: Object.keys(change), by: session.account.id });
    await bus.publish("queue", "");
    const account = await store.accounts.withId(id);
    return account ? ok({ account: accountView(account) }) : refuse(404, { code: "not_found" });
  },
);

/** Gives the account a new one-time password; whoever was logged in with it no longer is. */
export async function resetPassword({ session, params }: Call, { store, log, now }: StaffParts): Promise<Answer> {
  const id = params.id ?? "";
  if (id === session.account.id) return refuse(409, { code: "yourself" });
  const password = oneTimePassword();
  const found = await store.accounts.setPassword(id, { hash: await hashPassword(password), mustChange: true }, now());
  if (!found) return refuse(404, { code: "not_found" });
  log.info("staff_password_reset", { account: id, by: session.account.id });
  return answerWithPassword(id, password, store);
}

async function answerWithPassword(id: string, password: string, store: StaffParts["store"]): Promise<Answer> {
  const account = await store.accounts.withId(id);
  if (!account) return refuse(404, { code: "not_found" });
  const body: AccountWithPassword = { account: accountView(account), oneTimePassword: password };
  return ok(body);
}

function accountView(account: Account): AccountView {
  const { id, login, name, role, disabled, mustChangePassword, createdAt, lastLoginAt } = account;
  return {
    id,
    login,
    name,
    role,
    disabled,
    mustChangePassword,
    createdAt: createdAt.toISOString(),
    ...(lastLoginAt && { lastLoginAt: lastLoginAt.toISOString() }),
  };
}
