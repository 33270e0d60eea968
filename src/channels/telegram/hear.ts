import { DeliveryFailure, NotNow } from "../channel";
import { broughtCode } from "../shared/broughtCode";
import type { Said } from "../shared/takeMessage";
import { hello, readCommand, wordsFor } from "./commands";
import { type FileSent, saidIn } from "./saidIn";
import { showTyping } from "./showTyping";
import { conversationOf, type Parts, take } from "./take";
import type { Message } from "./update";

/** Takes what a resident sent. The pictures of an album come one by one, and that is how they are taken. */
export async function hear(message: Message, parts: Parts): Promise<void> {
  const { bot, house } = parts;
  const said = saidIn(message);
  if (!said || said.unreadable !== undefined) bot.options.onActivity?.(said ? "unreadable" : "service");
  if (!said) return;
  const conversation = conversationOf(message.chat.id, message.from?.language_code, bot);
  const head = await house.conversations.find(conversation.id);
  // Before it is taken, for the answer may be there in a moment and would be followed by "is typing".
  if (head?.speaker !== "consultant" && head?.speaker !== "waiting")
    showTyping(conversation.address, bot).catch(() => {});
  const text = await wordsOf(said.text, conversation, parts);
  if (text === undefined) return;
  const files = said.file ? await fetched(said.file, parts) : {};
  const unreadable = said.unreadable === undefined ? {} : { unreadable: [said.unreadable] };
  const form = said.form && { form: said.form };
  await take({ conversation, name: String(message.message_id), text, ...files, ...unreadable, ...form }, parts);
}

/** What a text says; undefined when it only begins the conversation, whose first words are the bot's. */
async function wordsOf(text: string, conversation: Said["conversation"], parts: Parts): Promise<string | undefined> {
  const { house, event } = parts;
  const command = readCommand(text);
  if (command?.name !== "start") return wordsFor(text, conversation.language, house);
  const code = broughtCode(command.rest);
  if (code) return code;
  const greeting = house.greeting(conversation.language);
  const { created, lastSeq, language } = await house.conversations.open({ ...conversation, greeting }, house.now());
  const createdBefore = event.attempt > 1 && lastSeq <= 1;
  return created || createdBefore ? undefined : hello[language];
}

/** What cannot be had now is tried again; in the end it is told that something was sent. */
async function fetched({ id, name }: FileSent, { bot, event }: Parts): Promise<Pick<Said, "files" | "unreadable">> {
  try {
    return { files: [{ name, bytes: await bot.api.fetchFile(id) }] };
  } catch (error) {
    const failure = error instanceof DeliveryFailure ? error : undefined;
    // Told when to come again, as while a token is not mended, nothing is lost by waiting.
    if (failure?.retryAfterSeconds !== undefined) throw new NotNow(failure.retryAfterSeconds, failure.message);
    const isOver = failure?.kind === "give_up";
    if (!isOver && !event.isLast) throw error;
    return { unreadable: [name] };
  }
}
