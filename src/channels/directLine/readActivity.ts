import { z } from "zod";
import { Refusal } from "../../conversation/refusal";
import { acceptableText } from "../cleanText";
import { externalIdOf } from "./activityOf";
import { randomId } from "./tokens";

/** What a client sends, as far as we read it; ids of people in it are ignored, the token says who speaks. */
const Activity = z.object({
  type: z.string().min(1).max(100),
  text: z.string().nullish(),
  value: z.unknown().optional(),
  attachments: z.array(z.unknown()).nullish(),
  channelData: z
    .object({
      // Printable, because it is kept and given back as it is.
      clientActivityID: z
        .string()
        .regex(/^[\x20-\x7e]{1,200}$/)
        .nullish(),
    })
    .nullish(),
});

/** Kinds that carry nothing to answer; counted and acknowledged, whatever they are. */
const quietKinds = ["event", "conversationUpdate", "endOfConversation", "typing"] as const;

export type Posted =
  | { kind: "message"; text: string; externalId: string }
  | { kind: (typeof quietKinds)[number] | "unknown" };

/** Reads a posted activity; refuses with what is wrong in words. */
export function readActivity(body: unknown, conversationId: string): Posted {
  const { type, text, value, attachments, channelData } = parse(body);
  if (type !== "message") return { kind: quietKinds.find((kind) => kind === type) ?? "unknown" };
  if (attachments?.length)
    throw new Refusal(
      400,
      "AttachmentsNotAccepted",
      "Files are not taken from links. Send them as multipart/form-data to conversations/{id}/upload.",
    );
  return messageOf({ text: text ?? said(value), clientActivityId: channelData?.clientActivityID }, conversationId);
}

/** The `activity` part of an upload, which may be missing: the files are the message then. */
export function readUploadedActivity(body: unknown, conversationId: string): Extract<Posted, { kind: "message" }> {
  const { text, channelData } = body === undefined ? {} : parse(body);
  return messageOf({ text: text ?? "", clientActivityId: channelData?.clientActivityID }, conversationId);
}

function parse(body: unknown): z.infer<typeof Activity> {
  const result = Activity.safeParse(body);
  if (result.success) return result.data;
  const field = result.error.issues[0]?.path.join(".") ?? "";
  throw new Refusal(
    400,
    "BadActivity",
    field
      ? `The activity's field "${field}" is missing or of the wrong kind.`
      : 'The body must be an activity, such as {"type":"message","text":"…"}.',
  );
}

function messageOf(said: { text: string; clientActivityId: string | null | undefined }, conversationId: string) {
  const externalId = said.clientActivityId ? externalIdOf(conversationId, said.clientActivityId) : randomId();
  return { kind: "message", text: acceptableText(said.text), externalId } as const;
}

/** Buttons of other makers post their value instead of a text. */
function said(value: unknown): string {
  return typeof value === "string" || typeof value === "number" ? String(value) : "";
}
