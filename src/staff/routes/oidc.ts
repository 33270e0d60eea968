import { TICKET_SECONDS } from "../guard";
import { enter } from "../login";
import { accountOf, beginAtProvider, finishAtProvider, type NotVouched } from "../oidc";
import type { StaffParts } from "../parts";
import { type Answer, type OpenCall, type Route, refuse } from "../route";

/** Sends the browser to the identity provider. */
async function start(_: OpenCall, parts: StaffParts): Promise<Answer> {
  if (!parts.settings.oidc) return refuse(404, { code: "not_found" });
  try {
    const { url, ticket } = await beginAtProvider(parts, TICKET_SECONDS);
    return { status: 302, body: {}, redirect: url, ticket };
  } catch (error) {
    parts.log.warn("staff_oidc_unavailable", { error: error instanceof Error ? error.message : String(error) });
    return backToLogin("provider_unreachable");
  }
}

/** The browser comes back: a session, or the login page with the reason why not. */
async function callback(call: OpenCall, parts: StaffParts): Promise<Answer> {
  const { store, log, now } = parts;
  if (!parts.settings.oidc) return refuse(404, { code: "not_found" });
  const vouched = await finishAtProvider(call.query, call.ticket, parts);
  if (typeof vouched === "string") return backToLogin(vouched);
  const account = await accountOf(vouched, parts);
  if (typeof account === "string") {
    log.warn("staff_oidc_refused", { because: account });
    await store.audit.note({
      at: now(),
      act: "login_refused",
      details: { because: account, with: "identity_provider" },
    });
    return backToLogin(account);
  }
  const token = await enter(account, { device: call.device, with: "identity_provider" }, parts);
  return { status: 302, body: {}, redirect: "/console", token, ticket: "" };
}

/** `unknown_account`: none of that name; `disabled`: there is one, but it may not. */
type Because = NotVouched | "unknown_account" | "disabled";

const backToLogin = (because: Because): Answer => ({
  status: 302,
  body: {},
  redirect: `/console?login=${because}`,
  ticket: "",
});

export const oidcRoutes: Route[] = [
  { method: "GET", path: "session/oidc/start", right: "anyone", handle: start, what: "to the identity provider" },
  { method: "GET", path: "session/oidc/callback", right: "anyone", handle: callback, what: "and back" },
];
