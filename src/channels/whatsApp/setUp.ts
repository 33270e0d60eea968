import type { Finding } from "../channel";
import { ask, askApp, askAsApp, Done, graphOf, type Known, ok, wrong } from "./asking";
import { commands, prompts } from "./texts";

/** Sets our webhook, has the account's messages sent to it, and what residents may tap before they write. */
export async function setUpWhatsApp(known: Known, publicUrl: string): Promise<Finding[]> {
  const app = await askApp(known);
  if ("finding" in app) return [app.finding];
  const { accountId } = known;
  return [
    await setWebhook(known, app.answer.id, publicUrl),
    accountId === undefined
      ? wrong("WHATSAPP_ACCOUNT_ID is not set: without it the account's messages cannot be sent here.")
      : await subscribe(known, accountId),
    await setStarters(known),
  ];
}

async function setWebhook(known: Known, appId: string, publicUrl: string): Promise<Finding> {
  const url = `${publicUrl.replace(/\/+$/, "")}/channels/whatsapp`;
  const json = {
    object: "whatsapp_business_account",
    callback_url: url,
    verify_token: known.verifyToken,
    fields: "messages",
  };
  const call = { path: `${appId}/subscriptions`, method: "POST", json, schema: Done };
  const what = `The webhook ${url} (Meta calls it while it is set: the program must run and be reachable)`;
  const asked = await askAsApp(what, call, { known, appId });
  return "finding" in asked ? asked.finding : ok(`Messages come to ${url} from now on.`);
}

async function subscribe(known: Known, accountId: string): Promise<Finding> {
  const call = { path: `${accountId}/subscribed_apps`, method: "POST", schema: Done };
  const asked = await ask(`WHATSAPP_ACCOUNT_ID ${accountId}`, call, graphOf(known));
  return "finding" in asked ? asked.finding : ok("The account tells the app of its messages.");
}

async function setStarters(known: Known): Promise<Finding> {
  const json = {
    enable_welcome_message: false,
    prompts,
    commands: commands.map(({ name, description }) => ({ command_name: name, command_description: description })),
  };
  const call = { path: `${known.phoneId}/conversational_automation`, method: "POST", json, schema: Done };
  const asked = await ask("First questions and commands", call, graphOf(known));
  return "finding" in asked
    ? asked.finding
    : ok(`${prompts.length} first questions and ${commands.length} commands are set.`);
}
