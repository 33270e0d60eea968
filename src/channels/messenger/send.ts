import { z } from "zod";
import { type Delivery, DeliveryFailure, type House, type Part, type Sending } from "../channel";
import { callGraph } from "../meta/graph";
import { renderEntry } from "../shared/render";
import { standingOf } from "../window";
import { messengerCapabilities } from "./capabilities";
import { markOf } from "./ownParts";
import { Address, type Connected, graphOf } from "./parts";

const Sent = z.looseObject({ message_id: z.string().optional() });
const OurPart = z.object({
  recipient: z.object({ id: z.string() }),
  message: z.record(z.string(), z.unknown()),
  file: z.object({ id: z.string(), name: z.string(), contentType: z.string() }).optional(),
});
type OurPart = z.infer<typeof OurPart>;

/** An entry as Messenger's messages; who they are for stands in each. */
export function renderDelivery({ entry, address, language }: Delivery, { humanAgent }: Connected): OurPart[] {
  const recipient = { id: Address.parse(address).psid };
  return renderEntry(entry, messengerCapabilities(humanAgent), language).map(({ text, buttons, attachment }) => {
    if (attachment) {
      const { id, name, contentType } = attachment;
      const shown = { type: kindOf(contentType), payload: { is_reusable: false } };
      return { recipient, message: { attachment: shown }, file: { id, name, contentType } };
    }
    const replies = buttons.map((button) => ({ content_type: "text", ...button }));
    return { recipient, message: { text, ...(replies.length > 0 && { quick_replies: replies }) } };
  });
}

/** Pictures Messenger shows in the thread, and sound it plays; other files are downloaded there. */
function kindOf(contentType: string): "image" | "audio" | "file" {
  if (/^image\/(jpeg|png|gif)$/.test(contentType)) return "image";
  return contentType.startsWith("audio/") ? "audio" : "file";
}

type Sender = { options: Connected; house: Pick<House, "files">; now: Date };

/** Sends a part; answers Meta's id of it. */
export async function sendPart(part: Part, sending: Sending, sender: Sender): Promise<string | undefined> {
  const { recipient, message, file } = OurPart.parse(part);
  const fields = {
    recipient,
    ...standOf(sending.delivery, sender),
    message: { ...message, metadata: markOf(sending) },
  };
  const form = file && (await formOf(fields, file, sending, sender.house));
  const path = `${sender.options.pageId}/messages`;
  const answer = await callGraph(graphOf(sender.options), path, form ? { form } : { json: fields });
  return Sent.safeParse(answer).data?.message_id;
}

/** Within a day anything is an answer; later only what a person wrote goes, under the tag that says so. */
function standOf({ entry, heardAt }: Delivery, { options, now }: Sender) {
  const { state } = standingOf(messengerCapabilities(options.humanAgent), heardAt, now);
  const isPersons = state === "person" && entry.author === "consultant";
  return isPersons ? { messaging_type: "MESSAGE_TAG", tag: "HUMAN_AGENT" } : { messaging_type: "RESPONSE" };
}

type SentFile = NonNullable<OurPart["file"]>;

async function formOf(fields: object, file: SentFile, { delivery }: Sending, { files }: Sender["house"]) {
  const kept = await files.load(delivery.entry.conversationId, file.id);
  if (!kept) throw new DeliveryFailure("give_up", "the file is not there any more");
  const form = new FormData();
  for (const [name, value] of Object.entries(fields))
    form.append(name, typeof value === "string" ? value : JSON.stringify(value));
  form.append("filedata", new Blob([Uint8Array.from(kept.bytes)], { type: file.contentType }), file.name);
  return form;
}

/** Shows that we have seen it, or that we write. */
export async function sendAction(action: string, address: unknown, options: Connected): Promise<void> {
  const json = { recipient: { id: Address.parse(address).psid }, sender_action: action };
  await callGraph(graphOf(options), `${options.pageId}/messages`, { json });
}
