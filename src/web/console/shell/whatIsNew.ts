import type { QueueItem, QueueView } from "../../../staff/wire";

/** What a person has to hear about, the most pressing first. */
export type News = "urgent" | "offered" | "waiting" | "mentioned" | "answered";

type Me = { id: string; available: boolean; hidden: boolean };

/** What came since the lists were last seen that concerns this person. */
export function whatIsNew(before: QueueView, now: QueueView, me: Me): News | undefined {
  if (hasNew(before.alerts, now.alerts, ({ id }) => id)) return "urgent";
  if (hasNew(before.waiting, now.waiting, (item) => offerTo(item, me.id))) return "offered";
  if (me.available && hasNew(before.waiting, now.waiting, (item) => openToAll(item))) return "waiting";
  if (hasNew(before.mentions, now.mentions, ({ noteId }) => noteId)) return "mentioned";
  if (me.hidden && hasNew(before.mine, now.mine, lineToAnswer)) return "answered";
  return undefined;
}

/** How many things want this person: what the number in the tab's title says. */
export function howMany(queue: QueueView, me: { id: string; available: boolean }): number {
  const waiting = queue.waiting.filter((item) => me.available || offerTo(item, me.id));
  return (
    queue.alerts.length + waiting.length + queue.mentions.length + queue.mine.filter((item) => item.awaitsReply).length
  );
}

function hasNew<T>(before: T[], now: T[], keyOf: (item: T) => string | undefined): boolean {
  const known = new Set(before.map(keyOf));
  return now.some((item) => keyOf(item) !== undefined && !known.has(keyOf(item)));
}

const offerTo = ({ id, offered }: QueueItem, me: string) =>
  offered?.to.id === me ? `${id} ${offered.until}` : undefined;
const openToAll = ({ id, since }: QueueItem) => `${id} ${since}`;
const lineToAnswer = ({ id, awaitsReply, lastLine }: QueueItem) => (awaitsReply ? `${id} ${lastLine?.seq}` : undefined);
