import type { StaffParts } from "../parts";
import { withdrawOffers } from "../queue/withdrawOffers";
import { type Answer, type Call, ok, oneself, type Route, refuse, subjectOf } from "../route";
import { isOpen } from "../sessions";
import type { OpenSessionView } from "../wire";

async function mySessions(call: Call, parts: StaffParts): Promise<Answer> {
  return ok({ sessions: await openSessions(call.session.account.id, call, parts) });
}

async function endMine({ session, params }: Call, parts: StaffParts): Promise<Answer> {
  const { sessions } = parts.store;
  const wanted = (await sessions.of(session.account.id)).find(({ id }) => id === params.id);
  if (!wanted) return refuse(404, { code: "not_found" });
  await endOne(session.account.id, wanted.id, parts);
  return { ...ok({}), ...(wanted.tokenHash === session.tokenHash && { token: "" }) };
}

async function theirSessions(call: Call, parts: StaffParts): Promise<Answer> {
  const id = call.params.id ?? "";
  if (!(await parts.store.accounts.withId(id))) return refuse(404, { code: "not_found" });
  return ok({ sessions: await openSessions(id, call, parts) });
}

async function endTheirs({ params }: Call, parts: StaffParts): Promise<Answer> {
  const ended = await endOne(params.id ?? "", params.session ?? "", parts);
  return ended === 1 ? ok({}) : refuse(404, { code: "not_found" });
}

async function endAllTheirs({ params }: Call, parts: StaffParts): Promise<Answer> {
  const id = params.id ?? "";
  if (!(await parts.store.accounts.withId(id))) return refuse(404, { code: "not_found" });
  const ended = await endEverywhere(id, parts);
  return { ...ok({ ended }), noted: { details: { ended } } };
}

/** Ends every session of an account and takes it from the desk; answers how many there were. */
export async function endEverywhere(accountId: string, parts: StaffParts): Promise<number> {
  const { store, bus, log } = parts;
  const ended = await store.sessions.endOf(accountId);
  await store.presence.gone(accountId);
  await withdrawOffers(accountId, parts);
  await bus.publish("queue", "");
  log.info("staff_sessions_ended", { account: accountId, ended });
  return ended;
}

async function endOne(accountId: string, id: string, parts: StaffParts): Promise<number> {
  const ended = await parts.store.sessions.endOf(accountId, id);
  // Whoever has no page open any more is not at the desk.
  if ((await parts.store.sessions.of(accountId)).length === 0) await endEverywhere(accountId, parts);
  return ended;
}

async function openSessions(
  accountId: string,
  { session }: Call,
  { store, now }: StaffParts,
): Promise<OpenSessionView[]> {
  const open = (await store.sessions.of(accountId)).filter((one) => isOpen(one, now()));
  return open.map(({ id, device, createdAt, lastActiveAt, tokenHash }) => ({
    id,
    device,
    createdAt: createdAt.toISOString(),
    lastActiveAt: lastActiveAt.toISOString(),
    current: tokenHash === session.tokenHash,
  }));
}

export const sessionsListRoutes: Route[] = [
  { method: "GET", path: "sessions", right: "settle", handle: mySessions, what: "where I am logged in" },
  {
    method: "POST",
    path: "sessions/:id/end",
    right: "settle",
    handle: endMine,
    what: "log out there",
    audit: { act: "session_ended", subject: oneself },
  },
  {
    method: "GET",
    path: "accounts/:id/sessions",
    right: "manage_accounts",
    handle: theirSessions,
    what: "where somebody is logged in",
  },
  {
    method: "POST",
    path: "accounts/:id/sessions/end",
    right: "manage_accounts",
    handle: endAllTheirs,
    what: "log them out everywhere",
    audit: { act: "sessions_ended", subject: subjectOf("account") },
  },
  {
    method: "POST",
    path: "accounts/:id/sessions/:session/end",
    right: "manage_accounts",
    handle: endTheirs,
    what: "log them out there",
    audit: { act: "session_ended", subject: subjectOf("account") },
  },
];
