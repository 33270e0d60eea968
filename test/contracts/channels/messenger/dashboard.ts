import { z } from "zod";
import type { Call, PlatformAnswer } from "../platform";
import { APP_ID, APP_SECRET, PAGE_ID } from "./events";
import { refusal, refusePage } from "./graph";

/** What an operator has done in Meta's dashboard, or not. */
export type Dashboard = {
  scopes: string[];
  expiresAt: number;
  /** The app's own webhook and what it hears. */
  webhook?: { callback_url: string; fields: string[] };
  /** What of the page the app hears. */
  subscribed?: string[];
  otherApps: { id: string; name: string; subscribed_fields: string[] }[];
  profile: Record<string, unknown>;
};

/** Graph's answers to whoever sets up and checks. */
export async function answerOperator(call: Call, dashboard: Dashboard): Promise<PlatformAnswer> {
  const { pathname } = new URL(call.path, "http://graph");
  const isApps = call.headers.authorization === `Bearer ${APP_ID}|${APP_SECRET}`;
  const isPages = !isApps;
  const refused = isApps ? undefined : refusePage(call);
  if (refused) return refused;
  const json = call.method === "GET" ? {} : z.record(z.string(), z.unknown()).parse(JSON.parse(call.body.toString()));
  const asked = `${call.method} ${pathname.replace("/v25.0/", "")}`;
  if (isPages && asked === "GET me") return { status: 200, json: { id: PAGE_ID, name: "Kraków" } };
  if (isPages && asked.endsWith("me/messenger_profile")) return answerProfile(call, json, dashboard);
  if (isPages && asked.endsWith(`${PAGE_ID}/subscribed_apps`)) return answerPage(call, json, dashboard);
  if (isApps && asked === "GET debug_token") return { status: 200, json: { data: tokenIn(dashboard) } };
  if (isApps && asked.endsWith(`${APP_ID}/subscriptions`)) return answerApp(call, json, dashboard);
  return refusal(400, 100, "Unsupported request");
}

const tokenIn = ({ scopes, expiresAt }: Dashboard) => ({
  app_id: APP_ID,
  type: "PAGE",
  is_valid: true,
  expires_at: expiresAt,
  scopes,
  profile_id: PAGE_ID,
});

function answerProfile({ method }: Call, json: object, dashboard: Dashboard): PlatformAnswer {
  if (method === "POST") Object.assign(dashboard.profile, json);
  if (method === "POST") return { status: 200, json: { result: "success" } };
  return { status: 200, json: { data: Object.keys(dashboard.profile).length > 0 ? [dashboard.profile] : [] } };
}

const Fields = z.string().transform((list) => list.split(","));

function answerPage({ method }: Call, json: Record<string, unknown>, dashboard: Dashboard): PlatformAnswer {
  const { subscribed, otherApps } = dashboard;
  if (method === "POST") dashboard.subscribed = Fields.parse(json.subscribed_fields);
  if (method === "POST") return { status: 200, json: { success: true } };
  const own = subscribed ? [{ id: APP_ID, name: "Hejnał", subscribed_fields: subscribed }] : [];
  return { status: 200, json: { data: [...own, ...otherApps] } };
}

/** Meta shakes hands with a new webhook before it takes it. */
async function answerApp({ method }: Call, json: Record<string, unknown>, dashboard: Dashboard) {
  const { webhook } = dashboard;
  if (method === "GET") {
    const fields = (webhook?.fields ?? []).map((name) => ({ name, version: "v25.0" }));
    const data = webhook ? [{ object: "page", callback_url: webhook.callback_url, active: true, fields }] : [];
    return { status: 200, json: { data } };
  }
  const callback = z.string().parse(json.callback_url);
  const word = z.string().parse(json.verify_token);
  const query = new URLSearchParams({
    "hub.mode": "subscribe",
    "hub.verify_token": word,
    "hub.challenge": "1158201444",
  });
  const shake = fetch(`${callback}?${query}`).then((response) => response.text());
  const said = await shake.catch(() => "nobody answers");
  if (said !== "1158201444") return refusal(400, 2200, "Callback verification failed");
  dashboard.webhook = { callback_url: callback, fields: Fields.parse(json.fields) };
  return { status: 200, json: { success: true } };
}
