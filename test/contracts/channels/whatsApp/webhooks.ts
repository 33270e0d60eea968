import { createHash, createHmac } from "node:crypto";
import type { Posted } from "../fake";
import { ACCOUNT_ID, APP_SECRET, DISPLAY_NUMBER, type Person, PHONE_ID } from "./people";

/** What the pieces of a webhook are made with. */
export type Making = {
  person: Person;
  /** Keeps bytes as media; answers their id. */
  keep(bytes: Buffer): string;
  /** The button that arrived with this payload. */
  button(payload: string): { title: string; isRow: boolean };
};

const seconds = (at: Date): string => String(Math.floor(at.getTime() / 1000));
const wamid = (id: string): string => `wamid.${id}`;

/** One message or status as the value of a change of the field "messages". */
export function changeOf(posted: Posted, making: Making): object {
  const { name, phone, userId } = making.person;
  const metadata = { display_phone_number: DISPLAY_NUMBER, phone_number_id: PHONE_ID };
  const base = { messaging_product: "whatsapp", metadata };
  if (posted.kind === "receipt") {
    const errors = [{ code: 131026, title: "Message undeliverable", message: "Message undeliverable" }];
    const failed = posted.state === "failed" && { errors };
    const status = {
      id: posted.of,
      status: posted.state,
      timestamp: seconds(posted.at),
      recipient_id: phone,
      ...failed,
    };
    return { ...base, statuses: [{ ...status, recipient_user_id: userId }] };
  }
  const profile = { name, ...(phone === undefined && { username: name }) };
  const contact = { profile, user_id: userId, ...(phone !== undefined && { wa_id: phone }) };
  const from = { from_user_id: userId, ...(phone !== undefined && { from: phone }) };
  const message = { ...from, id: wamid(posted.id), timestamp: seconds(posted.at), ...contentOf(posted, making) };
  return { ...base, contacts: [contact], messages: [message] };
}

function contentOf(posted: Exclude<Posted, { kind: "receipt" }>, { keep, button }: Making): object {
  switch (posted.kind) {
    case "text":
      return { type: "text", text: { body: posted.text } };
    case "press": {
      const { title, isRow } = button(posted.payload);
      const type = isRow ? "list_reply" : "button_reply";
      return { type: "interactive", interactive: { type, [type]: { id: posted.payload, title } } };
    }
    case "image":
      return {
        type: "image",
        image: { ...media(posted.bytes, keep), mime_type: "image/jpeg", ...caption(posted.text) },
      };
    case "file":
      return {
        type: "document",
        document: {
          ...media(posted.bytes, keep),
          filename: posted.name,
          mime_type: "application/pdf",
          ...caption(posted.text),
        },
      };
    case "voice":
      return {
        type: "audio",
        audio: { ...media(posted.bytes, keep), mime_type: "audio/ogg; codecs=opus", voice: true },
      };
    case "location":
      return { type: "location", location: { latitude: posted.lat, longitude: posted.long } };
    case "sticker":
      return {
        type: "sticker",
        sticker: { ...media(Buffer.from("RIFF"), keep), mime_type: "image/webp", animated: false },
      };
    case "reaction": {
      const emoji = posted.emoji !== "" && { emoji: posted.emoji };
      return { type: "reaction", reaction: { message_id: posted.to, ...emoji } };
    }
    case "edit": {
      const message = { type: "text", text: { body: posted.text } };
      return { type: "edit", edit: { original_message_id: wamid(posted.of), message } };
    }
    case "unknown":
      return { type: "hologram", hologram: { id: "1" } };
  }
}

const caption = (text: string | undefined) => text !== undefined && { caption: text };
const media = (bytes: Buffer, keep: Making["keep"]) => ({
  id: keep(bytes),
  sha256: createHash("sha256").update(bytes).digest("base64"),
});

/** A webhook as Meta calls it: letters beyond ASCII written as `\u…`, signed over exactly these bytes. */
export async function callWebhook(base: string, values: object[], { forged = false } = {}): Promise<number> {
  const changes = values.map((value) => ({ value, field: "messages" }));
  return callRaw(base, { object: "whatsapp_business_account", entry: [{ id: ACCOUNT_ID, changes }] }, { forged });
}

/** The same for a body that is given. */
export async function callRaw(base: string, body: unknown, { forged = false } = {}): Promise<number> {
  const bytes = JSON.stringify(body).replace(
    /[^\0-\x7f]/g,
    (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
  const signature = createHmac("sha256", forged ? "somebody else's secret" : APP_SECRET)
    .update(bytes)
    .digest("hex");
  const headers = { "Content-Type": "application/json", "X-Hub-Signature-256": `sha256=${signature}` };
  const response = await fetch(`${base}/channels/whatsapp`, { method: "POST", headers, body: bytes });
  await response.arrayBuffer();
  return response.status;
}
