import type { Channel } from "../channel";

export type TelegramOptions = {
  /** https://api.telegram.org, or a server of one's own. */
  apiUrl: string;
  token: string | undefined;
  /** What the webhook's own secret is made of; the same in all processes. */
  secret: string;
  messagesPerMinute: number;
  onActivity?(kind: string): void;
};

/** Telegram; none without a bot's token. */
export function telegram(_options: TelegramOptions): Channel | undefined {
  return undefined;
}
