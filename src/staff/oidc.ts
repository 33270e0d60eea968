import type * as OpenIdClient from "openid-client" with { "resolution-mode": "import" };
import { z } from "zod";
import type { KnownAccount } from "./doors";
import type { StaffParts } from "./parts";
import { seal, unseal } from "./sealed";

const CALLBACK = "/console/api/session/oidc/callback";
const TIMEOUT_SECONDS = 5;
/** Hosts whose traffic never leaves the machine; every other provider needs https. */
const LOOPBACK = ["127.0.0.1", "[::1]", "localhost"];

type Client = { library: typeof OpenIdClient; provider: OpenIdClient.Configuration; redirectUri: string };
type Settings = NonNullable<StaffParts["settings"]["oidc"]>;

/** What the browser keeps, sealed, while it is at the provider's. */
const Ticket = z.strictObject({ state: z.string(), nonce: z.string(), verifier: z.string(), until: z.number() });

const discovered = new WeakMap<Settings, Promise<Client>>();

/** The provider as it describes itself; asked once, and again after a failure. */
function clientOf({ settings: { oidc, publicUrl } }: StaffParts): Promise<Client> {
  if (!oidc || !publicUrl) return Promise.reject(new Error("no identity provider is set up"));
  const known = discovered.get(oidc);
  if (known) return known;
  const asked = discover(oidc, publicUrl);
  discovered.set(oidc, asked);
  asked.catch(() => discovered.delete(oidc));
  return asked;
}

async function discover({ issuer, clientId, clientSecret }: Settings, publicUrl: string): Promise<Client> {
  // The package is an ES module; this program is not.
  const library = await import("openid-client");
  const server = new URL(issuer);
  const execute =
    server.protocol === "http:" && LOOPBACK.includes(server.hostname) ? [library.allowInsecureRequests] : [];
  const secret = library.ClientSecretBasic(clientSecret);
  const provider = await library.discovery(server, clientId, {}, secret, { timeout: TIMEOUT_SECONDS, execute });
  return { library, provider, redirectUri: publicUrl + CALLBACK };
}

/** Where to send the browser, and what it has to bring back. */
export async function beginAtProvider(
  parts: StaffParts,
  ticketSeconds: number,
): Promise<{ url: string; ticket: string }> {
  const { library, provider, redirectUri } = await clientOf(parts);
  const verifier = library.randomPKCECodeVerifier();
  const [state, nonce] = [library.randomState(), library.randomNonce()];
  const url = library.buildAuthorizationUrl(provider, {
    redirect_uri: redirectUri,
    scope: "openid email profile",
    code_challenge: await library.calculatePKCECodeChallenge(verifier),
    code_challenge_method: "S256",
    state,
    nonce,
  });
  const until = parts.now().getTime() + ticketSeconds * 1000;
  return { url: url.href, ticket: seal(JSON.stringify({ state, nonce, verifier, until }), sealOf(parts)) };
}

/** What the provider says of a person. Names are compared with logins, in small letters. */
export type Vouched = { subject: string; names: string[] };

/** Why nobody came in; the login page has words for each. */
export type NotVouched = "expired" | "cancelled" | "refused" | "provider_unreachable";

/** Redeems what the browser brought back: state, nonce and PKCE must be those of its ticket, the token signed by the provider. */
export async function finishAtProvider(
  query: Record<string, string>,
  ticket: string | undefined,
  parts: StaffParts,
): Promise<Vouched | NotVouched> {
  const kept = readTicket(ticket, parts);
  if (!kept || query.state !== kept.state) return "expired";
  // The person said no, or the provider did.
  if (query.error !== undefined) return "cancelled";
  try {
    return await redeem(query, kept, await clientOf(parts));
  } catch (error) {
    const code = typeof error === "object" && error !== null && "code" in error ? String(error.code) : "";
    parts.log.warn("staff_oidc_failed", { error: error instanceof Error ? error.message : String(error), code });
    // What was answered, but not as it should, has such a code; what was not answered has none or this one.
    return code.startsWith("OAUTH_") && code !== "OAUTH_TIMEOUT" ? "refused" : "provider_unreachable";
  }
}

async function redeem(query: Record<string, string>, kept: z.infer<typeof Ticket>, client: Client): Promise<Vouched> {
  const { library, provider, redirectUri } = client;
  const address = new URL(redirectUri);
  address.search = new URLSearchParams(query).toString();
  const tokens = await library.authorizationCodeGrant(provider, address, {
    expectedState: kept.state,
    expectedNonce: kept.nonce,
    pkceCodeVerifier: kept.verifier,
    idTokenExpected: true,
  });
  const claims = tokens.claims();
  if (!claims) throw new Error("the provider sent no ID token");
  // Many providers tell names only at the userinfo endpoint.
  const hasNames = claims.email !== undefined || claims.preferred_username !== undefined;
  const told =
    hasNames || !provider.serverMetadata().userinfo_endpoint
      ? claims
      : await library.fetchUserInfo(provider, tokens.access_token, claims.sub);
  // A subject means something only together with who gave it.
  return { subject: `${claims.iss}|${claims.sub}`, names: namesIn(told) };
}

function namesIn({ email, email_verified, preferred_username }: Record<string, unknown>): string[] {
  const verified = email_verified === true ? [email] : [];
  return [...verified, preferred_username].flatMap((name) => (typeof name === "string" ? [name.toLowerCase()] : []));
}

/** The account of a person; the first time it is found by its login and tied to the subject. Never makes one. */
export async function accountOf(
  { subject, names }: Vouched,
  { store, log }: StaffParts,
): Promise<KnownAccount | "unknown_account" | "disabled"> {
  const known = await store.accounts.withSubject(subject);
  if (known) return known.disabled ? "disabled" : known;
  for (const name of names) {
    const account = await store.accounts.withLogin(name);
    if (!account || account.oidc) continue;
    if (account.disabled) return "disabled";
    if (!(await store.accounts.tie(account.id, subject))) continue;
    log.info("staff_oidc_tied", { account: account.id });
    return { ...account, oidc: true };
  }
  return "unknown_account";
}

function readTicket(ticket: string | undefined, parts: StaffParts): z.infer<typeof Ticket> | undefined {
  const text = ticket === undefined ? undefined : unseal(ticket, sealOf(parts));
  if (text === undefined) return undefined;
  const read = Ticket.safeParse(JSON.parse(text));
  return read.success && read.data.until > parts.now().getTime() ? read.data : undefined;
}

const sealOf = ({ secret }: StaffParts) => ({ secret, purpose: "identity provider", owner: "browser" }) as const;
