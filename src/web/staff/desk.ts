import type { QueueView, SessionView } from "../../staff/wire";
import { el } from "../widget/dom";
import type { Alerts } from "./alerts";
import { call } from "./api";
import { openConversation } from "./conversation";
import { openLive } from "./live";
import { queueList } from "./queueList";
import { pl } from "./texts/pl";

export type DeskParts = {
  session: SessionView;
  alerts: Alerts;
  may(right: SessionView["rights"][number]): boolean;
  onCounts(counts: { desk: number; tasks: number }): void;
};

export type Desk = {
  node: HTMLElement;
  /** Opens the conversation, or none. */
  show(id: string | undefined): void;
  /** A call got through: what was missed while none did is fetched. */
  reached(): void;
  close(): void;
};

const REFRESH_MS = 15_000;
/** However much happens, the list is fetched no more often than this. */
const PAUSE_MS = 700;

/** The desk: the list of conversations on the left, the chosen one beside it, both kept fresh. */
export function openDesk(parts: DeskParts): Desk {
  const seen = new Map<string, number>();
  let known: Set<string> | undefined;
  let current: string | undefined;
  let behind = false;
  let timer: number | undefined;

  const fetchQueue = async (): Promise<void> => {
    timer = undefined;
    const result = await call<QueueView>("GET", "queue");
    if (!result.ok) {
      behind = true;
      return;
    }
    behind = false;
    take(result.body);
  };
  const refresh = (): void => {
    timer ??= window.setTimeout(() => void fetchQueue(), PAUSE_MS);
  };
  const take = (queue: QueueView): void => {
    const unread = unreadIn(queue);
    list.draw(queue, { me: parts.session.account.id, current, unread });
    alertTo(queue, unread);
    const needy = queue.alerts.length + queue.waiting.length + unread.size;
    parts.onCounts({ desk: needy, tasks: queue.openTasks });
    parts.alerts.count(needy);
    live.watch([...new Set([...queue.mine.map(({ id }) => id), ...(current ? [current] : [])])]);
  };
  const unreadIn = (queue: QueueView): Set<string> => {
    const unread = new Set<string>();
    for (const { id, lastSeq, lastLine } of queue.mine) {
      const isHere = id === current && !document.hidden;
      if (isHere || !seen.has(id)) seen.set(id, lastSeq);
      else if (lastLine?.author === "resident" && lastLine.seq > (seen.get(id) ?? 0)) unread.add(id);
    }
    return unread;
  };
  let answered = new Set<string>();
  let urgent = new Set<string>();
  const alertTo = ({ alerts, waiting }: QueueView, unread: Set<string>): void => {
    const ids = new Set(waiting.map(({ id }) => id));
    const isNew = known && [...ids].some((id) => !known?.has(id));
    const isAnswered = [...unread].some((id) => !answered.has(id));
    // Unlike the queue, also those that were there when the page was opened.
    const isUrgent = alerts.some(({ id }) => !urgent.has(id));
    if (isUrgent) parts.alerts.raise(pl.alerts.urgent);
    else if (isNew) parts.alerts.raise(pl.alerts.waiting);
    else if (isAnswered) parts.alerts.raise(pl.alerts.answered);
    urgent = new Set(alerts.map(({ id }) => id));
    known = ids;
    answered = unread;
  };

  const conversation = openConversation({ ...parts, changed: refresh });
  const list = queueList({ ...parts, changed: refresh });
  const live = openLive({
    open() {
      refresh();
      conversation.refresh();
    },
    lost: () => void fetchQueue(),
    queue() {
      refresh();
      conversation.refresh();
    },
    news({ conversationId }) {
      if (conversationId === current) conversation.refresh();
      refresh();
    },
    typing: ({ conversationId }) => conversationId === current && conversation.residentTypes(),
    over: refresh,
  });
  const poll = setInterval(() => {
    refresh();
    conversation.refresh();
  }, REFRESH_MS);
  const node = el("div", { class: "desk" }, el("h1", { class: "unseen" }, pl.nav.desk), list.node, conversation.node);
  return {
    node,
    show(id) {
      current = id;
      if (id !== undefined) seen.delete(id);
      node.classList.toggle("chosen", id !== undefined);
      conversation.show(id);
      refresh();
    },
    reached() {
      if (!behind) return;
      behind = false;
      refresh();
      conversation.refresh();
    },
    close() {
      clearInterval(poll);
      clearTimeout(timer);
      live.close();
      conversation.close();
    },
  };
}
