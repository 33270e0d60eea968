import { pressedTitle } from "../shared/press";
import { hear } from "./hear";
import { hearEdit } from "./hearEdit";
import { UNKNOWN_EMOJI } from "./saidIn";
import { conversationOf, type Parts, take } from "./take";
import { type Callback, type Membership, type Reaction, readUpdate, Update } from "./update";

/** Looks into an update: one thing that happened in a resident's chat. */
export async function handleUpdate(parts: Parts): Promise<void> {
  const update = Update.parse(parts.event.payload);
  const { message, edited_message, callback_query, message_reaction, my_chat_member } = update;
  if (message) return hear(message, parts);
  if (edited_message) return hearEdit(edited_message, parts);
  if (callback_query) return press(callback_query, readUpdate(update)?.chat.id ?? callback_query.from.id, parts);
  if (message_reaction) return react(message_reaction, parts);
  if (my_chat_member) return change(my_chat_member, parts);
}

/** A button: the resident says its title. Old ones stay pressable, as their titles stay understood. */
async function press(callback: Callback, chatId: number, parts: Parts): Promise<void> {
  const { bot, house } = parts;
  // Until it is answered the button turns; it may be too old for that, and what it says counts all the same.
  void bot.api.ask("answerCallbackQuery", { callback_query_id: callback.id }).catch(() => {});
  const conversation = conversationOf(chatId, callback.from.language_code, bot);
  const text = (await pressedTitle(callback.data ?? "", conversation.id, house)) ?? titleOn(callback);
  if (text === undefined) return bot.options.onActivity?.("unknown");
  await take({ conversation, name: `press:${callback.id}`, text }, parts);
}

/** What stands on the button, where its entry is not kept any more. */
function titleOn({ data, message }: Callback): string | undefined {
  const buttons = message?.reply_markup?.inline_keyboard.flat() ?? [];
  return buttons.find(({ callback_data }) => callback_data !== undefined && callback_data === data)?.text;
}

/** Telegram tells all reactions of a person to a message as they are now; none: they were taken back. */
async function react({ chat, user, new_reaction: now }: Reaction, parts: Parts): Promise<void> {
  const conversation = conversationOf(chat.id, user?.language_code, parts.bot);
  const text = now.map(({ emoji }) => emoji ?? UNKNOWN_EMOJI).join("");
  await take({ conversation, name: `reaction:${parts.event.externalId}`, text, form: "reaction" }, parts);
}

/** Who blocks the bot has left; the address stays, for they may come back. */
async function change({ chat, new_chat_member: now }: Membership, { bot, house }: Parts): Promise<void> {
  bot.options.onActivity?.("my_chat_member");
  const id = bot.conversationIdOf(chat.id);
  if (now.status === "kicked" && (await house.conversations.find(id))) await house.leave(id);
}
