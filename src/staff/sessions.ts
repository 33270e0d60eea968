import { createHash, randomBytes } from "node:crypto";
import type { Account } from "./account";
import type { Session, StaffSessions } from "./doors";

const IDLE_MS = 30 * 60_000;
const LONGEST_MS = 8 * 60 * 60_000;
/** A session in use is written down at most this often. */
const TOUCH_MS = 10_000;

/** A live login. `csrf` goes to the page, which sends it back with every change. */
export type LiveSession = {
  account: Account & { viaProvider: boolean };
  csrf: string;
  endsAt: Date;
  tokenHash: string;
  session: Session;
};

/** Opens a session; the token is told once, to the browser's cookie, and only its hash is kept. */
export async function openSession(
  sessions: StaffSessions,
  { accountId, device, viaProvider = false }: { accountId: string; device: string; viaProvider?: boolean },
  at: Date,
): Promise<string> {
  const token = randomBytes(32).toString("base64url");
  await sessions.forget(oldest(at));
  await sessions.open({ tokenHash: hashOf(token), accountId, device, viaProvider }, at);
  return token;
}

/** The session of a token, while it lasts: 30 minutes after the last sign of a person, 8 hours at most. */
export async function findSession(sessions: StaffSessions, token: string, at: Date): Promise<LiveSession | undefined> {
  const tokenHash = hashOf(token);
  const session = await sessions.find(tokenHash);
  if (!session || endOf(session) <= at) return undefined;
  const account = { ...session.account, viaProvider: session.viaProvider };
  return { account, csrf: csrfOf(token), endsAt: endOf(session), tokenHash, session };
}

/** Notes a sign of the person; answers when the session ends now. */
export async function keepAlive(sessions: StaffSessions, live: LiveSession, at: Date): Promise<Date> {
  const { session, tokenHash } = live;
  if (at.getTime() - session.lastActiveAt.getTime() < TOUCH_MS) return live.endsAt;
  await sessions.touch(tokenHash, at);
  return endOf({ ...session, lastActiveAt: at });
}

/** Whether a session is still of use. */
export const isOpen = (session: Pick<Session, "createdAt" | "lastActiveAt">, at: Date) => endOf(session) > at;

/** Ends the account's sessions but this one: whoever else is logged in has to prove anew who they are. */
export async function endOthers(sessions: StaffSessions, { account, tokenHash }: LiveSession): Promise<void> {
  const others = (await sessions.of(account.id)).filter((one) => one.tokenHash !== tokenHash);
  for (const { id } of others) await sessions.endOf(account.id, id);
}

function endOf({ createdAt, lastActiveAt }: Pick<Session, "createdAt" | "lastActiveAt">): Date {
  return new Date(Math.min(createdAt.getTime() + LONGEST_MS, lastActiveAt.getTime() + IDLE_MS));
}

function oldest(at: Date): { createdAt: Date; lastActiveAt: Date } {
  return { createdAt: new Date(at.getTime() - LONGEST_MS), lastActiveAt: new Date(at.getTime() - IDLE_MS) };
}

const hashOf = (token: string) => createHash("sha256").update(token).digest("hex");

/** Derived from the token, which no page and no other site can read, so it needs no place of its own. */
const csrfOf = (token: string) => createHash("sha256").update(`csrf:${token}`).digest("base64url");
