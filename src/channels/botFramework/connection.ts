import type {
  Activity,
  CloudAdapter,
  ConfigurationBotFrameworkAuthentication,
  ConversationReference,
} from "botbuilder";
import jwt from "jsonwebtoken";
import { z } from "zod";
import { Refusal } from "../../conversation/refusal";

export type BotFrameworkOptions = {
  /** Without one there is no such channel: the SDK would switch its authentication off. */
  appId: string | undefined;
  password: string | undefined;
  appType: "MultiTenant" | "SingleTenant";
  tenantId?: string | undefined;
  messagesPerMinute: number;
  /** Told of activities that carry no message, by kind. */
  onActivity?(kind: string): void;
  /** Another cloud than Azure's public one, in the SDK's own words. */
  cloud?: Record<string, string>;
};

type Sdk = { adapter: CloudAdapter; authentication: ConfigurationBotFrameworkAuthentication };

/** The SDK behind three words; nothing of it is seen outside. */
export type Connection = {
  /** Runs `work` when the call is genuine; refuses otherwise. */
  receive(authorization: string, activity: Activity, work: () => Promise<void>): Promise<void>;
  send(reference: Partial<ConversationReference>, activity: Partial<Activity>): Promise<void>;
  /** Loads the SDK, which takes a while, before the first call does. */
  warm(): void;
};

const PUBLIC_ISSUER = "https://api.botframework.com";
const PATIENCE_MS = 20_000;

export function connect(options: BotFrameworkOptions & { appId: string }): Connection {
  const { appId } = options;
  let loading: Promise<Sdk> | undefined;
  const sdk = () => (loading ??= load(options));

  return {
    warm: () => void sdk().catch(() => {}),
    async receive(authorization, activity, work) {
      refuseForged(authorization, { appId, issuer: options.cloud?.ToBotFromChannelTokenIssuer ?? PUBLIC_ISSUER });
      const { adapter, authentication } = await sdk();
      // The signature, the keys' endorsements and the claim about the service's address are the SDK's to check.
      const genuine = await inTime(authentication.authenticateRequest(activity, authorization)).catch(
        (error: unknown) => {
          throw refusalOf(error);
        },
      );
      let failure: { error: unknown } | undefined;
      await adapter.processActivityDirect(genuine, activity, async () => {
        await work().catch((error: unknown) => {
          failure = { error };
        });
      });
      if (failure) throw failure.error;
    },
    async send(reference, activity) {
      const { adapter } = await sdk();
      const sending = adapter.continueConversationAsync(appId, reference, async (context) => {
        // The continuation has an id nobody knows; clients that look for the answered message would wait for it.
        context.onSendActivities(async (_, activities, next) => {
          for (const one of activities) delete one.replyToId;
          return next();
        });
        await context.sendActivity(activity);
      });
      await inTime(sending);
    },
  };
}

async function load(options: BotFrameworkOptions & { appId: string }): Promise<Sdk> {
  const { CloudAdapter, ConfigurationBotFrameworkAuthentication } = await import("botbuilder");
  const authentication = new ConfigurationBotFrameworkAuthentication({
    MicrosoftAppId: options.appId,
    MicrosoftAppPassword: options.password ?? "",
    MicrosoftAppType: options.appType,
    ...(options.tenantId && { MicrosoftAppTenantId: options.tenantId }),
    ...options.cloud,
  });
  return { adapter: new CloudAdapter(authentication), authentication };
}

const Token = z.object({
  header: z.object({ alg: z.enum(["RS256", "RS384", "RS512"]) }),
  payload: z.object({ iss: z.string(), aud: z.string(), exp: z.number() }),
});

/** The SDK allows clocks to differ by this much. */
const CLOCK_SECONDS = 300;

/** Turns away what cannot be genuine before the SDK fetches keys for it and writes stacks to the console. */
function refuseForged(authorization: string, expected: { appId: string; issuer: string }): void {
  if (!authorization)
    throw new Refusal(401, "Unauthorized", "Send the Bot Connector's token as Authorization: Bearer.");
  const token = Token.safeParse(jwt.decode(authorization.replace(/^Bearer /, ""), { complete: true }));
  const { iss, aud, exp } = token.data?.payload ?? { iss: "", aud: "", exp: 0 };
  const late = exp < Date.now() / 1000 - CLOCK_SECONDS;
  if (!token.success || iss !== expected.issuer || aud !== expected.appId || late) throw forged();
}

const forged = () => new Refusal(403, "Forbidden", "The token is not one of the Bot Connector for this bot.");

function refusalOf(error: unknown): Refusal {
  const name = error instanceof Error ? error.name : "";
  const refused =
    error instanceof Error && "statusCode" in error && (error.statusCode === 401 || error.statusCode === 403);
  if (refused || /^(JsonWebToken|TokenExpired|NotBefore)Error$/.test(name)) return forged();
  return new Refusal(503, "CannotVerify", "The token cannot be verified now. Try again in a moment.", {
    "Retry-After": "10",
  });
}

async function inTime<T>(work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`no answer within ${PATIENCE_MS / 1000} s`)), PATIENCE_MS);
  });
  return Promise.race([work, late]).finally(() => clearTimeout(timer));
}
