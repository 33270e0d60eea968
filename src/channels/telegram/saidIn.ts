import type { MessageForm } from "../../conversation/messageForm";
import type { Message } from "./update";
import { isService } from "./whatIsIn";

export type FileSent = { id: string; name: string };

/** What a resident sent, before its file is fetched. */
export type Said = { text: string; form?: MessageForm; file?: FileSent; unreadable?: string };

/** Bots get nothing larger. https://core.telegram.org/bots/api#getfile */
const MOST_BYTES = 20 * 1024 * 1024;

/** What is said when Telegram does not tell which emoji a sticker or a reaction is. */
export const UNKNOWN_EMOJI = "❔";

/** What a message says; undefined when it tells of something that happened in the chat. */
export function saidIn(message: Message): Said | undefined {
  const { what, caption } = message;
  if (isService(what)) return undefined;
  return readers[what]?.(message) ?? { text: caption, unreadable: what };
}

const readers: Record<string, (message: Message) => Said | undefined> = {
  text: ({ text }) => ({ text }),
  photo: ({ photo = [], caption }) => {
    const largest = photo.toSorted((one, other) => other.width * other.height - one.width * one.height);
    return withFile(largest.find(({ file_size = 0 }) => file_size <= MOST_BYTES) ?? largest[0], "zdjęcie.jpg", caption);
  },
  document: ({ document, caption }) => withFile(document, "plik", caption),
  voice: ({ voice, caption }) => withFile(voice, "nagranie.ogg", caption),
  audio: ({ audio, caption }) => withFile(audio, "nagranie.mp3", caption),
  sticker: ({ sticker }) => ({ text: sticker?.emoji ?? UNKNOWN_EMOJI, form: "sticker" }),
  location: ({ location }) => location && { text: geo(location) },
  venue: ({ venue }) => venue && { text: geo(venue.location) },
  contact: ({ contact }) => contact && { text: phone(contact.phone_number) },
};

type TelegramFile = NonNullable<Message["document"]>;

function withFile(file: TelegramFile | undefined, usualName: string, text: string): Said | undefined {
  if (!file) return undefined;
  const name = file.file_name ?? usualName;
  if ((file.file_size ?? 0) > MOST_BYTES) return { text, unreadable: name };
  return { text, file: { id: file.file_id, name } };
}

/** As a device shares a position (RFC 5870). */
function geo({ latitude, longitude, horizontal_accuracy: metres }: NonNullable<Message["location"]>): string {
  const accuracy = metres === undefined ? "" : `;u=${Math.max(1, Math.round(metres))}`;
  return `geo:${latitude.toFixed(6)},${longitude.toFixed(6)}${accuracy}`;
}

/** Some of Telegram's programs leave out the plus before a country's code. */
const phone = (number: string): string => (/^\d{10,15}$/.test(number) ? `+${number}` : number);
