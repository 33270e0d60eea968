import { z } from "zod";
import { DeliveryFailure } from "../channel";

const Headers = z.custom<{ get(name: string): unknown }>(
  (headers) => typeof headers === "object" && headers !== null && "get" in headers,
);
/** What the SDK throws when a connector refuses. */
const Refused = z.object({
  statusCode: z.number(),
  code: z.string().max(100).optional().catch(undefined),
  response: z.object({ headers: Headers }).optional().catch(undefined),
});
/** What it throws when the sign-in gives no token. */
const NoToken = z.object({ errorCode: z.string() });

const PAUSE_SECONDS = 60;

/** Why a message could not be sent, out of what the SDK threw. */
export function failureOf(error: unknown): DeliveryFailure {
  const refused = Refused.safeParse(error).data;
  if (refused) return refusedBy(refused);
  if (NoToken.safeParse(error).success)
    return new DeliveryFailure("slow_down", "Azure gives no token for the app id and password", PAUSE_SECONDS);
  return new DeliveryFailure("retry", error instanceof Error ? error.message : String(error));
}

function refusedBy({ statusCode, code, response }: z.infer<typeof Refused>): DeliveryFailure {
  const told = Number(response?.headers.get("retry-after"));
  const after = told > 0 ? told : undefined;
  const reason = `the connector answered ${statusCode}${code ? ` ${code}` : ""}`;
  if (statusCode === 401) return new DeliveryFailure("slow_down", reason, PAUSE_SECONDS);
  if (statusCode === 403) return new DeliveryFailure("blocked", reason);
  if (statusCode === 429) return new DeliveryFailure("slow_down", reason, after ?? 5);
  // Teams says 412 when two wrote at once; it takes the same a moment later.
  if (statusCode === 412 || statusCode === 408 || statusCode >= 500) return new DeliveryFailure("retry", reason, after);
  return new DeliveryFailure("give_up", reason);
}
