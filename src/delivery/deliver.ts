import { type Channel, type Delivery, DeliveryFailure, type House } from "../channels/channel";
import { standingOf } from "../channels/window";
import type { Limiter } from "../conversation/bus";
import type { Log } from "../conversation/log";
import type { Outbox } from "./doors";
import { inPace } from "./pace";
import { openPool } from "./pool";

export type DeliveryParts = {
  outbox: Outbox;
  channels: Channel[];
  limiter: Limiter;
  files: House["files"];
  log: Log;
  now(): Date;
  /** Called when something of the conversation was sent, or will not be. */
  onChange?(conversationId: string): void;
  everyMs?: number;
};

const EVERY_MS = 1_000;
const AT_ONCE = 20;
const LEASE_SECONDS = 60;
/** 2 s, 8 s, 18 s … up to an hour; after the last try (about 17 hours) a person has to look. */
const MOST_ATTEMPTS = 45;
const retrySeconds = (attempt: number) => Math.min(3600, 2 * attempt ** 2);

/** Brings what the outbox holds to the channels that push, each at its own pace; a given-up delivery keeps its reason. */
export function openDelivery(parts: DeliveryParts): { wake(): void; close(): Promise<void> } {
  const workers = parts.channels.filter(({ send }) => send).map((channel) => deliverTo(channel, parts));
  return {
    wake() {
      for (const worker of workers) worker.wake();
    },
    close: async () => void (await Promise.all(workers.map((worker) => worker.close()))),
  };
}

function deliverTo(channel: Channel, parts: DeliveryParts) {
  const { outbox, log, now, everyMs = EVERY_MS } = parts;
  let restUntil = 0;
  return openPool<Delivery>({
    atOnce: AT_ONCE,
    everyMs,
    log,
    failed: "delivery_failed",
    take: async (most) => (now().getTime() < restUntil ? [] : outbox.take(channel.name, now(), most, LEASE_SECONDS)),
    async work(delivery) {
      const failure = await bring(delivery, channel, parts);
      const rest = failure?.kind === "slow_down" ? (failure.retryAfterSeconds ?? 1) : 0;
      restUntil = Math.max(restUntil, now().getTime() + rest * 1000);
      parts.onChange?.(delivery.entry.conversationId);
    },
  });
}

/** Sends what is not there yet of a delivery, part by part; answers why that did not go to its end. */
async function bring(delivery: Delivery, channel: Channel, parts: DeliveryParts): Promise<DeliveryFailure | undefined> {
  const { id, attempt } = delivery;
  try {
    if (!(await mayBeSent(delivery, channel, parts))) return undefined;
    const messages = channel.render?.(delivery) ?? [];
    for (const index of messages.keys())
      if (index >= delivery.sentParts) await sendPart(index, messages, { delivery, channel, parts });
    await parts.outbox.done(id, parts.now());
    return undefined;
  } catch (error) {
    const failure = failureOf(error);
    const { kind, message: reason } = failure;
    parts.log.warn("delivery_refused", { delivery: id, channel: channel.name, attempt, kind, reason });
    await settle(delivery, failure, parts);
    return failure;
  }
}

type About = { delivery: Delivery; channel: Channel; parts: DeliveryParts };

async function sendPart(index: number, messages: ReturnType<NonNullable<Channel["render"]>>, about: About) {
  const { delivery, channel, parts } = about;
  const part = messages[index];
  if (!part) return;
  await inPace(channel, delivery, parts.limiter);
  const sending = { delivery, index, key: `${delivery.id}:${index}` };
  const platformId = await channel.send?.(part, sending, { files: parts.files });
  await parts.outbox.partSent(delivery.id, index, platformId, parts.now());
}

/** Whether the platform's window lets it through; if not it waits, and where that is possible the resident is asked to write. */
async function mayBeSent(delivery: Delivery, channel: Channel, parts: DeliveryParts): Promise<boolean> {
  const { outbox, limiter, now } = parts;
  const { state } = standingOf(channel.capabilities(delivery.address), delivery.heardAt, now());
  if (state === "open" || (state === "person" && delivery.entry.author === "consultant")) return true;
  const invitation = state === "template" ? channel.invite?.(delivery) : undefined;
  if (invitation && !(await outbox.holds(delivery.entry.conversationId))) {
    await inPace(channel, delivery, limiter);
    await channel.send?.(invitation, { delivery, index: -1, key: `${delivery.id}:invitation` }, { files: parts.files });
  }
  await outbox.hold(delivery.id, "window_closed");
  return false;
}

async function settle({ id, attempt }: Delivery, failure: DeliveryFailure, { outbox, now }: DeliveryParts) {
  const { kind, message: reason, retryAfterSeconds } = failure;
  if (kind === "window_closed") return outbox.hold(id, kind);
  const isOver = kind === "blocked" || kind === "give_up" || attempt >= MOST_ATTEMPTS;
  if (isOver) return outbox.failed(id, kind === "blocked" ? kind : reason);
  const seconds = Math.max(retryAfterSeconds ?? 0, retryAfterSeconds === undefined ? retrySeconds(attempt) : 1);
  await outbox.failed(id, reason, new Date(now().getTime() + seconds * 1000));
}

const failureOf = (error: unknown) =>
  error instanceof DeliveryFailure
    ? error
    : new DeliveryFailure("retry", error instanceof Error ? error.message : String(error));
