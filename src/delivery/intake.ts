import { type Channel, type ChannelEvent, type House, type NewEvent, NotNow } from "../channels/channel";
import type { Log } from "../conversation/log";
import type { Events, TakenEvent } from "./doors";
import { openPool } from "./pool";

export type IntakeParts = {
  events: Events;
  channels: Channel[];
  log: Log;
  now(): Date;
  everyMs?: number;
  settleMs?: number;
  /** In how many seconds what failed so often is tried again. */
  retrySeconds?(attempt: number): number;
};

export type Intake = {
  /** Stores what a platform told; it is safe once this resolves. */
  receive: House["receive"];
  /** Begins to hand events to their channels. */
  start(house: House): void;
  close(): Promise<void>;
};

/** Platforms send what was written within a moment in any order; so long is waited for what came before it. */
const SETTLE_MS = 250;
const EVERY_MS = 1_000;
/** Few: each is a message whose turn follows, and what platforms tell meanwhile must be acknowledged at once. */
const AT_ONCE = 4;
/**
 * Shorter than a delivery is in one pair of hands: what a platform shows us of a send whose process died is heard
 * before that would be sent again. Whoever works longer keeps it.
 */
const LEASE_SECONDS = 30;
const KEEP_EVERY_MS = 10_000;
/** 1 s, 4 s, 9 s …: about five minutes. */
const MOST_ATTEMPTS = 9;
const inSquares = (attempt: number): number => attempt ** 2;
/** Platforms repeat for a week what they think we did not get. */
const KEPT_DAYS = 30;
const DAY_MS = 86_400_000;

/** What platforms tell us: stored at once, looked into in order, tried again when that fails. */
export function openIntake(parts: IntakeParts): Intake {
  const { events, channels, log, now, everyMs = EVERY_MS, settleMs = SETTLE_MS } = parts;
  const names = channels.filter(({ handle }) => handle).map(({ name }) => name);
  let pool: ReturnType<typeof openPool<TakenEvent>> | undefined;
  let forgotAt = 0;
  const timers = new Set<NodeJS.Timeout>();

  const wakeSoon = (): void => {
    const timer = setTimeout(() => {
      timers.delete(timer);
      pool?.wake();
    }, settleMs + 1);
    timers.add(timer);
  };
  const forgetOld = async (): Promise<void> => {
    if (now().getTime() - forgotAt < DAY_MS / 24) return;
    forgotAt = now().getTime();
    await events.forget(new Date(forgotAt - KEPT_DAYS * DAY_MS));
  };

  return {
    async receive(channel: string, told: NewEvent[]) {
      if (told.length === 0) return;
      const at = now();
      const added = await events.add(channel, told, at, new Date(at.getTime() + settleMs));
      if (added > 0) wakeSoon();
    },
    start(house) {
      pool = openPool<TakenEvent>({
        atOnce: AT_ONCE,
        everyMs,
        log,
        failed: "intake_failed",
        async take(most) {
          await forgetOld();
          return names.length > 0 ? events.take(names, now(), most, LEASE_SECONDS) : [];
        },
        work: (event) => handle(event, house, parts),
      });
      pool.wake();
    },
    async close() {
      for (const timer of timers) clearTimeout(timer);
      await pool?.close();
    },
  };
}

async function handle(event: TakenEvent, house: House, parts: IntakeParts): Promise<void> {
  const { events, log, now, retrySeconds = inSquares } = parts;
  const { channel, kind, attempt } = event;
  const isLast = attempt >= MOST_ATTEMPTS;
  const after = (seconds: number) => new Date(now().getTime() + seconds * 1000);
  try {
    await lookInto({ ...event, isLast }, house, parts);
    await events.done(event, now());
  } catch (error) {
    if (error instanceof NotNow) return events.putOff(event, after(error.retryAfterSeconds));
    const reason = error instanceof Error ? error.message : String(error);
    log.warn("event_failed", { channel, kind, attempt, reason });
    if (isLast) log.error("event_given_up", { channel, kind, reason });
    await events.failed(event, reason, isLast ? undefined : after(retrySeconds(attempt)));
  }
}

/** Nobody else takes it meanwhile, however long that lasts. */
async function lookInto(event: TakenEvent & ChannelEvent, house: House, { events, channels, now }: IntakeParts) {
  const keep = () => events.keep(event, new Date(now().getTime() + LEASE_SECONDS * 1000)).catch(() => {});
  const keeping = setInterval(keep, KEEP_EVERY_MS);
  try {
    await channels.find(({ name }) => name === event.channel)?.handle?.(event, house);
  } finally {
    clearInterval(keeping);
  }
}
