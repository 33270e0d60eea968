import { z } from "zod";
import type { Finding } from "../channel";
import { ask, askApp, askAsApp, graphOf, type Known, ok, warning, wrong } from "./asking";

const Phone = z.object({
  display_phone_number: z.string().default(""),
  verified_name: z.string().default(""),
  quality_rating: z.string().optional(),
  status: z.string().optional(),
});
const Subscribed = z.object({
  data: z.array(z.object({ whatsapp_business_api_data: z.object({ id: z.string() }).optional() })),
});
const Subscriptions = z.object({
  data: z.array(
    z.object({
      object: z.string(),
      callback_url: z.string().default(""),
      active: z.boolean().default(true),
      fields: z.array(z.object({ name: z.string() })).default([]),
    }),
  ),
});
const Templates = z.object({
  data: z.array(
    z.object({
      name: z.string(),
      language: z.string(),
      status: z.string(),
      components: z.array(z.object({ text: z.string().default("") })).default([]),
    }),
  ),
});

/** Asks Graph for everything without which no message comes or goes, and says what to do about what is missing. */
export async function checkWhatsApp(known: Known): Promise<Finding[]> {
  const app = await askApp(known);
  const findings = [await checkPhone(known)];
  if ("finding" in app) return [app.finding, ...findings];
  findings.push(await checkWebhook(known, app.answer.id));
  if (known.accountId === undefined)
    return [...findings, wrong("WHATSAPP_ACCOUNT_ID is not set: whether its messages come here cannot be checked.")];
  findings.push(await checkSubscribed(known, known.accountId, app.answer));
  return [...findings, await checkTemplate(known, known.accountId)];
}

async function checkPhone(known: Known): Promise<Finding> {
  const path = `${known.phoneId}?fields=display_phone_number,verified_name,quality_rating,status`;
  const asked = await ask(`WHATSAPP_PHONE_ID ${known.phoneId}`, { path, schema: Phone }, graphOf(known));
  if ("finding" in asked) return asked.finding;
  const { display_phone_number: number, verified_name: name, quality_rating: quality, status } = asked.answer;
  const it = `The number ${number} (${name})`;
  if (status !== undefined && status !== "CONNECTED")
    return wrong(`${it} is ${status}, not CONNECTED: register it in WhatsApp Manager → Phone numbers.`);
  if (quality === "RED") return warning(`${it} has the quality rating RED: residents block or report it.`);
  return ok(`${it} is connected.`);
}

async function checkWebhook(known: Known, appId: string): Promise<Finding> {
  const call = { path: `${appId}/subscriptions`, schema: Subscriptions };
  const asked = await askAsApp(`The webhook of the app ${appId}`, call, { known, appId });
  if ("finding" in asked) return asked.finding;
  const here = asked.answer.data.find(({ object, active }) => object === "whatsapp_business_account" && active);
  if (!here) return wrong("The app has no webhook for WhatsApp: run `npm run channels -- setup`.");
  const { callback_url: url, fields } = here;
  if (!url.endsWith("/channels/whatsapp"))
    return wrong(`The app's webhook is ${url}; it must end with /channels/whatsapp.`);
  if (!fields.some(({ name }) => name === "messages"))
    return wrong('The webhook is not subscribed to the field "messages": run `npm run channels -- setup`.');
  return ok(`Messages come to ${url}.`);
}

async function checkSubscribed(known: Known, accountId: string, app: { id: string; name: string }): Promise<Finding> {
  const asked = await ask(
    `WHATSAPP_ACCOUNT_ID ${accountId}`,
    { path: `${accountId}/subscribed_apps`, schema: Subscribed },
    graphOf(known),
  );
  if ("finding" in asked) return asked.finding;
  const isThere = asked.answer.data.some(({ whatsapp_business_api_data: one }) => one?.id === app.id);
  if (isThere) return ok(`The account tells the app ${app.name || app.id} of its messages.`);
  return wrong(
    `The account does not tell the app ${app.name || app.id} of anything: run \`npm run channels -- setup\`.`,
  );
}

async function checkTemplate(known: Known, accountId: string): Promise<Finding> {
  const { template } = known;
  if (template === undefined)
    return warning(
      "WHATSAPP_TEMPLATE is not set: 24 hours after a resident wrote, answers wait until they write again.",
    );
  const [name = "", language = ""] = template.split(":");
  const query = new URLSearchParams({ name, fields: "name,language,status,components" });
  const path = `${accountId}/message_templates?${query}`;
  const asked = await ask(`WHATSAPP_TEMPLATE ${template}`, { path, schema: Templates }, graphOf(known));
  if ("finding" in asked) return asked.finding;
  const named = asked.answer.data.filter((one) => one.name === name);
  const found = named.find((one) => one.language === language);
  if (!found) {
    const others = named.map((one) => one.language).join(", ");
    return wrong(
      `There is no template ${name} in "${language}"${others && `, only in ${others}`}: WhatsApp Manager → Templates.`,
    );
  }
  if (found.status !== "APPROVED") return wrong(`The template ${template} is ${found.status}, not APPROVED.`);
  if (found.components.some(({ text }) => text.includes("{{")))
    return wrong(`The template ${template} has variables; it must have none, for nothing is filled in.`);
  return ok(`The template ${template} is approved.`);
}
