import { z } from "zod";

const Id = z.looseObject({ id: z.string().min(1) });
const Referral = z.looseObject({ ref: z.string().optional() });
const Attachment = z.looseObject({
  type: z.string(),
  title: z.string().nullish(),
  payload: z
    .looseObject({
      url: z.string().nullish(),
      title: z.string().nullish(),
      sticker_id: z.coerce.string().nullish(),
      coordinates: z.looseObject({ lat: z.number(), long: z.number() }).nullish(),
    })
    .nullish(),
});
// What is built otherwise than expected must not cost the resident's message.
const unread: z.infer<typeof Attachment> = { type: "unknown" };
export type InboundAttachment = z.infer<typeof Attachment>;

const Message = z.looseObject({
  mid: z.string().min(1),
  text: z.string().optional(),
  sticker_id: z.coerce.string().optional(),
  quick_reply: z.looseObject({ payload: z.string() }).optional().catch(undefined),
  attachments: z.array(Attachment.catch(unread)).optional(),
  referral: Referral.optional().catch(undefined),
  is_echo: z.boolean().optional(),
  /** A number too large to be one; only compared. */
  app_id: z.coerce.string().optional(),
  metadata: z.string().optional(),
});
export type InboundMessage = z.infer<typeof Message>;

const Postback = z.looseObject({
  mid: z.string().optional(),
  title: z.string().optional(),
  payload: z.string().optional(),
  referral: Referral.optional(),
});
const Edit = z.looseObject({
  mid: z.string().min(1),
  text: z.string(),
  num_edit: z.coerce.number().optional().catch(undefined),
});
const Reaction = z.looseObject({ mid: z.string().min(1), action: z.string(), emoji: z.string().optional() });
const Delivery = z.looseObject({ mids: z.array(z.string()).optional(), watermark: z.coerce.number() });
const Read = z.looseObject({ watermark: z.coerce.number() });

/** One thing that happened between a person and the page; Meta sends more fields and more kinds. */
export const Inbound = z.looseObject({
  sender: Id,
  recipient: Id,
  timestamp: z.coerce.number().int().nonnegative().optional(),
  message: Message.optional(),
  postback: Postback.optional(),
  message_edit: Edit.optional(),
  reaction: Reaction.optional(),
  delivery: Delivery.optional(),
  read: Read.optional(),
  referral: Referral.optional(),
});
export type Inbound = z.infer<typeof Inbound>;

/** What a webhook brings: entries of pages, in each what came to us and what came to whoever has the conversation. */
export const Envelope = z.looseObject({
  entry: z.array(
    z.looseObject({
      id: z.coerce.string(),
      time: z.number().optional(),
      messaging: z.array(z.unknown()).optional(),
      standby: z.array(z.unknown()).optional(),
    }),
  ),
});

/** What is kept of an event until it is looked into; `standby`: another app or the page's inbox has the conversation. */
export const Kept = z.object({ inbound: Inbound, standby: z.boolean() });
export type Kept = z.infer<typeof Kept>;
