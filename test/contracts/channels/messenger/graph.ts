import { z } from "zod";
import type { Call, PlatformAnswer } from "../platform";
import { PROOF, TOKEN } from "./events";

/** An error as Graph words it. */
export function refusal(status: number, code: number, message: string, subcode?: number): PlatformAnswer {
  const more = subcode === undefined ? {} : { error_subcode: subcode };
  const error = { message: `(#${code}) ${message}`, type: "OAuthException", code, ...more, fbtrace_id: "A" };
  return { status, json: { error } };
}

export const refusals = {
  tooFast: { ...refusal(429, 613, "Calls to this api have exceeded the rate limit."), headers: { "Retry-After": "1" } },
  down: refusal(500, 2, "An unexpected error has occurred. Please retry your request later."),
  expired: refusal(401, 190, "Error validating access token: Session has expired.", 463),
  never: refusal(400, 100, "Length of param message[text] must be less than or equal to 2000", 2018109),
  blocked: refusal(400, 551, "This person isn't available right now.", 1545041),
  windowClosed: refusal(403, 10, "This message is sent outside of allowed window.", 2018278),
  elsewhere: refusal(403, 10, "Message failed to send because another app is controlling this thread now.", 2018300),
  unproved: refusal(400, 100, "API calls from the server require an appsecret_proof argument"),
  stranger: refusal(400, 100, "No matching user found", 2018001),
};

const QuickReply = z.object({
  content_type: z.literal("text"),
  title: z.string().min(1).max(20),
  payload: z.string().min(1).max(1_000),
});
/** What Graph takes; it refuses the rest as a bad parameter. */
const Message = z.strictObject({
  recipient: z.object({ id: z.string() }),
  messaging_type: z.enum(["RESPONSE", "UPDATE", "MESSAGE_TAG"]),
  tag: z.literal("HUMAN_AGENT").optional(),
  message: z.strictObject({
    text: z.string().min(1).max(2_000).optional(),
    quick_replies: z.array(QuickReply).min(1).max(13).optional(),
    attachment: z
      .object({ type: z.enum(["image", "audio", "video", "file"]), payload: z.object({ is_reusable: z.boolean() }) })
      .optional(),
    metadata: z.string().max(1_000).optional(),
  }),
});
const Action = z.strictObject({
  recipient: z.object({ id: z.string() }),
  sender_action: z.enum(["typing_on", "typing_off", "mark_seen"]),
});
type SentFile = { name: string; bytes: Buffer };
export type Sent = z.infer<typeof Message> & { file?: SentFile };

/** A message or an action that was posted; undefined when Graph would refuse it as wrong. */
export async function readPosted(call: Call): Promise<{ sent: Sent } | { action: string } | undefined> {
  const { file, ...fields } = await fieldsOf(call);
  const action = Action.safeParse(fields);
  if (action.success) return { action: action.data.sender_action };
  const message = Message.safeParse(fields);
  if (!message.success || !fits(message.data, file)) return undefined;
  return { sent: { ...message.data, ...(file && { file }) } };
}

function fits({ message, messaging_type: type, tag }: z.infer<typeof Message>, file: SentFile | undefined): boolean {
  const isTagged = type === "MESSAGE_TAG" ? tag !== undefined : tag === undefined;
  return isTagged && (message.text !== undefined) !== (message.attachment !== undefined && file !== undefined);
}

async function fieldsOf({ headers, body }: Call): Promise<Record<string, unknown> & { file?: SentFile }> {
  const type = headers["content-type"] ?? "";
  if (!type.startsWith("multipart/")) return z.record(z.string(), z.unknown()).parse(JSON.parse(body.toString()));
  const form = await new Response(Uint8Array.from(body), { headers: { "content-type": type } }).formData();
  const fields: Record<string, unknown> = {};
  let file: SentFile | undefined;
  for (const [name, value] of form) {
    if (typeof value !== "string") file = { name: value.name, bytes: Buffer.from(await value.arrayBuffer()) };
    else fields[name] = value.startsWith("{") ? JSON.parse(value) : value;
  }
  return { ...fields, ...(file && { file }) };
}

/** Whether it is the page's call, proved as the app's settings here want it. */
export function refusePage({ path, headers }: Call): PlatformAnswer | undefined {
  if (headers.authorization !== `Bearer ${TOKEN}`) return refusals.expired;
  return new URL(path, "http://graph").searchParams.get("appsecret_proof") === PROOF ? undefined : refusals.unproved;
}
