import type { z } from "zod";
import { mustChangePassword, needsSecondFactor, rightsOf } from "../account";
import { type Locked, logIn, provePassword } from "../login";
import type { StaffParts } from "../parts";
import { hashPassword, passwordMistake } from "../password";
import { HERE_MS } from "../presence";
import { withdrawOffers } from "../queue/withdrawOffers";
import { type Answer, type Call, type OpenCall, ok, oneself, type Route, refuse, withBody } from "../route";
import { findSession, keepAlive, type LiveSession, openSession } from "../sessions";
import { LoginBody, type LoginOptions, PasswordBody, PresenceBody, type PresenceView, type SessionView } from "../wire";

async function loginOptions(_: OpenCall, { settings }: StaffParts): Promise<Answer> {
  const view: LoginOptions = { password: true, ...(settings.oidc && { oidc: settings.oidc.title }) };
  return ok(view);
}

const login = withBody<OpenCall, z.infer<typeof LoginBody>>(LoginBody, async (call, body, parts) => {
  const result = await logIn({ ...body, address: call.address, device: call.device }, parts);
  if (result.kind === "in") return answerSession(result.token, parts);
  if (result.kind === "locked") return refuseLocked(result);
  if (result.kind === "code_needed") return refuse(401, { code: "second_factor_needed" });
  return refuse(401, { code: result.kind === "wrong_code" ? "code_refused" : "login_refused" });
});

export const refuseLocked = ({ retryAfterSeconds }: Locked) => refuse(429, { code: "locked", retryAfterSeconds });

async function me({ session }: Call, parts: StaffParts): Promise<Answer> {
  return ok(await sessionView(session, parts));
}

async function logout({ session }: Call, parts: StaffParts): Promise<Answer> {
  const { store, log, bus } = parts;
  await store.sessions.end(session.tokenHash);
  await store.presence.gone(session.account.id);
  await withdrawOffers(session.account.id, parts);
  await bus.publish("queue", "");
  log.info("staff_logout", { account: session.account.id });
  return { status: 200, body: {}, token: "" };
}

/** A new password ends every session of the account, also a thief's; this browser gets a fresh one. */
const changePassword = withBody<Call, { old: string; new: string }>(PasswordBody, async (call, body, parts) => {
  const { store, log, now } = parts;
  const { viaProvider } = call.session.account;
  const account = await store.accounts.withId(call.session.account.id);
  if (!account) return refuse(401, { code: "no_session" });
  const proof = await provePassword(account, body.old, parts);
  if (proof.kind === "locked") return refuseLocked(proof);
  if (proof.kind === "wrong") return refuse(422, { code: "password_refused", because: "wrong_old" });
  const because = body.new === body.old ? "same_as_before" : passwordMistake(body.new, account.login);
  if (because) return refuse(422, { code: "password_refused", because });
  await store.accounts.setPassword(account.id, { hash: await hashPassword(body.new), mustChange: false }, now());
  log.info("staff_password_changed", { account: account.id });
  const fresh = { accountId: account.id, device: call.device, viaProvider };
  return answerSession(await openSession(store.sessions, fresh, now()), parts);
});

/** Says "I am here"; the answer tells when the session ends and how many consultants there are. */
const presence = withBody<Call, { available: boolean; active: boolean }>(
  PresenceBody,
  async ({ session }, { available, active }, parts) => {
    const { store, bus, now, settings } = parts;
    const { account } = session;
    if (available && !rightsOf(account, settings.secondFactorFor).includes("work_desk"))
      return refuse(403, { code: "forbidden" });
    const at = now();
    const endsAt = active ? await keepAlive(store.sessions, session, at) : session.endsAt;
    const { changed } = await store.presence.here(account.id, available, at);
    if (changed && !available) await withdrawOffers(account.id, parts);
    if (changed) await bus.publish("queue", "");
    const { present } = await store.presence.count(new Date(at.getTime() - HERE_MS));
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
  const { id, login, name, role, secondFactor } = account;
  const { secondFactorFor } = parts.settings;
  const since = new Date(parts.now().getTime() - HERE_MS);
  return {
    account: { id, login, name, role, mustChangePassword: mustChangePassword(account), secondFactor },
    rights: rightsOf(account, secondFactorFor),
    mustSetSecondFactor: needsSecondFactor(account, secondFactorFor),
    csrf,
    endsAt: endsAt.toISOString(),
    available: await parts.store.presence.isAvailable(id, since),
  };
}

export const sessionRoutes: Route[] = [
  { method: "GET", path: "login-options", right: "anyone", handle: loginOptions, what: "how one may log in" },
  { method: "POST", path: "session", right: "anyone", handle: login, what: "log in" },
  { method: "GET", path: "session", right: "settle", handle: me, what: "who am I, what may I, when does it end" },
  {
    method: "POST",
    path: "session/end",
    right: "settle",
    handle: logout,
    what: "log out",
    audit: { act: "logged_out", subject: oneself },
  },
  {
    method: "POST",
    path: "password",
    right: "settle",
    handle: changePassword,
    what: "change my password",
    audit: { act: "password_changed", subject: oneself },
  },
  { method: "POST", path: "presence", right: "be_here", handle: presence, what: "I am here, available or not" },
];
