import type { IncomingMessage } from "node:http";
import { botFramework } from "./botFramework/botFramework";
import type { Channel } from "./channel";
import { directLine } from "./directLine/directLine";

/** What the channels need to know, as far as it is configured. */
export type ChannelOptions = {
  config: {
    ALLOWED_ORIGINS: string[];
    RESUME_DAYS: number;
    MESSAGES_PER_MINUTE: number;
    CONVERSATIONS_PER_MINUTE: number;
    UPLOAD_MEGABYTES: number;
    MICROSOFT_APP_ID?: string | undefined;
    MICROSOFT_APP_PASSWORD?: string | undefined;
    MICROSOFT_APP_TYPE: "MultiTenant" | "SingleTenant";
    MICROSOFT_APP_TENANT_ID?: string | undefined;
  };
  /** Signs residents' tokens; the same in all processes. */
  secret: string;
  addresses: { clientAddress(request: IncomingMessage): string; ownOrigin(request: IncomingMessage): string };
  metrics: { activity(kind: string): void; sockets(open: number): void };
};

/** Every way in and out. A new channel is one folder and one line here. */
export function channelsFor({ config, secret, addresses, metrics }: ChannelOptions): Channel[] {
  return [
    directLine({
      secret,
      allowedOrigins: config.ALLOWED_ORIGINS,
      resumeDays: config.RESUME_DAYS,
      messagesPerMinute: config.MESSAGES_PER_MINUTE,
      conversationsPerMinute: config.CONVERSATIONS_PER_MINUTE,
      uploadMegabytes: config.UPLOAD_MEGABYTES,
      clientAddress: addresses.clientAddress,
      ownOrigin: addresses.ownOrigin,
      onActivity: metrics.activity,
      onSockets: metrics.sockets,
    }),
    botFramework({
      appId: config.MICROSOFT_APP_ID,
      password: config.MICROSOFT_APP_PASSWORD,
      appType: config.MICROSOFT_APP_TYPE,
      tenantId: config.MICROSOFT_APP_TENANT_ID,
      messagesPerMinute: config.MESSAGES_PER_MINUTE,
      onActivity: metrics.activity,
    }),
  ].filter((channel) => channel !== undefined);
}
