import type { Channel } from "../channel";

export type WhatsAppOptions = {
  graphUrl: string;
  phoneId: string | undefined;
  accountId: string | undefined;
  token: string | undefined;
  appSecret: string | undefined;
  verifyToken: string | undefined;
  /** `name:language` of the approved template that asks a resident to write. */
  template: string | undefined;
  messagesPerMinute: number;
  onActivity?(kind: string): void;
};

/** WhatsApp Cloud API; none without a phone number's id and token. */
export function whatsApp(_options: WhatsAppOptions): Channel | undefined {
  return undefined;
}
