import type { ChannelEvent } from "../channel";
import { broughtCode } from "../shared/broughtCode";
import { pressedTitle } from "../shared/press";
import { type Said, takeMessage } from "../shared/takeMessage";
import { takeEcho } from "./echo";
import { personIn } from "./events";
import { type Inbound, type InboundMessage, Kept } from "./inbound";
import { conversationWith, type Parts } from "./parts";
import { SAYS } from "./profile";
import { readAttachments } from "./readAttachments";
import { takeReceipt } from "./receipts";
import { sendAction } from "./send";

/** What somebody said, short of whose it is. */
type Words = Omit<Said, "conversation">;
type Event = Pick<ChannelEvent, "externalId" | "kind" | "isLast">;

/** Looks into one event: who says what, or what became of what we said. */
export async function handleEvent(event: ChannelEvent, parts: Parts): Promise<void> {
  const { inbound, standby } = Kept.parse(event.payload);
  const conversation = conversationWith(personIn(inbound, event.kind), parts.options);
  if (event.kind === "echo") return takeEcho(inbound, conversation, parts);
  if (event.kind === "delivery" || event.kind === "read") return takeReceipt(inbound, conversation.id, parts.house);
  const said = await wordsIn(inbound, event, conversation.id, parts);
  if (said.length === 0) parts.options.onActivity?.(event.kind);
  for (const words of said) await take({ ...words, conversation }, standby, parts);
}

async function take(said: Said, standby: boolean, parts: Parts): Promise<void> {
  const { house, options } = parts;
  const { id, channel, address } = said.conversation;
  if (standby) {
    // Somebody else answers there, so no greeting of ours; their words come as echoes.
    await house.conversations.open(said.conversation, house.now());
    await house.answeredElsewhere(id, { channel, externalId: said.externalId, text: "" });
  }
  await takeMessage(said, { house, messagesPerMinute: options.messagesPerMinute });
  const { speaker } = (await house.conversations.find(id)) ?? {};
  if (standby || speaker !== "bot") return;
  // The answer is on its way already; that it is seen may fail, nobody minds.
  for (const action of ["mark_seen", "typing_on"]) sendAction(action, address, options).catch(() => {});
}

/** Mostly one thing; a code that came along with a message goes before it. */
async function wordsIn(inbound: Inbound, event: Event, conversationId: string, parts: Parts): Promise<Words[]> {
  const { message, postback, message_edit: edit, reaction, referral } = inbound;
  const { externalId } = event;
  if (message) return wordsOfMessage(message, event, conversationId, parts);
  if (postback) {
    const code = broughtCode(postback.referral?.ref);
    const text = code ?? (await meantBy(postback.payload, conversationId, parts)) ?? postback.title ?? "";
    return [{ externalId, text }];
  }
  if (edit) return [{ externalId, text: edit.text, form: "edit" }];
  // To what was said before there was a conversation with us, or without saying how.
  if (reaction) {
    const isKnown = await parts.house.conversations.find(conversationId);
    const emoji = reaction.action === "unreact" ? "" : reaction.emoji;
    return isKnown && emoji !== undefined ? [{ externalId, text: emoji, form: "reaction" }] : [];
  }
  const code = broughtCode(referral?.ref);
  return code ? [{ externalId, text: code }] : [];
}

async function wordsOfMessage(message: InboundMessage, event: Event, conversationId: string, parts: Parts) {
  const { externalId, isLast } = event;
  const pressed = await meantBy(message.quick_reply?.payload, conversationId, parts);
  const { text = "", ...found } = await readAttachments(message, isLast);
  const said = [pressed ?? message.text ?? "", text].filter(Boolean).join("\n");
  const isBare = said === "" && !found.files && !found.unreadable;
  const code = broughtCode(message.referral?.ref);
  const first: Words[] = code ? [{ externalId: `${externalId}#code`, text: code }] : [];
  return [...first, { externalId, text: said, ...(isBare ? { unreadable: ["wiadomość"] } : found) }];
}

/** What a button of ours means in words: one under an entry, or one of the page's menu. */
async function meantBy(payload: string | undefined, conversationId: string, { house }: Parts) {
  if (payload === undefined) return undefined;
  if (payload.startsWith(SAYS)) return payload.slice(SAYS.length);
  return pressedTitle(payload, conversationId, house);
}
