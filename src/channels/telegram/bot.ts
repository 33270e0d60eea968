import { createHmac } from "node:crypto";
import { hashedId } from "../shared/secrets";
import { type BotApi, openBotApi } from "./botApi";

export const NAME = "telegram";

export type TelegramOptions = {
  /** https://api.telegram.org, or a server of one's own. */
  apiUrl: string;
  token: string | undefined;
  /** What the webhook's own secret is made of; the same in all processes. */
  secret: string;
  messagesPerMinute: number;
  onActivity?(kind: string): void;
  /** The bot's user name and our own address as they are set, so that `check` can compare them. */
  name?: string | undefined;
  publicUrl?: string | undefined;
};

/** One bot: how to call it, and how Telegram shows that it is Telegram who calls us. */
export type Bot = {
  api: BotApi;
  options: TelegramOptions;
  webhook: { path: string; secretToken: string };
  /** Our id of a chat: Telegram's own is the id of a person. */
  conversationIdOf(chatId: number): string;
};

/** All processes derive the same secrets, and others as soon as the token is a new one. */
export function openBot(options: TelegramOptions, token: string): Bot {
  const derived = (what: string) => createHmac("sha256", options.secret).update(`telegram ${what} ${token}`);
  const [botId = ""] = token.split(":");
  return {
    api: openBotApi({ apiUrl: options.apiUrl, token }),
    options,
    webhook: {
      path: derived("path").digest("base64url"),
      secretToken: derived("secret token").digest("base64url"),
    },
    conversationIdOf: (chatId) => hashedId("tg", botId, String(chatId)),
  };
}
