import type { Facts } from "../conversation/facts";
import type { Arrival } from "../conversation/message";
import type { Point } from "../conversation/place";
import { placeToCompare, placeWords } from "../turn/placeWords";
import type { Claimed } from "./doors";
import type { InboxParts } from "./inbox";

type Known = Pick<Facts, "places" | "photoPlace" | "nearby">;

/** What the turn may know of the places a message names, and of what is reported near the one its dialog is about. */
export async function factsOfPlaces(claimed: Claimed, { locate }: Pick<InboxParts, "locate">): Promise<Known> {
  const { conversation, message } = claimed;
  if (conversation.speaker === "consultant" || conversation.speaker === "waiting") return {};
  const located = await locate?.(askedOf({ ...message, text: placeWords(conversation, message.text) }));
  return { ...located, ...(await nearbyOf(claimed)) };
}

/** What is looked for in a message: its words, and where its first photo with a position was taken. */
export function askedOf({ text, attachments }: Pick<Arrival, "text" | "attachments">): { text: string; photo?: Point } {
  const photo = attachments.find(({ position }) => position)?.position;
  return { text, ...(photo && { photo }) };
}

async function nearbyOf({ conversation, nearby }: Claimed): Promise<Pick<Known, "nearby">> {
  const place = placeToCompare(conversation);
  if (!place) return {};
  const { said, ...search } = place;
  return { nearby: { service: place.service, said, requests: await nearby(search) } };
}
