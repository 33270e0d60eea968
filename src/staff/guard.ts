import { timingSafeEqual } from "node:crypto";
import type { IncomingMessage } from "node:http";
import { parse, serialize } from "cookie";
import { mustChangePassword, needsSecondFactor, rightsOf } from "./account";
import { noteCall } from "./audit";
import type { StaffParts } from "./parts";
import { type Answer, type OpenCall, type Route, refuse } from "./route";
import { findSession, keepAlive, type LiveSession } from "./sessions";

/** Runs a route for those who may call it; every refusal before that is decided here. */
export async function guarded(
  route: Route,
  request: IncomingMessage,
  call: OpenCall,
  parts: StaffParts,
): Promise<Answer> {
  const changes = route.method !== "GET";
  if (changes && !isJson(request)) return refuse(415, { code: "not_json" });
  if (changes && !isFromOurPage(request, parts)) return refuse(403, { code: "wrong_origin" });
  if (route.right === "anyone") return route.handle(call, parts);
  const session = await sessionOf(request, parts);
  if (!session) return { ...refuse(401, { code: "no_session" }), token: "" };
  if (changes && !isSame(request.headers["x-csrf-token"], session.csrf)) return refuse(403, { code: "csrf" });
  if (!rightsOf(session.account, parts.settings.secondFactorFor).includes(route.right)) {
    return refuse(403, { code: whyNot(session, parts) });
  }
  // A heartbeat says itself whether a person is behind it.
  if (changes && route.path !== "presence") await keepAlive(parts.store.sessions, session, parts.now());
  const known = { ...call, session };
  const answer = await route.handle(known, parts);
  // Before it is sent: what cannot be noted is not shown either.
  if (route.audit && answer.status < 400) await noteCall(route.audit, known, answer, parts);
  return answer;
}

function whyNot(
  { account }: LiveSession,
  { settings }: StaffParts,
): "password_change_required" | "second_factor_required" | "forbidden" {
  if (mustChangePassword(account)) return "password_change_required";
  return needsSecondFactor(account, settings.secondFactorFor) ? "second_factor_required" : "forbidden";
}

/** The live session of a request's cookie. */
export async function sessionOf(request: IncomingMessage, parts: StaffParts): Promise<LiveSession | undefined> {
  const token = parse(request.headers.cookie ?? "")[cookieName(isSecure(request, parts))];
  return token ? findSession(parts.store.sessions, token, parts.now()) : undefined;
}

/** What the browser kept on its way to the identity provider. */
export function ticketOf(request: IncomingMessage, parts: StaffParts): string | undefined {
  return parse(request.headers.cookie ?? "")[ticketName(isSecure(request, parts))];
}

/** Hands the session's token and the ticket to the browser, or takes them away when they are empty. */
export function cookiesFor({ token, ticket }: Answer, request: IncomingMessage, parts: StaffParts): string[] {
  const secure = isSecure(request, parts);
  const kept = { httpOnly: true, path: "/", secure };
  const gone = (value: string) => (value === "" ? { maxAge: 0 } : {});
  const cookies: string[] = [];
  if (token !== undefined)
    cookies.push(serialize(cookieName(secure), token, { ...kept, sameSite: "strict", ...gone(token) }));
  // The provider's page sends the browser back to us, and only a lax cookie comes along.
  if (ticket !== undefined)
    cookies.push(
      serialize(ticketName(secure), ticket, { ...kept, sameSite: "lax", maxAge: TICKET_SECONDS, ...gone(ticket) }),
    );
  return cookies;
}

/** As long as the way to the identity provider and back may take. */
export const TICKET_SECONDS = 600;

// Browsers take a __Host- cookie only with Secure, over https and for this very host.
const cookieName = (secure: boolean) => (secure ? "__Host-hejnal-staff" : "hejnal-staff");
const ticketName = (secure: boolean) => (secure ? "__Host-hejnal-ticket" : "hejnal-ticket");

const isSecure = (request: IncomingMessage, { addresses }: StaffParts) =>
  addresses.ownOrigin(request).startsWith("https:");

/** Other sites cannot send this type without asking first, and we never allow them. */
function isJson(request: IncomingMessage): boolean {
  return /^application\/json\s*(;|$)/i.test(request.headers["content-type"] ?? "");
}

/** Every browser says where a change comes from: by the newer header, or on plain http by the older. Who says neither is refused. */
function isFromOurPage(request: IncomingMessage, { addresses }: StaffParts): boolean {
  const site = request.headers["sec-fetch-site"];
  if (site !== undefined) return site === "same-origin";
  return request.headers.origin === addresses.ownOrigin(request);
}

function isSame(sent: string | string[] | undefined, expected: string): boolean {
  const a = Buffer.from(typeof sent === "string" ? sent : "");
  const b = Buffer.from(expected);
  return a.length === b.length && timingSafeEqual(a, b);
}
