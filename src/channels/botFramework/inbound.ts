import { createHash, randomUUID } from "node:crypto";
import type { Activity, ConversationReference } from "botbuilder";
import { z } from "zod";
import { Refusal } from "../../conversation/refusal";
import type { NewEvent } from "../channel";
import { hashedId } from "../shared/secrets";

const id = z.string().min(1).max(1_000);
const account = z.object({ id, name: z.string().max(500).nullish() });
/** What only some platforms send must not cost the message when one of them sends it otherwise. */
const perhaps = <T extends z.ZodType>(schema: T) => schema.nullish().catch(undefined);

const InboundFile = z.object({
  contentType: z.string(),
  contentUrl: perhaps(z.string()),
  name: perhaps(z.string().max(500)),
  content: z.unknown().optional(),
});
export type InboundFile = z.infer<typeof InboundFile>;

const reactions = perhaps(z.array(z.object({ type: z.string().max(100) })));

/** What of an activity is read; the platform sends much more. */
export const Inbound = z.object({
  type: z.string().min(1).max(100),
  id: id.nullish(),
  channelId: z.string().min(1).max(100),
  // Without it the SDK would not compare it with the token, and answers could be sent anywhere.
  serviceUrl: z.url({ protocol: /^https?$/ }).max(1_000),
  timestamp: perhaps(z.string()),
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
  attachments: perhaps(z.array(InboundFile)),
  entities: perhaps(z.array(z.unknown())),
  reactionsAdded: reactions,
  reactionsRemoved: reactions,
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
export const conversationIdOf = ({ channelId, conversation }: Inbound) => hashedId("bf", channelId, conversation.id);
export const residentIdOf = ({ channelId, from }: Inbound) => hashedId("bf", channelId, from.id);

/** The activity as an event to be stored. */
export function eventOf(inbound: Inbound, arrivedAt: Date): NewEvent {
  const person = conversationIdOf(inbound);
  const happened = Date.parse(inbound.timestamp ?? "");
  return {
    externalId: `${person}:${keyOf(inbound)}`,
    person,
    rank: Number.isNaN(happened) ? arrivedAt.getTime() : happened,
    kind: inbound.type,
    payload: inbound,
  };
}

/**
 * An edited message comes under the id of the first one, and some kinds have no id: those are known again by all they
 * say, where they say when it was.
 */
function keyOf(inbound: Inbound): string {
  if (inbound.type === "message" && inbound.id) return inbound.id;
  if (!inbound.id && !inbound.timestamp) return randomUUID();
  return `${inbound.type}:${createHash("sha256").update(JSON.stringify(inbound)).digest("base64url").slice(0, 22)}`;
}
