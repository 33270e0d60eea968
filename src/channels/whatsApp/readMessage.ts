import { z } from "zod";
import type { MessageForm } from "../../conversation/messageForm";
import { saidByCommand } from "./texts";
import type { Message } from "./wire";

/** A file that lies with Meta, under the name it gets here. */
export type Media = { id: string; name: string; sha256?: string | undefined };

/** What a message says, before anything is fetched. */
export type ReadMessage = {
  text: string;
  form?: MessageForm;
  media?: Media;
  /** A button of ours; `text` is its title as it was shown, perhaps cut. */
  pressed?: string;
  unreadable?: string[];
};

type Reader = (part: unknown) => ReadMessage | undefined;

const reading =
  <T>(schema: z.ZodType<T>, read: (part: T) => ReadMessage | undefined): Reader =>
  (part) => {
    const parsed = schema.safeParse(part);
    return parsed.success ? read(parsed.data) : undefined;
  };

const File = z.object({
  id: z.string().min(1),
  caption: z.string().optional(),
  filename: z.string().min(1).optional(),
  sha256: z.string().optional(),
});
const file = (name: string) =>
  reading(File, ({ id, caption = "", filename, sha256 }) => ({
    text: caption,
    media: { id, name: filename ?? name, sha256 },
  }));

const Button = z.object({ id: z.string(), title: z.string() });
const Interactive = z.object({ button_reply: Button.optional(), list_reply: Button.optional() });
const Contact = z.object({
  name: z.object({ formatted_name: z.string().default("") }).catch({ formatted_name: "" }),
  phones: z.array(z.object({ phone: z.string().optional(), wa_id: z.string().optional() })).catch([]),
});

/** How each type is read. https://developers.facebook.com/documentation/business-messaging/whatsapp/webhooks/reference/messages */
const readers = new Map<string, Reader>([
  ["text", reading(z.object({ body: z.string() }), ({ body }) => ({ text: saidByCommand(body) }))],
  ["interactive", reading(Interactive, ({ button_reply, list_reply }) => press(button_reply ?? list_reply))],
  // A button of the invitation; its payload is its text unless the template says otherwise.
  ["button", reading(z.object({ text: z.string() }), ({ text }) => ({ text }))],
  ["image", file("zdjęcie.jpg")],
  ["audio", file("nagranie.ogg")],
  ["voice", file("nagranie.ogg")],
  ["document", file("dokument")],
  // Films are not kept; what was written below is.
  [
    "video",
    reading(z.object({ caption: z.string().default("") }), ({ caption }) => ({ text: caption, unreadable: ["video"] })),
  ],
  // Which feeling a sticker shows the platform does not tell; a smile is what most of them stand for.
  ["sticker", () => ({ text: "🙂", form: "sticker" })],
  [
    "location",
    reading(z.object({ latitude: z.number(), longitude: z.number() }), ({ latitude, longitude }) => ({
      text: `geo:${degrees(latitude)},${degrees(longitude)}`,
    })),
  ],
  [
    "contacts",
    reading(z.array(Contact), (contacts) => ({ text: contacts.map(contactLine).filter(Boolean).join("\n") })),
  ],
  [
    "reaction",
    reading(z.object({ emoji: z.string().default("") }), ({ emoji }) => ({ text: emoji, form: "reaction" })),
  ],
  ["edit", reading(z.object({ message: z.looseObject({ type: z.string() }) }), ({ message }) => rewritten(message))],
]);

export const isReadable = (type: string): boolean => readers.has(type);

/** What a resident sent, in the house's words; what nobody here can read is named as the platform names it. */
export function readMessage(message: Message): ReadMessage {
  const read = readers.get(message.type)?.(message[message.type]);
  if (read) return read;
  const unsupported = z.object({ type: z.string().min(1) }).safeParse(message.unsupported).data;
  return { text: "", unreadable: [unsupported?.type ?? message.type] };
}

const press = (button: z.infer<typeof Button> | undefined): ReadMessage | undefined =>
  button && { text: button.title, pressed: button.id };

/** Of a picture only the words below it can be written anew. */
function rewritten(message: { [part: string]: unknown; type: string }): ReadMessage | undefined {
  const read = readers.get(message.type)?.(message[message.type]);
  return read && { text: read.text, form: "edit" };
}

/** As a decimal number: the shortest way to write a small one is "1e-7". */
const degrees = (value: number): string => value.toFixed(6).replace(/\.?0+$/, "");

function contactLine({ name, phones }: z.infer<typeof Contact>): string {
  const numbers = phones.flatMap(({ phone, wa_id }) => phone ?? wa_id ?? []);
  return [name.formatted_name, numbers.join(", ")].filter(Boolean).join(": ");
}
