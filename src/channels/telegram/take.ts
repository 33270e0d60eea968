import type { ChannelEvent, House } from "../channel";
import { languageOf } from "../languageOf";
import { type Said, takeMessage } from "../shared/takeMessage";
import { type Bot, NAME } from "./bot";

/** What it takes to handle one update. */
export type Parts = { bot: Bot; house: House; event: ChannelEvent };

/** The conversation of a private chat, as it begins with the first message. */
export function conversationOf(chatId: number, languageCode: string | undefined, bot: Bot): Said["conversation"] {
  const id = bot.conversationIdOf(chatId);
  return { id, channel: NAME, residentId: id, language: languageOf(languageCode), address: { chat: chatId } };
}

/** Hands to the house what was said; `name` is what Telegram calls it within its chat. */
export function take(said: Omit<Said, "externalId"> & { name: string }, { bot, house }: Parts): Promise<void> {
  const { name, ...rest } = said;
  const { messagesPerMinute } = bot.options;
  return takeMessage({ ...rest, externalId: `${said.conversation.id}:${name}` }, { house, messagesPerMinute });
}
