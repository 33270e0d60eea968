import { type Channel, type Delivery, DeliveryFailure, type House, type Part, type Sending } from "../channels/channel";
import { standingOf } from "../channels/window";
import type { Limiter } from "../conversation/bus";
import type { Log } from "../conversation/log";
import type { Outbox } from "./doors";
import { openPace, type Pace } from "./pace";
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
  /** In how many seconds what failed so often is tried again, where the platform does not say. */
  retrySeconds?(attempt: number): number;
};

const EVERY_MS = 1_000;
/** More than are sent at once: some wait because their resident gets no more just now. */
const AT_ONCE = 50;
const LEASE_SECONDS = 60;
const SEND_WITHIN_SECONDS = 50;
/** 2 s, 8 s, 18 s … up to an hour; after the last try (about 17 hours) a person has to look. */
const MOST_ATTEMPTS = 45;
const inSquares = (attempt: number): number => Math.min(3600, 2 * attempt ** 2);

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

type Worker = { channel: Channel; parts: DeliveryParts; pace: Pace; rest: { until: number } };

function deliverTo(channel: Channel, parts: DeliveryParts) {
  const { outbox, log, now, everyMs = EVERY_MS } = parts;
  const worker: Worker = { channel, parts, pace: openPace(parts.limiter), rest: { until: 0 } };
  return openPool<Delivery>({
    atOnce: AT_ONCE,
    everyMs,
    log,
    failed: "delivery_failed",
    take: async (most) =>
      now().getTime() < worker.rest.until ? [] : outbox.take(channel.name, now(), most, LEASE_SECONDS),
    async work(delivery) {
      await bring(delivery, worker);
      parts.onChange?.(delivery.entry.conversationId);
    },
  });
}

/** Sends what is not there yet of a delivery, part by part; what keeps it from its end is settled. */
async function bring(delivery: Delivery, worker: Worker): Promise<void> {
  const { channel, parts } = worker;
  const { id, attempt } = delivery;
  try {
    if (!(await mayBeSent(delivery, worker))) return;
    const messages = channel.render?.(delivery) ?? [];
    for (const [index, part] of messages.entries())
      if (index >= delivery.sentParts && !(await sendPart(part, index, delivery, worker))) return;
    await parts.outbox.done(id, parts.now());
  } catch (error) {
    const failure = failureOf(error);
    const { kind, message: reason } = failure;
    parts.log.warn("delivery_refused", { delivery: id, channel: channel.name, attempt, kind, reason });
    await settle(delivery, failure, worker);
  }
}

/** Answers false when somebody else has the delivery by now. */
async function sendPart(part: Part, index: number, delivery: Delivery, worker: Worker): Promise<boolean> {
  const { parts } = worker;
  const there = await readyToSend(delivery, worker);
  if (there === undefined) return false;
  // What died before writing it down, or did not hear the answer, may be proved meanwhile.
  if (index < there) return true;
  const begun = parts.now();
  const platformId = await send(part, { delivery, index, key: `${delivery.id}:${index}` }, worker);
  await parts.outbox.partSent(delivery.id, index, platformId, begun);
  return true;
}

/** Waits its turn; answers how many parts are there by then, or undefined when somebody else has the delivery. */
async function readyToSend(delivery: Delivery, { channel, parts, pace, rest }: Worker): Promise<number | undefined> {
  await pace(channel, delivery);
  const now = parts.now().getTime();
  // The platform wants peace, as another was told while this one stood in line.
  if (now < rest.until)
    throw new DeliveryFailure("slow_down", "the platform wants us to wait", (rest.until - now) / 1000);
  return parts.outbox.keep(delivery.id, delivery.attempt, new Date(now + LEASE_SECONDS * 1000));
}

/** Ends before the delivery is somebody else's. */
async function send(part: Part, sending: Sending, { channel, parts }: Worker): Promise<string | undefined> {
  let timer: NodeJS.Timeout | undefined;
  const tooLong = new Promise<never>((_, failed) => {
    const failure = new DeliveryFailure("retry", "the platform did not answer in time");
    timer = setTimeout(() => failed(failure), SEND_WITHIN_SECONDS * 1000);
  });
  try {
    return await Promise.race([channel.send?.(part, sending, { files: parts.files }), tooLong]);
  } finally {
    clearTimeout(timer);
  }
}

/** Whether the platform's window lets it through; if not it waits, and where that is possible the resident is asked to write. */
async function mayBeSent(delivery: Delivery, worker: Worker): Promise<boolean> {
  const { channel, parts } = worker;
  const { outbox, now } = parts;
  // A greeting is on its way before the message it answers is stored: who has just come has just been heard.
  const heardAt = delivery.heardAt ?? delivery.entry.at;
  const { state } = standingOf(channel.capabilities(delivery.address), heardAt, now());
  if (state === "open" || (state === "person" && delivery.entry.author === "consultant")) return true;
  const invitation = state === "template" ? channel.invite?.(delivery) : undefined;
  if (invitation && !(await outbox.holds(delivery.entry.conversationId))) {
    if ((await readyToSend(delivery, worker)) === undefined) return false;
    await send(invitation, { delivery, index: -1, key: `${delivery.id}:invitation` }, worker);
  }
  await hold(delivery, parts);
  return false;
}

const hold = ({ id, heardAt }: Delivery, { outbox, now }: DeliveryParts) =>
  outbox.hold(id, "window_closed", { heardAt, at: now() });

async function settle(delivery: Delivery, failure: DeliveryFailure, { parts, rest }: Worker): Promise<void> {
  const { id, attempt } = delivery;
  const { outbox, now, retrySeconds = inSquares } = parts;
  const { kind, message: reason, retryAfterSeconds } = failure;
  const inSeconds = (seconds: number) => new Date(now().getTime() + seconds * 1000);
  if (kind === "window_closed") return hold(delivery, parts);
  // Nobody's fault but ours or the platform's, as when a token expired: that may last, and nothing is lost by it.
  if (kind === "slow_down") {
    const until = inSeconds(retryAfterSeconds ?? 1);
    rest.until = Math.max(rest.until, until.getTime());
    return outbox.putOff(id, reason, until);
  }
  const isOver = kind === "blocked" || kind === "give_up" || attempt >= MOST_ATTEMPTS;
  if (isOver) return outbox.failed(id, kind === "blocked" ? kind : reason);
  await outbox.failed(id, reason, inSeconds(retryAfterSeconds ?? retrySeconds(attempt)));
}

const failureOf = (error: unknown) =>
  error instanceof DeliveryFailure
    ? error
    : new DeliveryFailure("retry", error instanceof Error ? error.message : String(error));
