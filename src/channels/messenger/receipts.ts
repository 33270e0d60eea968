import type { House } from "../channel";
import type { Inbound } from "./inbound";
import { CHANNEL } from "./parts";

/** Meta notes a message when it gets it, we when its answer is here: so much later at most, by either clock. */
const BETWEEN_MS = 2_000;

/** What arrived or was read: by the messages' ids where Meta tells them, else everything until then. */
export async function takeReceipt({ delivery, read }: Inbound, conversationId: string, house: House): Promise<void> {
  const told = delivery ?? read;
  if (!told) return;
  const platformIds = delivery?.mids ?? [];
  const until = new Date(told.watermark + BETWEEN_MS);
  const of = platformIds.length > 0 ? { platformIds } : { conversationId, until };
  await house.receipts.record({ channel: CHANNEL, of, state: read ? "read" : "delivered" });
}
