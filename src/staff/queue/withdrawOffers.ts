import type { Act, Locked } from "../doors";
import type { StaffParts } from "../parts";
import { actOn } from "./actOn";

/** Whoever leaves the desk has nothing offered any more: it goes on at once instead of when its time is over. */
export async function withdrawOffers(accountId: string, parts: StaffParts): Promise<void> {
  for (const conversationId of await parts.store.queue.offeredTo(accountId))
    await actOn(conversationId, parts, { event: "queue_offer_withdrawn" }, (locked) => withdraw(accountId, locked));
}

/** It is no refusal: whoever comes back may be offered it again. */
async function withdraw(accountId: string, { conversation, offered }: Locked): Promise<Act<void>> {
  const { speaker, memory } = conversation;
  if (speaker !== "waiting" || offered?.to.id !== accountId) return { result: undefined };
  return { result: undefined, change: { speaker, memory, desk: { offered: undefined } } };
}
