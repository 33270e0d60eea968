import { timingSafeEqual } from "node:crypto";
import type { IncomingMessage } from "node:http";
import { parse, serialize } from "cookie";
import { rightsOf } from "./account";
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
  if (!rightsOf(session.account).includes(route.right)) {
    return refuse(403, { code: session.account.mustChangePassword ? "password_change_required" : "forbidden" });
  }
  // A heartbeat says itself whether a person is behind it.
  if (changes && route.path !== "presence") await keepAlive(parts.store.sessions, session, parts.now());
  return route.handle({ ...call, session }, parts);
}

/** The live session of a request's cookie. */
export async function sessionOf(request: IncomingMessage, parts: StaffParts): Promise<LiveSession | undefined> {
  const token = parse(request.headers.cookie ?? "")[cookieName(isSecure(request, parts))];
  return token ? findSession(parts.store.sessions, token, parts.now()) : undefined;
}

/** Hands the token to the browser, or takes it away when it is empty. */
export function cookieFor(token: string, request: IncomingMessage, parts: StaffParts): string {
  const secure = isSecure(request, parts);
  const gone = token === "" ? { maxAge: 0 } : {};
  return serialize(cookieName(secure), token, { httpOnly: true, sameSite: "strict", path: "/", secure, ...gone });
}

// Browsers take a __Host- cookie only with Secure, over https and for this very host.
const cookieName = (secure: boolean) => (secure ? "__Host-hejnal-staff" : "hejnal-staff");

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
