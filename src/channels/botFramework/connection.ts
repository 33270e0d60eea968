import type {
  Activity,
  CloudAdapter,
  ConfigurationBotFrameworkAuthentication,
  ConfigurationServiceClientCredentialFactory,
  ConversationReference,
  TurnContext,
} from "botbuilder";
import { z } from "zod";
import { refusalOf, refuseForged } from "./refuseForged";

export type BotFrameworkOptions = {
  /** Without one there is no such channel: the SDK would switch its authentication off. */
  appId: string | undefined;
  password: string | undefined;
  appType: "MultiTenant" | "SingleTenant";
  tenantId?: string | undefined;
  /** The address Azure is to call. */
  publicUrl?: string | undefined;
  messagesPerMinute: number;
  /** Told of activities that carry no message, by kind. */
  onActivity?(kind: string): void;
  /** Another cloud than Azure's public one, in the SDK's own words. */
  cloud?: Record<string, string>;
};

type Sdk = {
  adapter: CloudAdapter;
  authentication: ConfigurationBotFrameworkAuthentication;
  credentials: ConfigurationServiceClientCredentialFactory;
};

/** The SDK behind four words; nothing of it is seen outside. */
export type Connection = {
  /** Runs `work` when the call is genuine; refuses otherwise. */
  receive(authorization: string, activity: Activity, work: () => Promise<void>): Promise<void>;
  /** Sends once and does not try again; answers the platform's id where it has one. */
  send(reference: Partial<ConversationReference>, activity: Partial<Activity>): Promise<string | undefined>;
  /** The bot's own token, for what the platform gives only to it. */
  token(): Promise<string>;
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
      let sent: string | undefined;
      const sending = adapter.continueConversationAsync(appId, reference, async (context) => {
        // The continuation has an id nobody knows; clients that look for the answered message would wait for it.
        context.onSendActivities(async (_, activities, next) => {
          for (const one of activities) delete one.replyToId;
          return next();
        });
        sendOnce(context, adapter);
        sent = (await context.sendActivity(activity))?.id;
      });
      await inTime(sending);
      return sent || undefined;
    },
    token: async () => inTime(tokenOf(await sdk(), { ...options.cloud, appId })),
  };
}

async function load(options: BotFrameworkOptions & { appId: string }): Promise<Sdk> {
  const { CloudAdapter, ConfigurationBotFrameworkAuthentication, ConfigurationServiceClientCredentialFactory } =
    await import("botbuilder");
  const app = {
    MicrosoftAppId: options.appId,
    MicrosoftAppPassword: options.password ?? "",
    MicrosoftAppType: options.appType,
    ...(options.tenantId && { MicrosoftAppTenantId: options.tenantId }),
  };
  const credentials = new ConfigurationServiceClientCredentialFactory(app);
  const authentication = new ConfigurationBotFrameworkAuthentication({ ...app, ...options.cloud }, credentials);
  return { adapter: new CloudAdapter(authentication), authentication, credentials };
}

const PUBLIC_SCOPE = "https://api.botframework.com";
const PUBLIC_LOGIN = "https://login.microsoftonline.com/botframework.com";

type Cloud = { appId: string; ToChannelFromBotOAuthScope?: string; ToChannelFromBotLoginUrl?: string };

async function tokenOf({ credentials: made }: Sdk, cloud: Cloud): Promise<string> {
  const { appId, ToChannelFromBotOAuthScope: scope, ToChannelFromBotLoginUrl: login } = cloud;
  const credentials = await made.createCredentials(appId, scope ?? PUBLIC_SCOPE, login ?? PUBLIC_LOGIN, true);
  if (!("getToken" in credentials) || typeof credentials.getToken !== "function")
    throw new Error("the SDK has no token to give");
  return z
    .string()
    .min(1)
    .parse(await credentials.getToken());
}

const Retrying = z.object({
  pipeline: z.custom<{ removePolicy(policy: { name: string }): unknown }>(
    (pipeline) => typeof pipeline === "object" && pipeline !== null && "removePolicy" in pipeline,
  ),
});

/** The SDK would try again by itself: a message whose answer got lost would arrive twice, and nobody would hear of limits. */
function sendOnce({ turnState }: TurnContext, { ConnectorClientKey }: CloudAdapter): void {
  const client: unknown = turnState.get(ConnectorClientKey);
  if (typeof client !== "object" || client === null) return;
  Retrying.parse(Reflect.get(client, "client")).pipeline.removePolicy({ name: "defaultRetryPolicy" });
}

async function inTime<T>(work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`no answer within ${PATIENCE_MS / 1000} s`)), PATIENCE_MS);
  });
  return Promise.race([work, late]).finally(() => clearTimeout(timer));
}
