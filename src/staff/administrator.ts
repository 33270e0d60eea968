import { randomUUID } from "node:crypto";
import type { StaffAccounts } from "./doors";
import { hashPassword, oneTimePassword } from "./password";

const LOGIN = "admin";
const everySkill = { capacity: 4, languages: ["pl" as const], areas: [], teams: [] };
/** Several processes started together must not overwrite each other's password: only the first one is told. */
const FRESH_MS = 60_000;

/**
 * Sees to it that somebody can log in. Answers login and one-time password when nobody could until now: at the first
 * start, and at every later one (with a new password) until the first administrator has changed it.
 */
export async function ensureAdministrator(
  accounts: StaffAccounts,
  now: Date,
): Promise<{ login: string; oneTimePassword: string } | undefined> {
  const admins = (await accounts.all()).filter(({ role, disabled }) => role === "administrator" && !disabled);
  const password = oneTimePassword();
  const told = { login: LOGIN, oneTimePassword: password };
  if (admins.length === 0) {
    const passwordHash = await hashPassword(password);
    const account = {
      id: randomUUID(),
      login: LOGIN,
      name: "Administrator",
      role: "administrator" as const,
      passwordHash,
      ...everySkill,
    };
    return (await accounts.add(account, now)) === "added" ? told : undefined;
  }
  const [only] = admins;
  if (!only || admins.length > 1 || !only.mustChangePassword || only.login !== LOGIN) return undefined;
  const onlyIfSetBefore = new Date(now.getTime() - FRESH_MS);
  const fresh = { hash: await hashPassword(password), mustChange: true, onlyIfSetBefore };
  return (await accounts.setPassword(only.id, fresh, now)) ? told : undefined;
}
