import type { Bus } from "../conversation/bus";
import type { Desk } from "../conversation/facts";
import type { Log } from "../conversation/log";
import { isOpen, nextOpening } from "../conversation/openingHours";
import type { OpeningHours } from "../handoff/openingHours";
import type { StaffPresence, StaffQueue } from "./doors";
import { waitRange } from "./queue/waitRange";
import { together } from "./together";

/** The page says "here" every 15 s; three in a row may be lost before the person counts as gone. */
export const HERE_MS = 45_000;
const REFRESH_MS = 2_000;
/** Waiting times of these hours tell how long it takes now. */
const SAMPLED_MS = 3 * 60 * 60 * 1000;
const SAMPLES_AT_MOST = 30;

export type PresenceParts = {
  presence: Pick<StaffPresence, "count">;
  queue: Pick<StaffQueue, "waits">;
  hours: OpeningHours;
  bus: Bus;
  log: Log;
  now(): Date;
};

/**
 * Knows at any moment who is at the desk, without asking the store in a turn: the count is refreshed every couple of
 * seconds and whenever the desk changed. Open means within opening hours, or somebody is there all the same.
 */
export async function watchPresence(parts: PresenceParts): Promise<{ desk(): Desk; close(): void }> {
  let desk: Pick<Desk, "present" | "free" | "wait"> = { present: 0, free: 0 };
  const refresh = async (): Promise<void> => {
    const now = parts.now().getTime();
    const counted = await parts.presence.count(new Date(now - HERE_MS));
    // An empty desk promises nothing.
    const wait =
      counted.present > 0 ? waitRange(await parts.queue.waits(new Date(now - SAMPLED_MS), SAMPLES_AT_MOST)) : undefined;
    desk = { ...counted, ...(wait && { wait }) };
  };
  // On a busy night the desk changes more often than it can be counted.
  const refreshTogether = together(refresh);
  const refreshSafely = () =>
    void refreshTogether().catch((error) => parts.log.error("presence_unknown", { error: String(error) }));
  await refresh();
  const timer = setInterval(refreshSafely, REFRESH_MS);
  const unsubscribe = parts.bus.subscribe("queue", refreshSafely);
  return {
    desk() {
      const now = parts.now();
      const open = desk.present > 0 || isOpen(parts.hours, now);
      const opensAt = open ? undefined : nextOpening(parts.hours, now);
      return { open, ...desk, ...(opensAt && { opensAt }) };
    },
    close() {
      clearInterval(timer);
      unsubscribe();
    },
  };
}
