import { z } from "zod";
import type { Call, PlatformAnswer } from "../platform";
import { ACCOUNT_ID, APP_ID, APP_SECRET, DISPLAY_NUMBER, PHONE_ID, TOKEN } from "./people";
import { refusal, refusals } from "./refusals";

/** What an operator sets on the platform. */
export type Managed = {
  subscriptions: { object: string; callback_url: string; fields: string }[];
  subscribedApps: string[];
  templates: { name: string; language: string; status: string; components: { type: string; text: string }[] }[];
  phone: { status?: string; quality_rating?: string };
  starters?: z.infer<typeof Starters>;
};

const Starters = z.object({
  enable_welcome_message: z.boolean(),
  prompts: z.array(z.string().min(1).max(80)).max(4),
  commands: z
    .array(
      z.object({
        command_name: z.string().regex(/^[a-z0-9_]{1,32}$/),
        command_description: z.string().min(1).max(256),
      }),
    )
    .max(30),
});
const Subscription = z.object({
  object: z.literal("whatsapp_business_account"),
  callback_url: z.url(),
  verify_token: z.string(),
  fields: z.string(),
});

type Asked = { token: string | undefined; managed: Managed };

/** Answers what operators ask and set; undefined for everything else. */
export async function manage(call: Call, path: string, asked: Asked): Promise<PlatformAnswer | undefined> {
  const [name = ""] = path.split("?");
  const isApp = name === `${APP_ID}/subscriptions`;
  const answer = answers[`${call.method} ${name}`];
  if (!answer) return undefined;
  if (asked.token !== (isApp ? `${APP_ID}|${APP_SECRET}` : TOKEN)) return refusals.expired;
  return answer(asked.managed, call);
}

const json = (body: object): PlatformAnswer => ({ status: 200, json: body });
const bodyOf = ({ body }: Call): unknown => (body.length > 0 ? JSON.parse(body.toString("utf8")) : undefined);

const answers: Record<string, (managed: Managed, call: Call) => PlatformAnswer | Promise<PlatformAnswer>> = {
  "GET app": () => json({ id: APP_ID, name: "Hejnał", link: "https://www.facebook.com/games/?app_id=670843887433847" }),
  [`GET ${PHONE_ID}`]: ({ phone }) =>
    json({
      id: PHONE_ID,
      display_phone_number: DISPLAY_NUMBER,
      verified_name: "Kraków",
      quality_rating: "GREEN",
      status: "CONNECTED",
      ...phone,
    }),
  [`GET ${APP_ID}/subscriptions`]: ({ subscriptions }) =>
    json({
      data: subscriptions.map(({ fields, ...one }) => ({
        ...one,
        active: true,
        fields: fields.split(",").map((name) => ({ name, version: "v25.0" })),
      })),
    }),
  [`POST ${APP_ID}/subscriptions`]: async ({ subscriptions }, call) => {
    const wanted = Subscription.safeParse(bodyOf(call));
    if (!wanted.success) return refusals.invalid(z.prettifyError(wanted.error));
    const { verify_token, ...subscription } = wanted.data;
    if (!(await saysBack(subscription.callback_url, verify_token)))
      return refusal(400, 2200, "Callback verification failed with the following errors: HTTP Status Code = 403");
    subscriptions.push(subscription);
    return json({ success: true });
  },
  [`GET ${ACCOUNT_ID}/subscribed_apps`]: ({ subscribedApps }) =>
    json({ data: subscribedApps.map((id) => ({ whatsapp_business_api_data: { id, name: "Hejnał" } })) }),
  [`POST ${ACCOUNT_ID}/subscribed_apps`]: ({ subscribedApps }) => {
    subscribedApps.push(APP_ID);
    return json({ success: true });
  },
  [`GET ${ACCOUNT_ID}/message_templates`]: ({ templates }, { path }) => {
    const name = new URL(path, "http://graph").searchParams.get("name") ?? "";
    return json({ data: templates.filter((template) => template.name.includes(name)) });
  },
  [`POST ${PHONE_ID}/conversational_automation`]: (managed, call) => {
    const starters = Starters.safeParse(bodyOf(call));
    if (!starters.success) return refusals.invalid(z.prettifyError(starters.error));
    managed.starters = starters.data;
    return json({ success: true });
  },
};

/** Meta calls the address before it believes it. */
async function saysBack(url: string, verifyToken: string): Promise<boolean> {
  const asked = new URLSearchParams({
    "hub.mode": "subscribe",
    "hub.challenge": "1158201444",
    "hub.verify_token": verifyToken,
  });
  const response = await fetch(`${url}?${asked}`).catch(() => undefined);
  return response?.status === 200 && (await response.text()) === "1158201444";
}
