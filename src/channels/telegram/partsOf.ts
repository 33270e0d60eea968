import { z } from "zod";
import type { Language } from "../../conversation/language";
import { Attachment } from "../../conversation/message";
import type { Entry } from "../../conversation/transcript";
import type { Capabilities } from "../capabilities";
import type { Delivery } from "../channel";
import { type Rendered, renderEntry } from "../shared/render";

/**
 * https://core.telegram.org/bots/api#sendmessage; limits of pace: https://core.telegram.org/bots/faq#my-bot-is-hitting-limits-how-do-i-avoid-this
 * ("We may allow short bursts" over one message a second in a chat). A message that went out and was not acknowledged
 * is sent again: Telegram has no key for it and shows us nothing of what we sent.
 */
export const telegramCapabilities: Capabilities = {
  textLength: 4096,
  marks: "telegram_html",
  buttons: { most: 12, titleLength: 40 },
  typing: true,
  receipts: "sent",
  files: { mostMegabytes: 50 },
  pace: { perSecond: 30, perRecipient: { most: 3, seconds: 3 } },
  sentOnce: false,
};

/** One call of Telegram's; a file is added when it is sent. */
export const TelegramPart = z.object({
  method: z.string(),
  body: z.record(z.string(), z.unknown()),
  file: z.object({ field: z.string(), attachment: Attachment }).optional(),
});
export type TelegramPart = z.infer<typeof TelegramPart>;

/** An entry as Telegram's messages. */
export function partsOf({ entry, language }: Pick<Delivery, "entry" | "language">): TelegramPart[] {
  return renderEntry(entry, telegramCapabilities, language).map((rendered) => {
    const { attachment, text } = rendered;
    if (attachment) return filePart(attachment);
    const marks = { parse_mode: "HTML", link_preview_options: { is_disabled: true } };
    return { method: "sendMessage", body: { text, ...marks, reply_markup: keyboard(rendered, entry, language) } };
  });
}

const askForPlace: Record<Language, string> = {
  pl: "📍 Wyślij, gdzie jestem",
  en: "📍 Send where I am",
  uk: "📍 Надіслати, де я",
};

/**
 * Buttons under the message; where a position is wanted all of them instead of the letters, because only there the
 * device can be asked for it. They go once they were used; what is left of them goes with the next words without any.
 */
function keyboard({ buttons, wantsPlace }: Rendered, { choices = [] }: Entry, language: Language): object {
  if (wantsPlace) {
    const titles = buttons.length > 0 ? choices.filter(({ wish }) => wish.kind !== "share_place") : [];
    // Pressed there a title comes back as it stands, so it is not shortened.
    const rows = titles.map(({ title }) => [{ text: title }]);
    const place = [{ text: askForPlace[language], request_location: true }];
    return { keyboard: [place, ...rows], one_time_keyboard: true, resize_keyboard: true };
  }
  if (buttons.length === 0) return { remove_keyboard: true };
  return { inline_keyboard: buttons.map(({ title, payload }) => [{ text: title, callback_data: payload }]) };
}

/** Telegram makes a photo smaller and takes at most 10 MB of one; what is no photo or voice message goes as it is. */
const MOST_PHOTO_BYTES = 10 * 1024 * 1024;

function filePart(attachment: Attachment): TelegramPart {
  const { contentType, sizeBytes } = attachment;
  const isPhoto = /^image\/(?:jpeg|png|webp)$/.test(contentType) && sizeBytes <= MOST_PHOTO_BYTES;
  const [method, field] = isPhoto
    ? (["sendPhoto", "photo"] as const)
    : contentType === "audio/ogg"
      ? (["sendVoice", "voice"] as const)
      : (["sendDocument", "document"] as const);
  return { method, body: {}, file: { field, attachment } };
}
