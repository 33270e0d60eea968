import { createSecretKey, randomBytes } from "node:crypto";
import jwt from "jsonwebtoken";
import { z } from "zod";
import { Refusal } from "../../conversation/refusal";

/** Whom a token speaks for, and in which conversation. */
export type Bearer = { conv: string; user: string };

/**
 * `talk` is what clients send with every call; `resume` only buys a new `talk` token, days later; `stream` opens one
 * WebSocket; `file` opens one file.
 */
type TokenKind = "talk" | "resume" | "stream" | "file";

export type Tokens = {
  issue(kind: TokenKind, bearer: Bearer, extra?: { file: string }): string;
  /** Whom the token speaks for; undefined when it is expired, forged or of another kind. */
  read(kind: TokenKind, token: string): (Bearer & { jti: string; file?: string | undefined }) | undefined;
};

/** Official clients refresh every 15 minutes, assuming this life. */
export const TALK_SECONDS = 30 * 60;
export const STREAM_SECONDS = 60;

const Payload = z.object({
  conv: z.string(),
  user: z.string(),
  jti: z.string(),
  file: z.string().optional(),
});

export const randomId = () => randomBytes(16).toString("base64url");

export function createTokens(options: { secret: string; resumeDays: number; now(): Date }): Tokens {
  const { resumeDays, now } = options;
  // A string would be tried as a public key at every call, which takes longer than everything else here.
  const secret = createSecretKey(Buffer.from(options.secret));
  const lives: Record<TokenKind, number> = {
    talk: TALK_SECONDS,
    resume: resumeDays * 24 * 3600,
    stream: STREAM_SECONDS,
    file: TALK_SECONDS,
  };
  const seconds = () => Math.floor(now().getTime() / 1000);
  return {
    issue(kind, { conv, user }, extra) {
      const payload = { conv, user, ...extra, jti: randomId(), iat: seconds(), exp: seconds() + lives[kind] };
      return jwt.sign(payload, secret, { algorithm: "HS256", issuer: "hejnal", audience: `directline:${kind}` });
    },
    read(kind, token) {
      try {
        const payload = jwt.verify(token, secret, {
          algorithms: ["HS256"],
          issuer: "hejnal",
          audience: `directline:${kind}`,
          clockTimestamp: seconds(),
        });
        return Payload.parse(payload);
      } catch {
        return undefined;
      }
    },
  };
}

/** The token of an `Authorization: Bearer` header; empty without one. */
export function bearerToken(header: string | undefined): string {
  return header?.match(/^Bearer\s+(\S+)$/i)?.[1] ?? "";
}

/** Official clients take 403, and only 403, for "this token will not do any more". */
export const tokenRefused = () =>
  new Refusal(
    403,
    "TokenExpired",
    "The token is missing, expired or of another conversation. Get one from tokens/generate.",
  );
