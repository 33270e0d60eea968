import type { Channel } from "../channel";

export type MessengerOptions = {
  graphUrl: string;
  pageId: string | undefined;
  token: string | undefined;
  appId: string | undefined;
  appSecret: string | undefined;
  verifyToken: string | undefined;
  humanAgent: boolean;
  messagesPerMinute: number;
  onActivity?(kind: string): void;
};

/** Facebook Messenger; none without a page's id and token. */
export function messenger(_options: MessengerOptions): Channel | undefined {
  return undefined;
}
