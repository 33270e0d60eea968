import type { NewConversation } from "../channel";
import type { Inbound, InboundMessage } from "./inbound";
import { partIn } from "./ownParts";
import { CHANNEL, type Parts } from "./parts";

/** The page wrote to somebody: we did, which proves it arrived, or somebody of the city in the page's own inbox. */
export async function takeEcho({ message }: Inbound, conversation: NewConversation, parts: Parts): Promise<void> {
  const { options, house } = parts;
  if (!message) return;
  const { app_id: appId, metadata, mid } = message;
  const isOurs = appId === undefined || options.appId === undefined || appId === options.appId;
  const own = isOurs ? partIn(metadata) : undefined;
  if (own) return house.receipts.partSent(own.deliveryId, own.part, mid);
  // Sent by our app, but not by us: by an operator's own hand, or by what was there before.
  if (appId !== undefined && appId === options.appId) return options.onActivity?.("echo");
  // Without a greeting: the conversation is theirs.
  await house.conversations.open(conversation, house.now());
  await house.answeredElsewhere(conversation.id, { channel: CHANNEL, externalId: mid, text: toldIn(message) });
}

function toldIn({ text, attachments = [] }: InboundMessage): string {
  if (text) return text;
  return attachments.some(({ type }) => type === "image") ? "[zdjęcie]" : "[załącznik]";
}
