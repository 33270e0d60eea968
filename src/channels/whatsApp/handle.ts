import { type ChannelEvent, DeliveryFailure, type House, NotNow, type ReceiptState } from "../channel";
import type { GraphOptions } from "../meta/graph";
import { pressedTitle } from "../shared/press";
import { takeMessage } from "../shared/takeMessage";
import { conversationIdOf, StoredMessage } from "./eventsIn";
import { fetchMedia } from "./media";
import { type Media, readMessage } from "./readMessage";
import { partOf, showTyping } from "./send";
import { type Address, Status } from "./wire";

export const NAME = "whatsapp";

type Parts = { house: House; graph: GraphOptions; phoneId: string; messagesPerMinute: number };

/** Looks into a stored event: what a resident sent, or what became of what we did. */
export async function handleEvent(event: ChannelEvent, parts: Parts): Promise<void> {
  if (event.kind === "status") await recordStatus(Status.parse(event.payload), parts.house);
  else await takeIn(event, parts);
}

const states: Record<Status["status"], ReceiptState> = {
  sent: "sent",
  delivered: "delivered",
  read: "read",
  played: "read",
  failed: "failed",
};

async function recordStatus({ id, status, errors, ...told }: Status, { receipts }: House): Promise<void> {
  const own = partOf(told.biz_opaque_callback_data);
  // It may come before the answer to our call, or instead of it.
  if (own) await receipts.partSent(own.deliveryId, own.part, id);
  const [error] = errors;
  const reason = error && { reason: `WhatsApp ${error.code}: ${error.title}` };
  await receipts.record({ channel: NAME, of: { platformIds: [id] }, state: states[status], ...reason });
}

async function takeIn(event: ChannelEvent, parts: Parts): Promise<void> {
  const { house, graph, phoneId, messagesPerMinute } = parts;
  const { message, who } = StoredMessage.parse(event.payload);
  const id = conversationIdOf(phoneId, who);
  const { from: to, id: lastMessageId } = message;
  const address: Address = { phoneId, lastMessageId, user: who, ...(to !== undefined && { to }) };
  const { text, form, pressed, media, unreadable = [] } = readMessage(message);
  const title = pressed === undefined ? undefined : await pressedTitle(pressed, id, house);
  const file = media && (await fetched(media, graph, event.isLast));
  const said = {
    conversation: { id, channel: NAME, residentId: id, language: "pl" as const, address },
    externalId: message.id,
    text: title ?? text,
    ...(form && { form }),
    ...(file && { files: [file] }),
    unreadable: media && !file ? [...unreadable, media.name] : unreadable,
  };
  await takeMessage(said, { house, messagesPerMinute });
  await typeFor(id, address, parts);
}

/** Undefined once there is no hope; until then it is tried again, without counting while the token is no good. */
async function fetched(media: Media, graph: GraphOptions, isLast: boolean) {
  const bytes = await fetchMedia(media, graph).catch((error: unknown) => {
    if (error instanceof DeliveryFailure && error.kind === "slow_down")
      throw new NotNow(error.retryAfterSeconds ?? 60, error.message);
    if (isLast) return undefined;
    throw error;
  });
  return bytes && { name: media.name, bytes };
}

/** The bot is about to answer; where a person has the conversation, it is they who show it. Nobody waits for this. */
async function typeFor(id: string, address: Address, { house, graph }: Parts): Promise<void> {
  const head = await house.conversations.find(id);
  if (head?.speaker === "bot") void showTyping(address, graph).catch(() => {});
}
