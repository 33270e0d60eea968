import { z } from "zod";
import type { Finding } from "../channel";
import type { Bot } from "./bot";
import { whyNotCalled } from "./setUp";
import { updateKinds } from "./update";
import { WEBHOOK } from "./webhook";

const Me = z.object({ username: z.string(), can_join_groups: z.boolean().default(false) });

const WebhookInfo = z.object({
  url: z.string(),
  pending_update_count: z.number(),
  last_error_date: z.number().optional(),
  last_error_message: z.string().default(""),
  allowed_updates: z.array(z.string()).default([]),
});
type WebhookInfo = z.infer<typeof WebhookInfo>;

/** An error of long ago is mended; so many updates wait only when something is wrong. */
const RECENT_SECONDS = 3600;
const MANY_WAIT = 100;
const SET_UP = "Run `npm run channels -- setup`.";

const ok = (text: string): Finding => ({ level: "ok", text });
const warning = (text: string): Finding => ({ level: "warning", text });
const wrong = (text: string): Finding => ({ level: "wrong", text });

/** Whether the token is a bot's and its webhook leads here, as Telegram itself sees it. */
export async function check(bot: Bot): Promise<Finding[]> {
  try {
    const about = aboutBot(Me.parse(await bot.api.call("getMe")), bot);
    const info = WebhookInfo.parse(await bot.api.call("getWebhookInfo"));
    return [...about, ...aboutWebhook(info, bot)];
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    if (!/^Telegram 40[14]/.test(reason)) return [wrong(`Telegram cannot be asked: ${reason}.`)];
    return [wrong(`Telegram does not know TELEGRAM_TOKEN (${reason}). Get the bot's token from @BotFather: /token.`)];
  }
}

function aboutBot({ username, can_join_groups }: z.infer<typeof Me>, { options: { name } }: Bot): Finding[] {
  const isOther = name !== undefined && name.toLowerCase() !== username.toLowerCase();
  const named = isOther
    ? warning(`TELEGRAM_NAME is ${name}, but the token is that of @${username}: links to the bot lead elsewhere.`)
    : ok(`The token is that of @${username}.`);
  const groups = "The bot can be added to groups, where it does not answer. Tell @BotFather: /setjoingroups, Disable.";
  return [named, ...(can_join_groups ? [warning(groups)] : [])];
}

function aboutWebhook(info: WebhookInfo, bot: Bot): Finding[] {
  const where = whereItLeads(info.url, bot);
  if (where.level === "wrong") return [where];
  const missing = updateKinds.filter((kind) => !info.allowed_updates.includes(kind));
  const unheard = warning(`Telegram does not tell us of ${missing.join(", ")}. ${SET_UP}`);
  return [where, ...(missing.length > 0 ? [unheard] : []), ...howItGoes(info)];
}

/** The address holds a secret, so only its host is told. Whether its secret token is ours Telegram does not show. */
function whereItLeads(url: string, { webhook, options: { publicUrl } }: Bot): Finding {
  if (url === "") return wrong(`No webhook is set, so nothing arrives. ${SET_UP}`);
  const { host, origin, pathname } = new URL(url);
  const isOurs = publicUrl === undefined || origin === new URL(publicUrl).origin;
  if (!isOurs) return wrong(`The webhook leads to ${host}, not to PUBLIC_URL. ${SET_UP}`);
  if (pathname !== `${WEBHOOK}/${webhook.path}`)
    return wrong(`The webhook leads to another address of ${host} (TELEGRAM_TOKEN or the secret changed). ${SET_UP}`);
  const why = whyNotCalled(url);
  return why === undefined ? ok(`The webhook leads to ${host}.`) : wrong(`${why} Set PUBLIC_URL. ${SET_UP}`);
}

function howItGoes({ pending_update_count: waiting, last_error_date: at, last_error_message: words }: WebhookInfo) {
  const isRecent = at !== undefined && at > Date.now() / 1000 - RECENT_SECONDS;
  const since = at === undefined ? "" : new Date(at * 1000).toISOString();
  const refused = words.includes("403") ? ` The secret token is another one. ${SET_UP}` : "";
  return [
    ...(isRecent ? [warning(`Telegram could not reach us at ${since}: ${words}.${refused}`)] : []),
    waiting > MANY_WAIT ? warning(`${waiting} updates wait at Telegram.`) : ok(`${waiting} updates wait at Telegram.`),
  ];
}
