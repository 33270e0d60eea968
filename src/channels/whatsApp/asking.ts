import { z } from "zod";
import { DeliveryFailure, type Finding } from "../channel";
import { callGraph, type GraphOptions } from "../meta/graph";

/** What checking and setting up need of the settings. */
export type Known = {
  graphUrl: string;
  phoneId: string;
  token: string;
  appSecret: string;
  verifyToken: string;
  accountId: string | undefined;
  template: string | undefined;
};

export const ok = (text: string): Finding => ({ level: "ok", text });
export const warning = (text: string): Finding => ({ level: "warning", text });
export const wrong = (text: string): Finding => ({ level: "wrong", text });

export const graphOf = ({ graphUrl: url, token }: Known): GraphOptions => ({ url, token });

type Ask<T> = { path: string; method?: string; json?: unknown; schema: z.ZodType<T> };
type Answered<T> = { answer: T } | { finding: Finding };

/** Asks Graph; what it refuses becomes a finding that begins with `what`. */
export async function ask<T>(
  what: string,
  { path, method = "GET", json, schema }: Ask<T>,
  graph: GraphOptions,
): Promise<Answered<T>> {
  try {
    return { answer: schema.parse(await callGraph(graph, path, { method, json })) };
  } catch (error) {
    if (error instanceof DeliveryFailure) return { finding: wrong(`${what}: ${meaningOf(error.message)}`) };
    if (error instanceof z.ZodError) return { finding: wrong(`${what}: Graph answered something unexpected.`) };
    throw error;
  }
}

export const Done = z.object({ success: z.literal([true, "true"]) });
const App = z.object({ id: z.string(), name: z.string().default("") });

/** Asks as the app itself, which proves that its secret is the right one. */
export async function askAsApp<T>(what: string, asked: Ask<T>, { known, appId }: AsApp): Promise<Answered<T>> {
  const answered = await ask(what, asked, { url: known.graphUrl, token: `${appId}|${known.appSecret}` });
  if ("answer" in answered || !NOT_US.test(answered.finding.text)) return answered;
  return {
    finding: wrong(`META_APP_SECRET is not the secret of the app ${appId}: App settings → Basic → App secret.`),
  };
}
type AsApp = { known: Known; appId: string };

const NOT_US = /code (1|101|190)\b|Graph 401/;

/** The app the token belongs to. */
export const askApp = (known: Known) => ask("WHATSAPP_TOKEN", { path: "app", schema: App }, graphOf(known));

const meanings: [RegExp, string][] = [
  [
    NOT_US,
    "the token is expired, withdrawn or not one of Meta's. Make a new one of a system user (Business settings → System users → Generate token, never expires).",
  ],
  [
    /code (10|200|3)\b/,
    "the token may not do this. Give its system user the account and the permissions whatsapp_business_messaging and whatsapp_business_management.",
  ],
  [/code (100|33)\b/, "there is nothing with this id, or the token does not see it."],
];

/** What an operator can do about it. */
function meaningOf(reason: string): string {
  const [, meaning] = meanings.find(([sign]) => sign.test(reason)) ?? [];
  return meaning ? `${meaning} (${reason})` : `${reason}.`;
}
