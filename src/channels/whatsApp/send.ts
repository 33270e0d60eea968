import { z } from "zod";
import { DeliveryFailure, type House, type Part, type Sending } from "../channel";
import { callGraph, type GraphOptions } from "../meta/graph";
import { uploadMedia } from "./media";
import { FilePart } from "./render";
import { Address } from "./wire";

const Sent = z.object({ messages: z.array(z.object({ id: z.string().min(1) })) });

/** Comes back with everything the platform tells of the message; that is how a part is known to be there. */
const markOf = ({ delivery, index }: Sending): string => `hejnal:${delivery.id}:${index}`;

/** Which part of which delivery a mark of ours names; an invitation is none. */
export function partOf(mark: string | undefined): { deliveryId: string; part: number } | undefined {
  const [, deliveryId, part] = /^hejnal:(.+):(\d{1,6})$/.exec(mark ?? "") ?? [];
  return deliveryId === undefined ? undefined : { deliveryId, part: Number(part) };
}

/** Sends one message; answers what the platform calls it. */
export async function sendPart(
  part: Part,
  sending: Sending,
  { graph, files }: { graph: GraphOptions; files: House["files"] },
): Promise<string | undefined> {
  const { phoneId, to, user } = Address.parse(sending.delivery.address);
  const content = await contentOf(
    part,
    { phoneId, conversationId: sending.delivery.entry.conversationId },
    { graph, files },
  );
  const json = {
    messaging_product: "whatsapp",
    recipient_type: "individual",
    // By number where it is known: only then the platform goes on telling it.
    ...(to === undefined ? { recipient: user } : { to }),
    ...content,
    biz_opaque_callback_data: markOf(sending),
  };
  const answer = Sent.safeParse(await callGraph(graph, `${phoneId}/messages`, { json }).catch(refused));
  return answer.data?.messages[0]?.id;
}

/**
 * What only the city can put right: the token may not do this, the account is locked, restricted or not paid for, the
 * number not registered. Nothing is lost until it is.
 */
const CITYS_OWN = /code (3|10|2\d\d|368|131005|131031|131042|131045|131048|131057|133010)\b/;
const ASK_AGAIN_SECONDS = 300;

function refused(error: unknown): never {
  if (error instanceof DeliveryFailure && CITYS_OWN.test(error.message))
    throw new DeliveryFailure("slow_down", error.message, ASK_AGAIN_SECONDS);
  throw error;
}

type Where = { phoneId: string; conversationId: string };

async function contentOf(
  part: Part,
  where: Where,
  doors: { graph: GraphOptions; files: House["files"] },
): Promise<Part> {
  const file = FilePart.safeParse(part).data;
  if (!file) return part;
  const { shown, attachment } = file;
  const id = await uploadMedia({ attachment, ...where }, doors.graph, doors.files);
  return { type: shown, [shown]: { id, ...(shown === "document" && { filename: attachment.name }) } };
}

/** Shows that somebody writes, for 25 seconds or until a message comes; what was written last shows as read. */
export async function showTyping(address: unknown, graph: GraphOptions): Promise<void> {
  const { phoneId, lastMessageId } = Address.parse(address);
  const json = {
    messaging_product: "whatsapp",
    status: "read",
    message_id: lastMessageId,
    typing_indicator: { type: "text" },
  };
  await callGraph(graph, `${phoneId}/messages`, { json });
}
