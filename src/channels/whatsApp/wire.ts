import { z } from "zod";

/** What Meta calls us with; what is in a change is looked into one by one, so that an odd one spoils no other. */
export const WebhookBody = z.object({
  object: z.string(),
  entry: z.array(z.object({ changes: z.array(z.object({ field: z.string(), value: z.unknown() })).default([]) })),
});

/** A change of the field "messages". */
export const Value = z.object({
  metadata: z.object({ phone_number_id: z.string() }),
  contacts: z.array(z.object({ wa_id: z.string().optional(), user_id: z.string().optional() })).catch([]),
  messages: z.array(z.unknown()).catch([]),
  statuses: z.array(z.unknown()).catch([]),
  errors: z.array(z.object({ code: z.number() })).catch([]),
});

/** Seconds since 1970, as text. */
const timestamp = z.string().regex(/^\d{1,12}$/);

/**
 * One thing a resident sent. What it is stands in the field called like its type. Who took a user name has no `from`
 * (a phone number) but only `from_user_id`, which is theirs for this city alone:
 * https://developers.facebook.com/documentation/business-messaging/whatsapp/business-scoped-user-ids
 */
export const Message = z.looseObject({
  id: z.string().min(1),
  timestamp,
  type: z.string().min(1),
  from: z.string().min(1).optional(),
  from_user_id: z.string().min(1).optional(),
  group_id: z.string().optional(),
});
export type Message = z.infer<typeof Message>;

/** What became of a message of ours. */
export const Status = z.object({
  id: z.string().min(1),
  timestamp,
  status: z.enum(["sent", "delivered", "read", "played", "failed"]),
  biz_opaque_callback_data: z.string().optional(),
  errors: z.array(z.object({ code: z.number(), title: z.string().default("") })).catch([]),
});
export type Status = z.infer<typeof Status>;

/** Where answers go: by phone number where it is known, else by the user's id; and what typing is shown for. */
export const Address = z.object({
  phoneId: z.string(),
  to: z.string().optional(),
  user: z.string().optional(),
  lastMessageId: z.string(),
});
export type Address = z.infer<typeof Address>;
