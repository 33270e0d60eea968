import { createHash } from "node:crypto";
import type { StaffParts } from "./parts";
import { passwordFits } from "./password";
import { openSession } from "./sessions";

const MINUTE = 60;
/** Seconds of lock after the n-th failure of one login. The 15 minutes at the end bound what a stranger can do to somebody else's login. */
const LOGIN_LOCKS = [0, 0, 0, 0, MINUTE, 2 * MINUTE, 4 * MINUTE, 8 * MINUTE, 15 * MINUTE];
/** A whole office may share one address, so it takes four times as many failures. */
const ADDRESS_LOCKS = [...Array.from({ length: 15 }, () => 0), ...LOGIN_LOCKS];
const FORGET_MS = 24 * 60 * 60_000;

export type LoggedIn =
  | { kind: "in"; token: string }
  | { kind: "refused" }
  | { kind: "locked"; retryAfterSeconds: number };

/** Checks login and password; an unknown, disabled or wrong one is refused with the same answer after the same work. */
export async function logIn(
  { login, password, address }: { login: string; password: string; address: string },
  { store, log, now }: StaffParts,
): Promise<LoggedIn> {
  const at = now();
  const name = login.trim().toLowerCase();
  const keys = { login: `login:${digest(name)}`, address: `address:${digest(address)}` };
  const lockedUntil = await countAttempt(keys, store.failures, at);
  if (lockedUntil) {
    log.warn("staff_login_locked", { key: keys.login.slice(0, 14) });
    return { kind: "locked", retryAfterSeconds: Math.ceil((lockedUntil.getTime() - at.getTime()) / 1000) };
  }
  const account = await store.accounts.withLogin(name);
  const fits = await passwordFits(password, account?.passwordHash);
  if (!fits || !account || account.disabled) {
    log.warn("staff_login_refused", { account: account?.id ?? "unknown" });
    return { kind: "refused" };
  }
  await store.failures.clear([keys.login, keys.address]);
  await store.accounts.noteLogin(account.id, at);
  log.info("staff_login", { account: account.id, role: account.role });
  return { kind: "in", token: await openSession(store.sessions, account.id, at) };
}

async function countAttempt(
  keys: { login: string; address: string },
  failures: StaffParts["store"]["failures"],
  at: Date,
): Promise<Date | undefined> {
  const forgetBefore = new Date(at.getTime() - FORGET_MS);
  await failures.forget(forgetBefore);
  const byAddress = await failures.count(keys.address, ADDRESS_LOCKS, at, forgetBefore);
  return byAddress ?? failures.count(keys.login, LOGIN_LOCKS, at, forgetBefore);
}

/** Neither what was typed nor where from is kept readable: people type passwords into the wrong field. */
const digest = (text: string) => createHash("sha256").update(text).digest("hex");
