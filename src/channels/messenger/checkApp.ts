import { randomInt } from "node:crypto";
import { z } from "zod";
import type { Finding } from "../channel";
import type { GraphOptions } from "../meta/graph";
import { callPlatform } from "../shared/callPlatform";
import { ask, ok, warning, wrong } from "./ask";
import { appGraphOf, type Connected } from "./parts";
import { missingOf, WEBHOOK } from "./subscription";

const Debugged = z.looseObject({
  data: z.looseObject({
    app_id: z.coerce.string().optional(),
    expires_at: z.number().default(0),
    scopes: z.array(z.string()).default([]),
  }),
});
const Subscriptions = z.looseObject({
  data: z.array(
    z.looseObject({
      object: z.string(),
      callback_url: z.string().default(""),
      active: z.boolean().default(true),
      fields: z.array(z.looseObject({ name: z.string() })).default([]),
    }),
  ),
});

/** What is wrong with the app: its secret, what it may do, and where Meta tells it what happens. */
export async function checkApp(options: Connected): Promise<Finding[]> {
  const graph = appGraphOf(options);
  if (!graph)
    return [
      warning(
        "META_APP_ID is not set: the app's secret and webhook cannot be checked, and other apps' messages are told from ours by their mark only.",
      ),
    ];
  const token = await checkSecret(graph, options);
  return token.some(({ level }) => level === "wrong") ? token : [...token, await checkWebhook(graph, options)];
}

/** Only the app's own number and secret may look into a token. */
async function checkSecret(graph: GraphOptions, { appId, token }: Connected): Promise<Finding[]> {
  const path = `debug_token?input_token=${encodeURIComponent(token)}`;
  const { answer, reason } = await ask(graph, path, Debugged);
  if (!answer) return [wrong(`META_APP_ID and META_APP_SECRET do not fit together (${reason}).`)];
  const { app_id: tokensApp, expires_at: expires, scopes } = answer.data;
  if (tokensApp !== undefined && tokensApp !== appId)
    return [wrong(`MESSENGER_TOKEN was made for the app ${tokensApp}, META_APP_ID is ${appId}.`)];
  const lacking = ["pages_messaging", "pages_manage_metadata"].filter((scope) => !scopes.includes(scope));
  const until = new Date(expires * 1000).toISOString().slice(0, 10);
  return [
    ok("META_APP_ID and META_APP_SECRET fit together."),
    ...(lacking.length > 0 ? [wrong(`MESSENGER_TOKEN lacks the permission ${lacking.join(" and ")}.`)] : []),
    ...(expires > 0 ? [warning(`MESSENGER_TOKEN ends on ${until}: take one that does not expire.`)] : []),
  ];
}

async function checkWebhook(graph: GraphOptions, options: Connected): Promise<Finding> {
  const { answer, reason } = await ask(graph, `${options.appId}/subscriptions`, Subscriptions);
  if (!answer) return wrong(`it cannot be read where Meta tells what happens (${reason}).`);
  const page = answer.data.find(({ object }) => object === "page");
  const run = 'run "npm run channels -- setup"';
  if (!page?.callback_url.endsWith(WEBHOOK)) return wrong(`the app has no webhook of ours for its pages: ${run}.`);
  if (!page.active) return wrong(`Meta has stopped calling ${page.callback_url}: see that it answers, then ${run}.`);
  const missing = missingOf(page.fields.map(({ name }) => name));
  if (missing.length > 0) return wrong(`the app's webhook leaves out ${missing.join(", ")}: ${run}.`);
  return shakeHands(page.callback_url, options);
}

/** Asks our own address as Meta would. From within, it may be out of reach though Meta gets there. */
async function shakeHands(address: string, { verifyToken }: Connected): Promise<Finding> {
  const challenge = randomInt(1_000_000_000);
  const asked = { "hub.mode": "subscribe", "hub.verify_token": verifyToken, "hub.challenge": String(challenge) };
  try {
    const { status, body } = await callPlatform(`${address}?${new URLSearchParams(asked)}`, { method: "GET" });
    if (status === 200 && body === challenge) return ok(`the webhook ${address} answers.`);
    return wrong(`the webhook ${address} answers ${status}, not as ours does: is META_VERIFY_TOKEN the same there?`);
  } catch {
    return warning(`the webhook ${address} cannot be reached from here.`);
  }
}
