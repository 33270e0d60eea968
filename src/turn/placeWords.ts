import type { Conversation } from "../conversation/conversation";
import type { Point } from "../conversation/place";
import { exactPoint, houseNumberIn } from "../dialogs/place";
import { takenWords } from "./taken";
import { wishFor } from "./wishFor";

/**
 * The words to look for in the city's lists: a button stands for the words it was offered for, a bare house number
 * belongs to the street it was asked for.
 */
export function placeWords({ memory }: Pick<Conversation, "memory">, text: string): string {
  const taken = takenWords(wishFor(text, memory.offered), memory);
  if (taken !== undefined) return taken;
  const { question, found } = memory.dialog?.place ?? {};
  const number = question === "number" && found?.source === "street" ? houseNumberIn(text) : undefined;
  return number === undefined || !found ? text : `${found.text} ${number}`;
}

type Comparable = { service: string; said: string; point?: Point; address?: string };

/** The place of the running dialog, while what is reported there already was not shown and would tell something. */
export function placeToCompare({ memory }: Pick<Conversation, "memory">): Comparable | undefined {
  const { service, place, nearbyTold } = memory.dialog ?? {};
  const found = place?.found;
  if (service === undefined || !place || !found || nearbyTold) return undefined;
  const { point } = exactPoint(found);
  // A whole street is no spot.
  const address = found.source === "street" || found.source === "text" ? undefined : found.text;
  if (!point && address === undefined) return undefined;
  return { service, said: place.said, ...(point && { point }), ...(address !== undefined && { address }) };
}
