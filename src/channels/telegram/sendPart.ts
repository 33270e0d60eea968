import { z } from "zod";
import { DeliveryFailure, type House, type Part, type Sending } from "../channel";
import { Address } from "./address";
import type { Bot } from "./bot";
import type { BotAnswer } from "./botApi";
import { failureOf, isAboutMarks, type openFlood, type Refused } from "./failures";
import { TelegramPart } from "./partsOf";
import { unmarked } from "./unmarked";

type Parts = { bot: Bot; isFlood: ReturnType<typeof openFlood>; house: Pick<House, "files"> };

const Sent = z.object({ message_id: z.number() });

/** Sends one message; answers our id of it, for Telegram's is one only within its chat. */
export async function sendPart(part: Part, { delivery }: Sending, parts: Parts): Promise<string | undefined> {
  const { chat } = Address.parse(delivery.address);
  const told = TelegramPart.parse(part);
  const answer = await tried(told, { chat, conversationId: delivery.entry.conversationId, parts });
  if ("refused" in answer) throw refusal(answer.refused, String(chat), parts);
  const sent = Sent.safeParse(answer.result).data;
  return sent && `${parts.bot.conversationIdOf(chat)}:${sent.message_id}`;
}

type To = { chat: number; conversationId: string; parts: Parts };

/** What Telegram does not take in its better form goes in the plain one. */
async function tried(part: TelegramPart, to: To): Promise<BotAnswer> {
  const answer = await asked(part, to);
  if (!("refused" in answer) || answer.refused.code !== 400) return answer;
  const plain = isAboutMarks(answer.refused) ? unmarked(part) : asDocument(part, answer.refused);
  return plain ? asked(plain, to) : answer;
}

async function asked({ method, body, file }: TelegramPart, { chat, conversationId, parts }: To): Promise<BotAnswer> {
  const { bot, house } = parts;
  if (!file) return bot.api.ask(method, { ...body, chat_id: chat });
  const found = await house.files.load(conversationId, file.attachment.id);
  if (!found) throw new DeliveryFailure("give_up", "the file is not kept any more");
  const form = new FormData();
  form.set("chat_id", String(chat));
  const { name, contentType } = found.attachment;
  form.set(file.field, new Blob([new Uint8Array(found.bytes)], { type: contentType }), name);
  return bot.api.ask(method, form);
}

/** Pictures too long for a photo, people who take no voice messages: the file itself arrives all the same. */
function asDocument({ method, body, file }: TelegramPart, { description }: Refused): TelegramPart | undefined {
  if (!file || method === "sendDocument" || !/PHOTO|IMAGE|VOICE/.test(description)) return undefined;
  return { method: "sendDocument", body, file: { ...file, field: "document" } };
}

function refusal(refused: Refused, chat: string, { isFlood }: Parts): DeliveryFailure {
  const failure = failureOf(refused);
  const { message, retryAfterSeconds = 0 } = failure;
  const isWholeBot = refused.code === 429 && isFlood(chat, retryAfterSeconds);
  return isWholeBot ? new DeliveryFailure("slow_down", message, retryAfterSeconds) : failure;
}
