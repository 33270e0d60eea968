import { createHash } from "node:crypto";
import type { KnownAccount } from "./doors";
import type { StaffParts } from "./parts";
import { passwordFits } from "./password";
import { spendCode } from "./secondFactor";
import { openSession } from "./sessions";

const MINUTE = 60;
/** Seconds of lock after the n-th failure of one login. The 15 minutes at the end bound what a stranger can do to somebody else's login. */
const LOGIN_LOCKS = [0, 0, 0, 0, MINUTE, 2 * MINUTE, 4 * MINUTE, 8 * MINUTE, 15 * MINUTE];
/** A whole office may share one address, so it takes four times as many failures. */
const ADDRESS_LOCKS = [...Array.from({ length: 15 }, () => 0), ...LOGIN_LOCKS];
const FORGET_MS = 24 * 60 * 60_000;

export type Locked = { kind: "locked"; retryAfterSeconds: number };
export type LoggedIn =
  | { kind: "in"; token: string }
  /** `wrong_code` and `code_needed` are only said to who knows the password. */
  | { kind: "refused" | "code_needed" | "wrong_code" }
  | Locked;

type Tried = { login: string; password: string; code?: string | undefined; address: string; device: string };

/** Checks login, password and second factor; an unknown, disabled or wrong one is refused with the same answer after the same work. */
export async function logIn(tried: Tried, parts: StaffParts): Promise<LoggedIn> {
  const { store, now } = parts;
  const at = now();
  const name = tried.login.trim().toLowerCase();
  const from = digest(tried.address);
  await store.failures.forget(new Date(at.getTime() - FORGET_MS));
  const locked =
    (await count(`address:${from}`, ADDRESS_LOCKS, parts)) ?? (await count(passwordKey(name), LOGIN_LOCKS, parts));
  if (locked) return locked;
  const account = await store.accounts.withLogin(name);
  const fits = await passwordFits(tried.password, account?.passwordHash);
  const keys = [`address:${from}`, ...failureKeys(name)];
  if (!fits || !account || account.disabled) {
    await noteRefused({ account, because: fits ? "disabled" : "wrong_password", keys, from }, parts);
    return { kind: "refused" };
  }
  // The password is proven; from here on only codes can be guessed, and they are counted on their own.
  await store.failures.clear([passwordKey(name)]);
  const proof = await secondProof(account, tried.code, parts);
  if (typeof proof === "object") {
    if (proof.kind === "wrong_code") await noteRefused({ account, because: "wrong_code", keys, from }, parts);
    return proof;
  }
  await store.failures.clear(keys);
  return { kind: "in", token: await enter(account, { device: tried.device, with: proof }, parts) };
}

/** Opens a session for somebody who has proven who they are. */
export async function enter(
  { id, login, role }: KnownAccount,
  how: { device: string; with: "password" | "authenticator" | "recovery_code" | "identity_provider" },
  { store, log, now }: StaffParts,
): Promise<string> {
  const at = now();
  await store.accounts.noteLogin(id, at);
  const by = { id, login };
  await store.audit.note({ at, by, act: "logged_in", subject: { kind: "account", id }, details: { with: how.with } });
  log.info("staff_login", { account: id, role, with: how.with });
  return openSession(
    store.sessions,
    { accountId: id, device: how.device, viaProvider: how.with === "identity_provider" },
    at,
  );
}

async function secondProof(
  account: KnownAccount,
  code: string | undefined,
  parts: StaffParts,
): Promise<"password" | "authenticator" | "recovery_code" | { kind: "code_needed" | "wrong_code" } | Locked> {
  if (!account.secondFactor) return "password";
  if (code === undefined) return { kind: "code_needed" };
  return (
    (await count(codeKey(account.login), LOGIN_LOCKS, parts)) ??
    (await spendCode(account, code, parts)) ?? { kind: "wrong_code" }
  );
}

/** Tries the password of somebody logged in; wrong ones count as they do at the door. */
export async function provePassword(
  account: KnownAccount,
  password: string,
  parts: StaffParts,
): Promise<{ kind: "right" | "wrong" } | Locked> {
  const key = passwordKey(account.login);
  const locked = await count(key, LOGIN_LOCKS, parts);
  if (locked) return locked;
  const fits = await passwordFits(password, account.passwordHash);
  if (fits) await parts.store.failures.clear([key]);
  else await noteRefused({ account, because: "wrong_old_password", keys: [key] }, parts);
  return { kind: fits ? "right" : "wrong" };
}

/** Tries a code of somebody logged in; wrong ones count as they do at the door. */
export async function proveCode(
  account: KnownAccount,
  code: string,
  parts: StaffParts,
): Promise<{ kind: "right" | "wrong" } | Locked> {
  const key = codeKey(account.login);
  const locked = await count(key, LOGIN_LOCKS, parts);
  if (locked) return locked;
  const fits = (await spendCode(account, code, parts)) !== undefined;
  if (fits) await parts.store.failures.clear([key]);
  else await noteRefused({ account, because: "wrong_code", keys: [key] }, parts);
  return { kind: fits ? "right" : "wrong" };
}

/** Under which keys the failures of a login are counted. */
export const failureKeys = (login: string) => [passwordKey(login), codeKey(login)];

// Neither what was typed nor where from is kept readable: people type passwords into the wrong field.
const digest = (text: string) => createHash("sha256").update(text).digest("hex");
const passwordKey = (login: string) => `login:${digest(login)}`;
const codeKey = (login: string) => `code:${digest(login)}`;

/** Counts an attempt before it is tried; answers when the key is locked. */
async function count(key: string, locks: number[], { store, log, now }: StaffParts): Promise<Locked | undefined> {
  const at = now();
  const until = await store.failures.count(key, locks, at, new Date(at.getTime() - FORGET_MS));
  if (!until) return undefined;
  log.warn("staff_login_locked", { key: key.slice(0, 14) });
  return { kind: "locked", retryAfterSeconds: Math.ceil((until.getTime() - at.getTime()) / 1000) };
}

type Refusal = {
  account: KnownAccount | undefined;
  because: "wrong_password" | "disabled" | "wrong_code" | "wrong_old_password";
  keys: string[];
  from?: string;
};

/** The lock is noted with the failure that turned it, so whoever goes on trying cannot fill the log. */
async function noteRefused({ account, because, keys, from }: Refusal, { store, log, now }: StaffParts): Promise<void> {
  const at = now();
  log.warn("staff_login_refused", { account: account?.id ?? "unknown", because });
  const about = { at, ...(account && { subject: { kind: "account", id: account.id } }) };
  const origin = from === undefined ? {} : { from: from.slice(0, 8) };
  await store.audit.note({ ...about, act: "login_refused", details: { because, ...origin } });
  for (const [key, until] of await store.failures.locked(keys, at)) {
    const what = key.split(":")[0];
    await store.audit.note({ ...about, act: "login_locked", details: { what, until: until.toISOString(), ...origin } });
  }
}
