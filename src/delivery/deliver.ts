import type { Channel, Delivery } from "../channels/channel";
import type { Log } from "../conversation/log";
import type { Outbox } from "./doors";
import { openWorker } from "./worker";

export type DeliveryParts = { outbox: Outbox; channels: Channel[]; log: Log; now(): Date };

const EVERY_MS = 1_000;
const AT_ONCE = 20;
const LEASE_SECONDS = 60;
/** 10 s, 40 s, 90 s … up to an hour; after the last try (about a day) a person has to look. */
const MOST_ATTEMPTS = 30;
const retrySeconds = (attempt: number) => Math.min(3600, 10 * attempt ** 2);

/** Brings what the outbox holds to the channels that push, with growing pauses; a given-up delivery keeps its reason. */
export function openDelivery(parts: DeliveryParts): { wake(): void; close(): Promise<void> } {
  return openWorker({
    async round() {
      const due = await parts.outbox.take(parts.now(), AT_ONCE, LEASE_SECONDS);
      await Promise.all(due.map((delivery) => bring(delivery, parts)));
      return due.length > 0;
    },
    everyMs: EVERY_MS,
    log: parts.log,
    failed: "delivery_failed",
  });
}

async function bring(delivery: Delivery & { channel: string }, parts: DeliveryParts): Promise<void> {
  const { id, attempt } = delivery;
  try {
    const channel = parts.channels.find(({ name }) => name === delivery.channel);
    if (!channel?.deliver) throw new Error(`channel ${delivery.channel} is not configured for delivery`);
    await channel.deliver(delivery);
    await parts.outbox.done(id, parts.now());
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    const retryAt = new Date(parts.now().getTime() + retrySeconds(attempt) * 1000);
    parts.log.warn("delivery_refused", { delivery: id, channel: delivery.channel, attempt, reason });
    await (attempt >= MOST_ATTEMPTS ? parts.outbox.failed(id, reason) : parts.outbox.failed(id, reason, retryAt));
  }
}
