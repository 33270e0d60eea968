import type { MessageForm } from "../../conversation/messageForm";
import type { ChannelEvent, House } from "../channel";
import { languageOf } from "../languageOf";
import { type Said, takeMessage } from "../shared/takeMessage";
import { filesOf } from "./files";
import { addressOf, conversationIdOf, Inbound, residentIdOf } from "./inbound";
import { reactionIn, saidIn } from "./said";

type Parts = {
  house: House;
  channel: string;
  messagesPerMinute: number;
  onActivity?(kind: string): void;
  /** The bot's own, for files the platform gives only to it. */
  token(): Promise<string>;
  showTyping(address: unknown): Promise<void>;
};

/** Looks into a stored activity: what was said goes to the house, other kinds are counted. */
export async function handle(event: ChannelEvent, parts: Parts): Promise<void> {
  const inbound = Inbound.parse(event.payload);
  const forms: Record<string, MessageForm | undefined> = { messageReaction: "reaction", messageUpdate: "edit" };
  if (inbound.type === "message" || forms[inbound.type]) {
    const form = forms[inbound.type];
    await takeMessage(await saidBy(inbound, event, { ...parts, ...(form && { form }) }), parts);
    if (!form) await tellThatItWrites(inbound, parts);
    return;
  }
  const conversation = beginning(inbound, parts);
  if (isArrivalOfResident(inbound))
    await parts.house.conversations.open(
      { ...conversation, greeting: parts.house.greeting(conversation.language) },
      parts.house.now(),
    );
  if (inbound.type === "endOfConversation") await leave(conversation.id, parts);
  parts.onActivity?.(quietKinds.find((kind) => kind === inbound.type) ?? "unknown");
}

const quietKinds = [
  "conversationUpdate",
  "event",
  "invoke",
  "messageDelete",
  "installationUpdate",
  "endOfConversation",
];

async function saidBy(inbound: Inbound, event: ChannelEvent, parts: Parts & { form?: MessageForm }): Promise<Said> {
  const { form } = parts;
  const base = { conversation: beginning(inbound, parts), externalId: event.externalId };
  if (form === "reaction") return { ...base, form, text: reactionIn(inbound) };
  const text = saidIn(inbound);
  const { files, unreadable } = await filesOf(inbound, { event, token: parts.token });
  const isEmpty = text === "" && files.length === 0 && unreadable.length === 0;
  return { ...base, text, files, unreadable: isEmpty ? [inbound.type] : unreadable, ...(form && { form }) };
}

function beginning(inbound: Inbound, { channel }: Pick<Parts, "channel">) {
  return {
    id: conversationIdOf(inbound),
    channel,
    residentId: residentIdOf(inbound),
    language: languageOf(inbound.locale),
    address: addressOf(inbound),
  };
}

/** Somebody other than the bot came in. */
const isArrivalOfResident = ({ type, membersAdded, recipient }: Inbound) =>
  type === "conversationUpdate" && (membersAdded ?? []).some((member) => member.id !== recipient.id);

async function leave(id: string, { house }: Parts): Promise<void> {
  // Who never wrote has nothing to leave.
  if (await house.conversations.find(id)) await house.leave(id);
}

async function tellThatItWrites(inbound: Inbound, { house, showTyping }: Parts): Promise<void> {
  const head = await house.conversations.find(conversationIdOf(inbound));
  if (head?.speaker === "bot") void showTyping(addressOf(inbound)).catch(() => {});
}
