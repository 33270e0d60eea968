import type { IncomingMessage } from "node:http";
import { botFramework } from "./botFramework/botFramework";
import type { Channel } from "./channel";
import { type ContactFormOptions, contactForm } from "./contactForm/contactForm";
import { directLine } from "./directLine/directLine";
import { type EmailOptions, email } from "./email/email";
import { messenger } from "./messenger/messenger";
import { telegram } from "./telegram/telegram";
import { whatsApp } from "./whatsApp/whatsApp";

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
    META_APP_ID?: string | undefined;
    META_APP_SECRET?: string | undefined;
    META_VERIFY_TOKEN?: string | undefined;
    META_GRAPH_URL: string;
    MESSENGER_PAGE_ID?: string | undefined;
    MESSENGER_TOKEN?: string | undefined;
    MESSENGER_HUMAN_AGENT: "on" | "off";
    WHATSAPP_PHONE_ID?: string | undefined;
    WHATSAPP_ACCOUNT_ID?: string | undefined;
    WHATSAPP_TOKEN?: string | undefined;
    WHATSAPP_TEMPLATE?: string | undefined;
    TELEGRAM_TOKEN?: string | undefined;
    TELEGRAM_API_URL: string;
    TELEGRAM_NAME?: string | undefined;
    PUBLIC_URL?: string | undefined;
  };
  /** Signs residents' tokens; the same in all processes. */
  secret: string;
  addresses: { clientAddress(request: IncomingMessage): string; ownOrigin(request: IncomingMessage): string };
  metrics: { activity(kind: string): void; sockets(open: number): void };
  /** Letters, where they are switched on. */
  email?: EmailOptions | undefined;
  /** The contact form, where it is. */
  form?: ContactFormOptions | undefined;
};

/** Every way in and out. A new channel is one folder and one line here. */
export function channelsFor({ config, secret, addresses, metrics, email: mail, form }: ChannelOptions): Channel[] {
  const { MESSAGES_PER_MINUTE: messagesPerMinute } = config;
  const usual = { messagesPerMinute, onActivity: metrics.activity };
  const meta = {
    graphUrl: config.META_GRAPH_URL,
    appSecret: config.META_APP_SECRET,
    verifyToken: config.META_VERIFY_TOKEN,
  };
  return [
    directLine({
      secret,
      allowedOrigins: config.ALLOWED_ORIGINS,
      resumeDays: config.RESUME_DAYS,
      messagesPerMinute,
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
      publicUrl: config.PUBLIC_URL,
      ...usual,
    }),
    messenger({
      ...meta,
      ...usual,
      appId: config.META_APP_ID,
      pageId: config.MESSENGER_PAGE_ID,
      token: config.MESSENGER_TOKEN,
      humanAgent: config.MESSENGER_HUMAN_AGENT === "on",
    }),
    whatsApp({
      ...meta,
      ...usual,
      phoneId: config.WHATSAPP_PHONE_ID,
      accountId: config.WHATSAPP_ACCOUNT_ID,
      token: config.WHATSAPP_TOKEN,
      template: config.WHATSAPP_TEMPLATE,
    }),
    telegram({
      ...usual,
      apiUrl: config.TELEGRAM_API_URL,
      token: config.TELEGRAM_TOKEN,
      name: config.TELEGRAM_NAME,
      publicUrl: config.PUBLIC_URL,
      secret,
    }),
    email(mail),
    contactForm(form),
  ].filter((channel) => channel !== undefined);
}
