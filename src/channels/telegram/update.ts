import { z } from "zod";
import { whatIsIn } from "./whatIsIn";

/** What of an update is read and kept until it is handled; names of people are not. */
const Chat = z.object({ id: z.number(), type: z.string().optional() });
const From = z.object({ id: z.number(), language_code: z.string().optional().catch(undefined) });
const SentFile = z.object({
  file_id: z.string().min(1),
  file_name: z.string().optional(),
  file_size: z.number().optional(),
});
const Place = z.object({
  latitude: z.number(),
  longitude: z.number(),
  horizontal_accuracy: z.number().optional(),
  live_period: z.number().optional(),
});

/** What is not as we know it is none of ours to read; the message is told as such all the same. */
const content = <T extends z.ZodType>(kind: T) => kind.optional().catch(undefined);

const Message = z.preprocess(
  whatIsIn,
  z.object({
    message_id: z.number(),
    chat: Chat,
    from: From.optional(),
    /** Which kind of message it is, in Telegram's words. */
    what: z.string(),
    text: z.string().default(""),
    caption: z.string().default(""),
    photo: content(z.array(SentFile.extend({ width: z.number(), height: z.number() }))),
    document: content(SentFile),
    voice: content(SentFile),
    audio: content(SentFile),
    sticker: content(z.object({ emoji: z.string().optional() })),
    location: content(Place),
    venue: content(z.object({ location: Place })),
    contact: content(z.object({ phone_number: z.string() })),
  }),
);
export type Message = z.infer<typeof Message>;

const Button = z.object({ text: z.string(), callback_data: z.string().optional() });
const Callback = z.object({
  id: z.string(),
  from: From,
  data: z.string().optional(),
  message: content(
    z.object({ chat: Chat, reply_markup: content(z.object({ inline_keyboard: z.array(z.array(Button)) })) }),
  ),
});
export type Callback = z.infer<typeof Callback>;

const ReactionKind = z.object({ type: z.string(), emoji: z.string().optional() });
const Reaction = z.object({
  chat: Chat,
  message_id: z.number(),
  user: From.optional(),
  new_reaction: z.array(ReactionKind),
});
export type Reaction = z.infer<typeof Reaction>;

const Membership = z.object({ chat: Chat, from: From, new_chat_member: z.object({ status: z.string() }) });
export type Membership = z.infer<typeof Membership>;

/** The kinds of updates we know. https://core.telegram.org/bots/api#update */
export const updateKinds = [
  "message",
  "edited_message",
  "callback_query",
  "message_reaction",
  "my_chat_member",
] as const;
type UpdateKind = (typeof updateKinds)[number];

export const Update = z.object({
  update_id: z.number().int().nonnegative(),
  message: Message.optional(),
  edited_message: Message.optional(),
  callback_query: Callback.optional(),
  message_reaction: Reaction.optional(),
  my_chat_member: Membership.optional(),
});
export type Update = z.infer<typeof Update>;

/** Which kind an update is and in whose chat it happened; undefined for kinds we do not know. */
export function readUpdate(update: Update): { kind: UpdateKind; chat: z.infer<typeof Chat> } | undefined {
  const kind = updateKinds.find((one) => update[one] !== undefined);
  const { message, edited_message, callback_query, message_reaction, my_chat_member } = update;
  const { chat } = message ?? edited_message ?? callback_query?.message ?? message_reaction ?? my_chat_member ?? {};
  // A button's message may be too old to be shown; in a private chat its id is the person's.
  const where = chat ?? (callback_query && { id: callback_query.from.id });
  return kind && where && { kind, chat: where };
}

/** Groups and channels have negative ids; some of Telegram's own examples leave the type out. */
export const isPrivate = ({ id, type }: { id: number; type?: string | undefined }): boolean =>
  type === undefined ? id > 0 : type === "private";
