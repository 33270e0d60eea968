import type { StaffParts } from "./parts";
import { HERE_MS } from "./presence";
import { together } from "./together";
import { alertView, queueItem } from "./views";
import type { QueueItem, QueueView } from "./wire";

const QUEUE_AT_MOST = 200;
/** Everybody finds their own among these, so all that a large shift holds. */
const HELD_AT_MOST = 1000;
const ALERTS_AT_MOST = 50;

/** A later sign of life than this means the person is there. */
export const presentSince = ({ now }: StaffParts) => new Date(now().getTime() - HERE_MS);

/** The desk as everybody sees it; `held`: all that consultants hold, snoozed ones too. */
export type DeskNow = Pick<QueueView, "alerts" | "waiting" | "held" | "present" | "free" | "openTasks">;

const readers = new WeakMap<StaffParts["store"], () => Promise<DeskNow>>();

/** Every page asks at the same moments, when the desk changed: one look serves all of them. */
export function deskNow(parts: StaffParts): Promise<DeskNow> {
  const { store } = parts;
  const read = readers.get(store) ?? together(() => readDesk(parts));
  readers.set(store, read);
  return read();
}

async function readDesk(parts: StaffParts): Promise<DeskNow> {
  const { desk, presence, alerts } = parts.store;
  const { names } = parts.content();
  const since = presentSince(parts);
  const [waiting, held, open, present, openTasks] = await Promise.all([
    desk.waiting(since, QUEUE_AT_MOST),
    desk.held(since, HELD_AT_MOST),
    alerts.open(ALERTS_AT_MOST),
    presence.count(since),
    desk.openContactTasks(),
  ]);
  return {
    alerts: open.map(alertView),
    waiting: waiting.map((listed, index) => queueItem(listed, names, index + 1)),
    held: held.map((listed): QueueItem => queueItem(listed, names)),
    ...present,
    openTasks,
  };
}
