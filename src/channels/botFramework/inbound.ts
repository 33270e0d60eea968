import { createHash } from "node:crypto";
import type { Activity, ConversationReference } from "botbuilder";
import { z } from "zod";
import { Refusal } from "../../conversation/refusal";

const id = z.string().min(1).max(1_000);
const account = z.object({ id, name: z.string().max(500).nullish() });

/** What of an activity is read; the platform sends much more. */
const Inbound = z.object({
  type: z.string().min(1).max(100),
  id: id.nullish(),
  channelId: z.string().min(1).max(100),
  // Without it the SDK would not compare it with the token, and answers could be sent anywhere.
  serviceUrl: z.url({ protocol: /^https?$/ }).max(1_000),
  from: account,
  recipient: account,
  conversation: z.object({
    id,
    name: z.string().nullish(),
    isGroup: z.boolean().nullish(),
    conversationType: z.string().nullish(),
    tenantId: z.string().nullish(),
  }),
  text: z.string().nullish(),
  value: z.unknown().optional(),
  locale: z.string().max(35).nullish(),
  membersAdded: z.array(account).nullish(),
});
export type Inbound = z.infer<typeof Inbound>;

// The SDK's own type lists dozens of fields as present that no platform sends.
const SdkActivity = z.custom<Activity>((body) => Inbound.safeParse(body).success);

/** Reads an activity in our form and in the SDK's; refuses what is none. */
export function readInbound(body: unknown): { inbound: Inbound; activity: Activity } {
  const inbound = Inbound.safeParse(body);
  if (inbound.success) return { inbound: inbound.data, activity: SdkActivity.parse(body) };
  const field = inbound.error.issues[0]?.path.join(".");
  throw new Refusal(
    400,
    "BadActivity",
    field ? `The activity's field "${field}" is missing or of the wrong kind.` : "The body must be an activity.",
  );
}

/** Where answers to a conversation go; what the SDK calls a conversation reference. */
export const Address = Inbound.pick({ channelId: true, serviceUrl: true, conversation: true }).extend({
  user: account,
  bot: account,
});
type Address = z.infer<typeof Address>;

/** The same for the SDK, whose type wants names that not every platform knows. */
export const SdkReference = z.custom<Partial<ConversationReference>>((kept) => Address.safeParse(kept).success);

export function addressOf({ channelId, serviceUrl, conversation, from, recipient }: Inbound): Address {
  return { channelId, serviceUrl, conversation, user: from, bot: recipient };
}

// Platforms' ids name people and may be of any length; ours do neither.
const hashed = (...parts: string[]) =>
  `bf_${createHash("sha256").update(parts.join("\0")).digest("base64url").slice(0, 32)}`;

export const conversationIdOf = ({ channelId, conversation }: Inbound) => hashed(channelId, conversation.id);
export const residentIdOf = ({ channelId, from }: Inbound) => hashed(channelId, from.id);

/** What the resident said; buttons of some platforms send a value only. */
export function saidIn({ text, value }: Inbound): string {
  if (text) return text;
  return typeof value === "string" || typeof value === "number" ? String(value) : "";
}

/** Somebody other than the bot came in. */
export const isArrivalOfResident = ({ type, membersAdded, recipient }: Inbound) =>
  type === "conversationUpdate" && (membersAdded ?? []).some((member) => member.id !== recipient.id);
