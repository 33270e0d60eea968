import { generateKeyPairSync } from "node:crypto";
import { createRequire } from "node:module";
import jwt from "jsonwebtoken";
import { z } from "zod";
import { type Call, openPlatform, type PlatformAnswer } from "./platform";

export const APP_ID = "11111111-2222-4333-8444-555555555555";
const ISSUER = "https://issuer.example";
const OAUTH_SCOPE = "https://api.botframework.com";

const Activity = z.looseObject({ type: z.string() });
type Received = { path: string; authorization: string; at: number; id: string; activity: z.infer<typeof Activity> };

const { privateKey, publicKey } = generateKeyPairSync("rsa", { modulusLength: 2048 });
const other = generateKeyPairSync("rsa", { modulusLength: 2048 });

const isActivity = ({ method, path }: Call) => method === "POST" && path.endsWith("/activities");
const activityIn = ({ body }: Call) => Activity.parse(JSON.parse(body.toString("utf8")));

/** What stands in for Azure: an issuer with its keys, a connector that takes messages, and files, all over real HTTP. */
export async function fakeAzure() {
  const received: Received[] = [];
  const files = new Map<string, { bytes: Buffer; withToken: boolean }>();
  const state = { connectorStatus: 201, keysStatus: 200 };

  const answer = (call: Call): PlatformAnswer => {
    if (call.path === "/openid") return { status: state.keysStatus, json: { jwks_uri: `${url()}/keys` } };
    if (call.path === "/keys") {
      const key = { ...publicKey.export({ format: "jwk" }), kid: "k1", use: "sig", endorsements: ["msteams"] };
      return { status: 200, json: { keys: [key] } };
    }
    const { authorization = "" } = call.headers;
    const file = files.get(call.path);
    // A link to a Teams file is refused when somebody else's key comes with it.
    if (file) return authorization === (file.withToken ? OWN : "") ? { status: 200, ...file } : { status: 401 };
    if (!isActivity(call)) return { status: 404 };
    if (authorization !== OWN) return { status: 401 };
    const id = `made-by-connector-${received.length + 1}`;
    received.push({ path: call.path, authorization, at: call.at, id, activity: activityIn(call) });
    return { status: state.connectorStatus, json: { id } };
  };
  // Nobody waits for the sign that we write, so its failures are not of interest.
  const platform = await openPlatform(answer, (call) => isActivity(call) && activityIn(call).type !== "typing");
  const url = () => platform.url;

  return {
    url,
    received,
    state,
    failNext: platform.failNext,
    failShare: platform.failShare,
    /** Every call, also those that failed. */
    calls: platform.calls,
    /** Keeps a file for whoever has the bot's token, or, `withToken: false`, for whoever has no other key than the address. */
    keep(bytes: Buffer, withToken = true): string {
      const path = `/files/${files.size + 1}`;
      files.set(path, { bytes, withToken });
      return `${url()}${path}`;
    },
    /** The settings that make the SDK believe this issuer instead of Microsoft's. */
    cloud: {
      ToBotFromChannelTokenIssuer: ISSUER,
      ToBotFromChannelOpenIdMetadataUrl: `${url()}/openid`,
      ToBotFromEmulatorOpenIdMetadataUrl: `${url()}/openid`,
      ToChannelFromBotLoginUrl: "https://login.microsoftonline.com/botframework.com",
      ToChannelFromBotOAuthScope: OAUTH_SCOPE,
      OAuthUrl: OAUTH_SCOPE,
    },
    token(changes: jwt.SignOptions & { claims?: object; stranger?: boolean } = {}) {
      const { claims, stranger, ...options } = changes;
      return jwt.sign({ serviceurl: url(), ...claims }, stranger ? other.privateKey : privateKey, {
        algorithm: "RS256",
        keyid: "k1",
        issuer: ISSUER,
        audience: APP_ID,
        expiresIn: 600,
        ...options,
      });
    },
    /** HMAC with the public key as secret: the oldest trick against careless checks. */
    confused: () =>
      jwt.sign({ serviceurl: url() }, publicKey.export({ type: "spki", format: "pem" }), {
        algorithm: "HS256",
        keyid: "k1",
        issuer: ISSUER,
        audience: APP_ID,
        expiresIn: 600,
      }),
    close: platform.close,
  };
}

const TOKEN = "from-sign-in";
const OWN = `Bearer ${TOKEN}`;

/** Microsoft's sign-in cannot be reached from a test: its token is put where the SDK keeps it. */
export function giveOutboundToken(): void {
  const inside = createRequire(require.resolve("botbuilder"));
  const { AppCredentials } = inside("botframework-connector");
  const expiresOn = new Date(Date.now() + 3600_000);
  Reflect.get(AppCredentials, "cache").set(`${APP_ID}${OAUTH_SCOPE}-cache`, { accessToken: TOKEN, expiresOn });
}
