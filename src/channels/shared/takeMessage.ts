import { type Attachment, LONGEST_TEXT } from "../../conversation/message";
import type { MessageForm } from "../../conversation/messageForm";
import { takeFile } from "../../photos/takeFile";
import { type House, type NewConversation, NotNow } from "../channel";
import { cleanText } from "../cleanText";
import { split } from "./split";

/** One thing a resident sent, as a channel read it off a stored event. */
export type Said = {
  conversation: Omit<NewConversation, "greeting">;
  /** The platform's own id of it. */
  externalId: string;
  text: string;
  form?: MessageForm;
  files?: { name: string; bytes: Buffer }[];
  /** What was sent and could not be fetched or read, by what the platform calls it. */
  unreadable?: string[];
};

type Parts = { house: House; messagesPerMinute: number };

/**
 * Hands to the house what a resident said; begins the conversation with the first message. The same again changes
 * nothing. Nothing is refused: what is too long comes in parts, what is no known file is told as such, who writes too
 * fast is heard a little later (`NotNow`).
 */
export async function takeMessage(said: Said, { house, messagesPerMinute }: Parts): Promise<void> {
  const { conversation, externalId } = said;
  const { channel, id: conversationId } = conversation;
  // Files would be kept twice; words are known again where they are stored.
  if (said.files?.length && (await house.conversations.findByMessage(channel, externalId))) return;
  await inTime(conversation, { house, messagesPerMinute });
  await house.conversations.open({ ...conversation, greeting: house.greeting(conversation.language) }, house.now());
  const { attachments, refused } = await keep(said, house);
  const unreadable = [...(said.unreadable ?? []), ...refused];
  const texts = piecesOf(said.text);
  const base = { conversationId, channel };
  // The first to be stored carries the id by which the whole is known again, so it goes last.
  for (const [at, name] of unreadable.entries())
    if (at > 0 || texts.length > 0 || attachments.length > 0)
      await house.accept({
        ...base,
        externalId: `${externalId}#x${at}`,
        text: name,
        form: "unreadable",
        attachments: [],
      });
  if (texts.length === 0 && attachments.length === 0) {
    const [name = ""] = unreadable;
    const form = unreadable.length > 0 ? ("unreadable" as const) : said.form;
    await house.accept({ ...base, externalId, text: name, attachments: [], ...(form && { form }) });
    return;
  }
  for (const [at, text] of (texts.length > 0 ? texts : [""]).entries()) {
    const isLast = at >= texts.length - 1;
    const form = said.form && { form: said.form };
    const id = isLast ? externalId : `${externalId}#${at}`;
    await house.accept({ ...base, externalId: id, text, attachments: isLast ? attachments : [], ...form });
  }
}

async function inTime({ channel, id }: Said["conversation"], { house, messagesPerMinute }: Parts): Promise<void> {
  const { allowed, retryAfterSeconds } = await house.limiter.take(`${channel}:messages:${id}`, messagesPerMinute, 60);
  if (!allowed) throw new NotNow(retryAfterSeconds, "too many messages at once");
}

const piecesOf = (said: string): string[] =>
  split(cleanText(said), { most: LONGEST_TEXT, last: LONGEST_TEXT }).filter((text) => text !== "");

async function keep({ conversation, files = [] }: Said, house: House) {
  const attachments: Attachment[] = [];
  const refused: string[] = [];
  for (const { name, bytes } of files) {
    const taken = await takeFile(name, bytes);
    if ("refused" in taken) refused.push(name);
    else {
      const { position, ...file } = taken;
      const kept = await house.files.save(conversation.id, file);
      attachments.push({ ...kept, ...(position && { position }) });
    }
  }
  return { attachments, refused };
}
