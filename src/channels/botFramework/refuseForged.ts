import jwt from "jsonwebtoken";
import { z } from "zod";
import { Refusal } from "../../conversation/refusal";

const Token = z.object({
  header: z.object({ alg: z.enum(["RS256", "RS384", "RS512"]) }),
  payload: z.object({ iss: z.string(), aud: z.string(), exp: z.number() }),
});

/** The SDK allows clocks to differ by this much. */
const CLOCK_SECONDS = 300;

/** Turns away what cannot be genuine before the SDK fetches keys for it and writes stacks to the console. */
export function refuseForged(authorization: string, expected: { appId: string; issuer: string }): void {
  if (!authorization)
    throw new Refusal(401, "Unauthorized", "Send the Bot Connector's token as Authorization: Bearer.");
  const token = Token.safeParse(jwt.decode(authorization.replace(/^Bearer /, ""), { complete: true }));
  const { iss, aud, exp } = token.data?.payload ?? { iss: "", aud: "", exp: 0 };
  const late = exp < Date.now() / 1000 - CLOCK_SECONDS;
  if (!token.success || iss !== expected.issuer || aud !== expected.appId || late) throw forged();
}

const forged = () => new Refusal(403, "Forbidden", "The token is not one of the Bot Connector for this bot.");

/** What the SDK throws when it does not believe a call, or cannot find out, in our words. */
export function refusalOf(error: unknown): Refusal {
  const name = error instanceof Error ? error.name : "";
  const refused =
    error instanceof Error && "statusCode" in error && (error.statusCode === 401 || error.statusCode === 403);
  if (refused || /^(JsonWebToken|TokenExpired|NotBefore)Error$/.test(name)) return forged();
  return new Refusal(503, "CannotVerify", "The token cannot be verified now. Try again in a moment.", {
    "Retry-After": "10",
  });
}
