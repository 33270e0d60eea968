import type { Bus } from "../conversation/bus";
import type { Desk } from "../conversation/facts";
import type { Log } from "../conversation/log";
import { isOpen, nextOpening, type OpeningHours } from "../handoff/openingHours";
import type { StaffPresence } from "./doors";

/** The page says "here" every 15 s; three in a row may be lost before the person counts as gone. */
export const HERE_MS = 45_000;
const REFRESH_MS = 2_000;

export type PresenceParts = {
  presence: StaffPresence;
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
  let present = 0;
  const refresh = async (): Promise<void> => {
    present = await parts.presence.count(new Date(parts.now().getTime() - HERE_MS));
  };
  const refreshSafely = () =>
    void refresh().catch((error) => parts.log.error("presence_unknown", { error: String(error) }));
  await refresh();
  const timer = setInterval(refreshSafely, REFRESH_MS);
  const unsubscribe = parts.bus.subscribe("queue", refreshSafely);
  return {
    desk() {
      const now = parts.now();
      const open = present > 0 || isOpen(parts.hours, now);
      const opensAt = open ? undefined : nextOpening(parts.hours, now);
      return { open, present, ...(opensAt && { opensAt }) };
    },
    close() {
      clearInterval(timer);
      unsubscribe();
    },
  };
}
