import { rightsOf } from "../account";
import type { KnownAccount } from "../doors";
import { logIn } from "../login";
import type { StaffParts } from "../parts";
import { hashPassword, passwordFits, passwordMistake } from "../password";
import { HERE_MS } from "../presence";
import { type Answer, type Call, type OpenCall, ok, refuse, withBody } from "../route";
import { findSession, keepAlive, type LiveSession, openSession } from "../sessions";
import {
  LoginBody,
  PasswordBody,
  type PasswordMistake,
  PresenceBody,
  type PresenceView,
  type SessionView,
} from "../wire";

export const login = withBody<OpenCall, { login: string; password: string }>(LoginBody, async (call, body, parts) => {
  const result = await logIn({ ...body, address: call.address }, parts);
  if (result.kind === "refused") return refuse(401, { code: "login_refused" });
  if (result.kind === "locked") {
    return refuse(429, { code: "locked", retryAfterSeconds: result.retryAfterSeconds });
  }
  return answerSession(result.token, parts);
});

export async function me({ session }: Call, parts: StaffParts): Promise<Answer> {
  return ok(await sessionView(session, parts));
}

export async function logout({ session }: Call, { store, log, bus }: StaffParts): Promise<Answer> {
  await store.sessions.end(session.tokenHash);
  await store.presence.gone(session.account.id);
  await bus.publish("queue", "");
  log.info("staff_logout", { account: session.account.id });
  return { status: 200, body: {}, token: "" };
}

/** A new password ends every session of the account, also a thief's; this browser gets a fresh one. */
export const changePassword = withBody<Call, { old: string; new: string }>(PasswordBody, async (call, body, parts) => {
  const { store, log, now } = parts;
  const account = await store.accounts.withId(call.session.account.id);
  if (!account) return refuse(401, { code: "no_session" });
  const because = await mistakeIn(body, account);
  if (because) return refuse(422, { code: "password_refused", because });
  await store.accounts.setPassword(account.id, { hash: await hashPassword(body.new), mustChange: false }, now());
  log.info("staff_password_changed", { account: account.id });
  return answerSession(await openSession(store.sessions, account.id, now()), parts);
});

async function mistakeIn(
  body: { old: string; new: string },
  account: KnownAccount,
): Promise<PasswordMistake | "wrong_old" | undefined> {
  if (!(await passwordFits(body.old, account.passwordHash))) return "wrong_old";
  if (body.new === body.old) return "same_as_before";
  return passwordMistake(body.new, account.login);
}

/** Says "I am here"; the answer tells when the session ends and how many consultants there are. */
export const presence = withBody<Call, { available: boolean; active: boolean }>(
  PresenceBody,
  async ({ session }, { available, active }, { store, bus, now }) => {
    const { account } = session;
    if (available && !rightsOf(account).includes("work_desk")) return refuse(403, { code: "forbidden" });
    const at = now();
    const endsAt = active ? await keepAlive(store.sessions, session, at) : session.endsAt;
    const { changed } = await store.presence.here(account.id, available, at);
    if (changed) await bus.publish("queue", "");
    const present = await store.presence.count(new Date(at.getTime() - HERE_MS));
    const view: PresenceView = { endsAt: endsAt.toISOString(), present };
    return ok(view);
  },
);

async function answerSession(token: string, parts: StaffParts): Promise<Answer> {
  const session = await findSession(parts.store.sessions, token, parts.now());
  if (!session) return refuse(401, { code: "no_session" });
  return { status: 200, body: await sessionView(session, parts), token };
}

async function sessionView({ account, csrf, endsAt }: LiveSession, parts: StaffParts): Promise<SessionView> {
  const { id, login, name, role, mustChangePassword } = account;
  const since = new Date(parts.now().getTime() - HERE_MS);
  return {
    account: { id, login, name, role, mustChangePassword },
    rights: rightsOf(account),
    csrf,
    endsAt: endsAt.toISOString(),
    available: await parts.store.presence.isAvailable(id, since),
  };
}
