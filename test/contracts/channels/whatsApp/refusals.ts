import type { PlatformAnswer } from "../platform";

/** Graph's way to refuse. https://developers.facebook.com/documentation/business-messaging/whatsapp/support/error-codes */
export function refusal(status: number, code: number, title: string, details = title): PlatformAnswer {
  return {
    status,
    json: {
      error: {
        message: `(#${code}) ${title}`,
        type: "OAuthException",
        code,
        error_data: { messaging_product: "whatsapp", details },
        fbtrace_id: "Az8or2yhqkZfEZ-_4Qn_Bam",
      },
    },
  };
}

export const refusals = {
  invalid: (details: string) => refusal(400, 100, "Invalid parameter", details),
  expired: refusal(401, 190, "Access token has expired"),
  unknownId: refusal(400, 100, "Unsupported get request. Object does not exist"),
  tooFast: { ...refusal(429, 130429, "Rate limit hit"), headers: { "Retry-After": "1" } },
  tooFastForOne: refusal(400, 131056, "(Business Account, Consumer Account) pair rate limit hit"),
  down: refusal(500, 131000, "Something went wrong"),
  windowClosed: refusal(
    400,
    131047,
    "Re-engagement message",
    "More than 24 hours have passed since the customer last replied",
  ),
  undeliverable: refusal(400, 131026, "Message undeliverable"),
  noTemplate: refusal(404, 132001, "Template name does not exist in the translation"),
};
