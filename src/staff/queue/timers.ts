import type { Act, Locked, Timer, TimerKind } from "../doors";
import type { StaffParts } from "../parts";
import { actOn } from "./actOn";
import { backSince, backToQueue, unansweredSince } from "./backToQueue";
import { mailOnDuty } from "./mailOnDuty";

const AT_MOST = 200;
const TRY_AGAIN_MS = 60_000;

/** Does what is due. A timer whose work failed is tried again later, so that it does not keep the others from their turn. */
export async function runTimers(parts: StaffParts): Promise<void> {
  const { store, log, now } = parts;
  for (const timer of await store.timers.due(now(), AT_MOST)) {
    try {
      await run(timer, parts);
      await store.timers.clear(timer);
    } catch (error) {
      const { kind, conversationId } = timer;
      log.error("timer_failed", { kind, conversation: conversationId, error: String(error) });
      await store.timers.postpone(timer, new Date(now().getTime() + TRY_AGAIN_MS));
    }
  }
}

type Decide = (locked: Locked, now: Date) => Promise<Act<void>>;

const nothing: Act<void> = { result: undefined };

async function run(timer: Timer, parts: StaffParts): Promise<void> {
  if (timer.kind === "waits_too_long") return mailOnDuty(timer, parts);
  const decide = acts[timer.kind];
  const event = `queue_${timer.kind}`;
  // Under the lock: another process may have done it already, or moved the timer.
  await actOn(timer.conversationId, parts, { event }, async (locked) =>
    (await locked.hasTimer(timer)) ? decide(locked, parts.now()) : nothing,
  );
}

/** Each looks again under the lock: the answer may have come just now. An `offer_ends` without an offer ends a pause. */
const acts: Record<Exclude<TimerKind, "waits_too_long">, Decide> = {
  async offer_ends({ conversation: { speaker, memory }, offered, declined }, now) {
    if (speaker !== "waiting" || (offered && offered.until > now)) return nothing;
    if (!offered && declined.length === 0) return nothing;
    const desk = offered ? { offered: undefined, declined: [...declined, offered.to.id] } : { declined: [] };
    return { result: undefined, change: { speaker, memory, desk } };
  },

  async consultant_silent(locked) {
    const { conversation, snoozedUntil } = locked;
    if (conversation.speaker !== "consultant" || !conversation.consultantId || snoozedUntil) return nothing;
    const asked = await unansweredSince(locked);
    if (!asked) return nothing;
    // In front: they have waited for a person before.
    const waitingSince = await backSince(locked, asked);
    return { result: undefined, change: backToQueue(locked, { waitingSince, declined: [conversation.consultantId] }) };
  },

  async snooze_ends(locked, now) {
    const { conversation, snoozedUntil, holder } = locked;
    const { speaker, consultantId, memory } = conversation;
    if (speaker !== "consultant" || !consultantId || !snoozedUntil || snoozedUntil > now) return nothing;
    if (!holder?.present)
      return { result: undefined, change: backToQueue(locked, { waitingSince: now, declined: [] }) };
    return { result: undefined, change: { speaker, consultantId, memory, desk: { snoozedUntil: undefined } } };
  },
};
