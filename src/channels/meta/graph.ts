import { createHmac } from "node:crypto";
import { z } from "zod";
import { DeliveryFailure } from "../channel";
import { type Answer, callPlatform } from "../shared/callPlatform";

export type GraphOptions = {
  /** With its version: https://graph.facebook.com/v25.0 */
  url: string;
  token: string;
  /** The app's; with it each call proves that the token was not stolen, which an app may be set to require. */
  appSecret?: string;
};

/** Graph's errors: code, a finer code, words in English, and whether the same call may work later. */
const GraphError = z.object({
  error: z.looseObject({
    message: z.string().default(""),
    code: z.number().default(0),
    error_subcode: z.number().optional(),
    is_transient: z.boolean().optional(),
  }),
});

/** Calls Meta's Graph API; what it refuses is a `DeliveryFailure` by `failureOf`. */
export async function callGraph(
  { url, token, appSecret }: GraphOptions,
  path: string,
  call: { method?: string; json?: unknown; form?: FormData } = {},
): Promise<unknown> {
  const address = new URL(`${url}/${path}`);
  if (appSecret !== undefined) address.searchParams.set("appsecret_proof", hmac(token, appSecret));
  const answer = await callPlatform(address.href, { ...call, headers: { Authorization: `Bearer ${token}` } });
  if (answer.status < 300) return answer.body;
  throw failureOf(answer);
}

const hmac = (text: string, secret: string): string => createHmac("sha256", secret).update(text).digest("hex");

/**
 * What an error of Graph's means for a delivery. Codes: https://developers.facebook.com/docs/messenger-platform/error-codes
 * and https://developers.facebook.com/docs/whatsapp/cloud-api/support/error-codes
 */
export function failureOf({ status, body, retryAfterSeconds }: Answer): DeliveryFailure {
  const { error } = GraphError.safeParse(body).data ?? { error: { code: 0, message: "" } };
  const { code } = error;
  const subcode = "error_subcode" in error ? error.error_subcode : undefined;
  const reason = `Graph ${status}, code ${code}${subcode === undefined ? "" : `/${subcode}`}`;
  const failure = (kind: DeliveryFailure["kind"], after = retryAfterSeconds) =>
    new DeliveryFailure(kind, reason, after);
  if (outOfWindow(code, subcode)) return failure("window_closed");
  if (blocking.has(code) || blockingSub.has(subcode ?? 0)) return failure("blocked");
  if (code === 10 && subcode === 2018300) return failure("retry", ELSEWHERE_SECONDS);
  if (tooFast.has(code) || status === 429) return failure("slow_down", retryAfterSeconds ?? 5);
  if (tooFastForOne.has(code)) return failure("retry", retryAfterSeconds ?? 6);
  // An expired or withdrawn token: an operator has to set a new one, and nothing is lost until then.
  if (code === 190 || code === 102 || status === 401) return failure("slow_down", 60);
  if (status >= 500 || code === 1 || code === 2 || code === 1200 || ("is_transient" in error && error.is_transient))
    return failure("retry");
  return failure("give_up");
}

/** Messenger #10 with 2018278 (window), WhatsApp 131047 (re-engagement). */
const outOfWindow = (code: number, subcode: number | undefined) =>
  code === 131047 || (code === 10 && (subcode === undefined || subcode === 2018278));
/** 10 with 2018300: another app, mostly the page's own inbox, has the conversation; it gives it up after a while. */
const ELSEWHERE_SECONDS = 600;
/** 551: this person is not available; 131026: undeliverable; 131050: the user stopped marketing messages. */
const blocking = new Set([551, 131026, 131050]);
/** 1545041: message not available; 2018108: the person cannot get messages now. */
const blockingSub = new Set([1545041, 2018108]);
/** 4, 17, 32, 613: too many calls; 80006, 80007: of a page, of a WhatsApp account; 130429: WhatsApp throughput. */
const tooFast = new Set([4, 17, 32, 613, 80006, 80007, 130429]);
/** 131056: too many to the same person. */
const tooFastForOne = new Set([131056]);
