import { generateKeyPairSync } from "node:crypto";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { createRequire } from "node:module";
import jwt from "jsonwebtoken";

export const APP_ID = "11111111-2222-4333-8444-555555555555";
const ISSUER = "https://issuer.example";
const OAUTH_SCOPE = "https://api.botframework.com";

type Received = { path: string; authorization: string; activity: Record<string, unknown> };

const { privateKey, publicKey } = generateKeyPairSync("rsa", { modulusLength: 2048 });
const other = generateKeyPairSync("rsa", { modulusLength: 2048 });

/** What stands in for Azure: an issuer with its keys, and a connector that takes messages, both over real HTTP. */
export async function fakeAzure() {
  const received: Received[] = [];
  const state = { connectorStatus: 201, keysStatus: 200 };

  const server = createServer(async (request, response) => {
    if (request.url === "/openid") return json(response, state.keysStatus, { jwks_uri: `${url()}/keys` });
    if (request.url === "/keys") {
      const key = { ...publicKey.export({ format: "jwk" }), kid: "k1", use: "sig", endorsements: ["msteams"] };
      return json(response, 200, { keys: [key] });
    }
    const { authorization = "" } = request.headers;
    received.push({ path: request.url ?? "", authorization, activity: JSON.parse(await bodyOf(request)) });
    json(response, state.connectorStatus, { id: "made-by-connector" });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  const port = typeof address === "object" && address ? address.port : 0;
  const url = () => `http://127.0.0.1:${port}`;

  return {
    url,
    received,
    state,
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
    close: () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

/** Microsoft's sign-in cannot be reached from a test: its token is put where the SDK keeps it. */
export function giveOutboundToken(): void {
  const inside = createRequire(require.resolve("botbuilder"));
  const { AppCredentials } = inside("botframework-connector");
  const expiresOn = new Date(Date.now() + 3600_000);
  Reflect.get(AppCredentials, "cache").set(`${APP_ID}${OAUTH_SCOPE}-cache`, { accessToken: "from-sign-in", expiresOn });
}

function json(response: ServerResponse, status: number, body: object): void {
  response.writeHead(status, { "Content-Type": "application/json" });
  response.end(JSON.stringify(body));
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk);
  return Buffer.concat(chunks).toString("utf8");
}
