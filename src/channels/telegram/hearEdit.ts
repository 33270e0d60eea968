import { cleanText } from "../cleanText";
import { NAME } from "./bot";
import { conversationOf, type Parts, take } from "./take";
import type { Message } from "./update";

/** How far back a message that was changed is looked for. */
const LOOKED_BACK = 100;

/**
 * Takes the new words of a message that was written anew. Telegram tells of other changes in the same way (a reaction,
 * a position that moves): what says nothing new is counted. By the update's own id, for two edits may share a second.
 */
export async function hearEdit(message: Message, parts: Parts): Promise<void> {
  const { bot, event } = parts;
  const text = message.text || message.caption;
  const conversation = conversationOf(message.chat.id, message.from?.language_code, bot);
  const name = String(message.message_id);
  if (text === "" || !(await isNew(text, `${conversation.id}:${name}`, parts)))
    return bot.options.onActivity?.("edited_message");
  await take({ conversation, name: `${name}:edit:${event.externalId}`, text, form: "edit" }, parts);
}

async function isNew(text: string, externalId: string, { house }: Parts): Promise<boolean> {
  const head = await house.conversations.findByMessage(NAME, externalId);
  if (!head) return true;
  const first = Math.max(0, head.lastSeq - LOOKED_BACK);
  const entries = await house.conversations.entriesAfter(head.id, first, LOOKED_BACK);
  const before = entries.findLast(({ externalId: id }) => id === externalId || id?.startsWith(`${externalId}:edit:`));
  return before?.text !== cleanText(text);
}
