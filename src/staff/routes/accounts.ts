import { randomUUID } from "node:crypto";
import type { z } from "zod";
import type { Account } from "../account";
import { failureKeys } from "../login";
import type { StaffParts } from "../parts";
import { hashPassword, oneTimePassword } from "../password";
import { withdrawOffers } from "../queue/withdrawOffers";
import { type Answer, type Call, ok, type Route, refuse, subjectOf, withBody } from "../route";
import { AccountChangeBody, type AccountView, type AccountWithPassword, NewAccountBody } from "../wire";
import { endEverywhere } from "./sessionsList";

async function listAccounts(_: Call, { store, now }: StaffParts): Promise<Answer> {
  const accounts = await store.accounts.all();
  const keys = accounts.flatMap(({ login }) => failureKeys(login));
  const locked = await store.failures.locked(keys, now());
  return ok({ accounts: accounts.map((account) => accountView(account, locked)) });
}

const addAccount = withBody<Call, z.infer<typeof NewAccountBody>>(
  NewAccountBody,
  async ({ session }, { capacity = 4, languages = ["pl"], areas = [], teams = [], ...who }, parts) => {
    const { store, log, now } = parts;
    const password = oneTimePassword();
    const id = randomUUID();
    const account = { ...who, capacity, languages, areas, teams };
    const result = await store.accounts.add({ ...account, id, passwordHash: await hashPassword(password) }, now());
    if (result === "login_taken") return refuse(409, { code: "login_taken" });
    log.info("staff_account_added", { account: id, role: who.role, by: session.account.id });
    const noted = { subject: { kind: "account", id }, details: account };
    return { ...(await answerWithPassword(id, password, parts)), noted };
  },
);

const changeAccount = withBody<Call, z.infer<typeof AccountChangeBody>>(
  AccountChangeBody,
  async ({ session, params }, change, parts) => {
    const { store, log, bus, now } = parts;
    const id = params.id ?? "";
    const gives = change.disabled || (change.role && change.role !== "administrator");
    if (id === session.account.id && gives) return refuse(409, { code: "yourself" });
    const result = await store.accounts.change(id, change, now());
    if (result === "not_found") return refuse(404, { code: result });
    if (result === "last_administrator") return refuse(409, { code: result });
    if (change.disabled) await withdrawOffers(id, parts);
    log.info("staff_account_changed", { account: id, fields: Object.keys(change), by: session.account.id });
    await bus.publish("queue", "");
    return { ...(await answerAccount(id, parts)), noted: { details: change } };
  },
);

/** Gives the account a new one-time password; whoever was logged in with it no longer is. */
async function resetPassword({ session, params }: Call, parts: StaffParts): Promise<Answer> {
  const { store, log, now } = parts;
  const id = params.id ?? "";
  if (id === session.account.id) return refuse(409, { code: "yourself" });
  const password = oneTimePassword();
  const found = await store.accounts.setPassword(id, { hash: await hashPassword(password), mustChange: true }, now());
  if (!found) return refuse(404, { code: "not_found" });
  log.info("staff_password_reset", { account: id, by: session.account.id });
  return answerWithPassword(id, password, parts);
}

/** Forgets the login's wrong passwords and codes; a lock of the address somebody tried from stays. */
async function unlock({ session, params }: Call, parts: StaffParts): Promise<Answer> {
  const account = await parts.store.accounts.withId(params.id ?? "");
  if (!account) return refuse(404, { code: "not_found" });
  await parts.store.failures.clear(failureKeys(account.login));
  parts.log.info("staff_unlocked", { account: account.id, by: session.account.id });
  return answerAccount(account.id, parts);
}

/** For who lost the phone and the recovery codes; whoever is logged in as them no longer is. */
async function removeTheirFactor({ session, params }: Call, parts: StaffParts): Promise<Answer> {
  const account = await parts.store.accounts.withId(params.id ?? "");
  if (!account) return refuse(404, { code: "not_found" });
  if (account.id === session.account.id) return refuse(409, { code: "yourself" });
  await parts.store.accounts.removeSecondFactor(account.id);
  await endEverywhere(account.id, parts);
  parts.log.info("staff_second_factor_removed", { account: account.id, by: session.account.id });
  return answerAccount(account.id, parts);
}

async function answerAccount(id: string, { store, now }: StaffParts): Promise<Answer> {
  const account = await store.accounts.withId(id);
  if (!account) return refuse(404, { code: "not_found" });
  return ok({ account: accountView(account, await store.failures.locked(failureKeys(account.login), now())) });
}

async function answerWithPassword(id: string, password: string, parts: StaffParts): Promise<Answer> {
  const account = await parts.store.accounts.withId(id);
  if (!account) return refuse(404, { code: "not_found" });
  const locked = await parts.store.failures.locked(failureKeys(account.login), parts.now());
  const body: AccountWithPassword = { account: accountView(account, locked), oneTimePassword: password };
  return ok(body);
}

function accountView(account: Account, locked: ReadonlyMap<string, Date>): AccountView {
  const { id, login, name, role, disabled, mustChangePassword, secondFactor, oidc } = account;
  const { capacity, languages, areas, teams, createdAt, lastLoginAt } = account;
  const locks = failureKeys(login).flatMap((key) => locked.get(key)?.getTime() ?? []);
  return {
    ...{ id, login, name, role, disabled, mustChangePassword, secondFactor, oidc },
    ...{ capacity, languages, areas, teams },
    createdAt: createdAt.toISOString(),
    ...(lastLoginAt && { lastLoginAt: lastLoginAt.toISOString() }),
    ...(locks.length > 0 && { lockedUntil: new Date(Math.max(...locks)).toISOString() }),
  };
}

const subject = subjectOf("account");
const right = "manage_accounts";

export const accountsRoutes: Route[] = [
  { method: "GET", path: "accounts", right, handle: listAccounts, what: "all accounts" },
  { method: "POST", path: "accounts", right, handle: addAccount, what: "add one", audit: { act: "account_added" } },
  {
    method: "PATCH",
    path: "accounts/:id",
    right,
    handle: changeAccount,
    what: "change, disable",
    audit: { act: "account_changed", subject },
  },
  {
    method: "POST",
    path: "accounts/:id/password",
    right,
    handle: resetPassword,
    what: "reset it",
    audit: { act: "password_reset", subject },
  },
  {
    method: "POST",
    path: "accounts/:id/unlock",
    right,
    handle: unlock,
    what: "forget wrong passwords and codes",
    audit: { act: "account_unlocked", subject },
  },
  {
    method: "POST",
    path: "accounts/:id/second-factor/remove",
    right,
    handle: removeTheirFactor,
    what: "take it away",
    audit: { act: "second_factor_taken_away", subject },
  },
];
