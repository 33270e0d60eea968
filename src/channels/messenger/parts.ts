import { z } from "zod";
import type { House, NewConversation } from "../channel";
import type { GraphOptions } from "../meta/graph";
import { hashedId } from "../shared/secrets";
import { conversationIdOf } from "./events";

export const CHANNEL = "messenger";

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

/** The options once nothing is missing without which there is no channel. */
export type Connected = MessengerOptions & { pageId: string; token: string; appSecret: string; verifyToken: string };

export type Parts = { options: Connected; house: House };

export const graphOf = ({ graphUrl: url, token, appSecret }: Connected): GraphOptions => ({ url, token, appSecret });

/** As the app itself, for what concerns the app and not the page; undefined while its number is not known. */
export const appGraphOf = ({ graphUrl: url, appId, appSecret }: Connected): GraphOptions | undefined =>
  appId ? { url, token: `${appId}|${appSecret}` } : undefined;

/** Where answers go: the person's id on this page. */
export const Address = z.object({ psid: z.string() });

/** The conversation with somebody on this page. Meta does not say which language they speak: the first words will. */
export function conversationWith(psid: string, { pageId }: Connected): Omit<NewConversation, "greeting"> {
  const address: z.infer<typeof Address> = { psid };
  const id = conversationIdOf(pageId, psid);
  return { id, channel: CHANNEL, residentId: hashedId("fbp", pageId, psid), language: "pl", address };
}
