import type { Paged, QueueItem, QueueView } from "../../staff/wire";
import { el } from "../widget/dom";
import { type AlertListParts, alertList } from "./alertList";
import { call } from "./api";
import { button, livingList } from "./dom";
import { pl } from "./texts/pl";
import { moment, waitingTime } from "./time";

type Marks = { me: string; current: string | undefined; unread: ReadonlySet<string> };

/** All that decides how a line looks. */
type Row = Omit<QueueItem, "lastSeq"> & { isCurrent: boolean; isUnread: boolean };

const rowOf = ({ lastSeq: _, holder, ...item }: QueueItem, { me, current, unread }: Marks): Row => ({
  ...item,
  ...(holder && holder.id !== me && { holder }),
  isCurrent: item.id === current,
  isUnread: unread.has(item.id),
});

/** The lists on the left: what cannot wait, who waits, what I hold, what others hold, and on demand all the rest. */
export function queueList(desk: AlertListParts): { node: HTMLElement; draw(queue: QueueView, marks: Marks): void } {
  const texts = pl.queue;
  const alerts = alertList(desk);
  const waiting = section(texts.waiting, texts.noneWaiting);
  const mine = section(texts.mine, texts.noneMine);
  const held = section(texts.held, "");
  const all = allOpen();
  const parts = desk.may("work_desk") ? [waiting.node, mine.node] : [waiting.node];
  const node = el("section", { class: "list", "aria-label": texts.label }, alerts.node, ...parts, held.node, all.node);
  return {
    node,
    draw(queue, marks) {
      alerts.draw(queue.alerts);
      waiting.draw(queue.waiting, marks);
      mine.draw(queue.mine, marks);
      held.node.hidden = queue.held.length === 0;
      held.draw(queue.held, marks);
      all.mark(marks);
    },
  };
}

function section(title: string, noneText: string) {
  const count = el("span", { class: "count" });
  const items = el("ul", { class: "items" });
  const none = el("p", { class: "none" }, noneText);
  const node = el("div", { class: "group" }, el("h2", {}, title, count), items, none);
  const drawRows = livingList(items, line);
  const draw = (list: QueueItem[], marks: Marks): void => {
    count.replaceChildren(list.length > 0 ? String(list.length) : "");
    none.hidden = list.length > 0;
    drawRows(list.map((item) => rowOf(item, marks)));
  };
  return { node, draw };
}

/** One conversation as a link, so that it opens with every key and in a new tab, too. */
function line({ id, speaker, reason, since, position, lastLine, isCurrent, ...row }: Row): HTMLElement {
  const title = reason ? pl.reasons[reason] : pl.speaker[speaker];
  const time = speaker === "waiting" ? waitingTime(since, pl.queue.waits) : lastLine && moment(lastLine.at);
  const head = el(
    "span",
    { class: "head" },
    position === undefined ? undefined : el("span", { class: "place" }, `${position}.`),
    el("span", { class: "title" }, title),
    time,
  );
  const tags = tagsOf(row);
  const link = el(
    "a",
    { href: `#/desk/${encodeURIComponent(id)}`, ...(isCurrent && { "aria-current": "true" }) },
    head,
    lastLine && el("span", { class: "last" }, lastLine.text),
    tags.length > 0 ? el("span", { class: "tags" }, ...tags) : undefined,
  );
  return el("li", { class: `item ${speaker}` }, link);
}

function tagsOf({ language, holder, isUnread }: Pick<Row, "language" | "holder" | "isUnread">): HTMLElement[] {
  return [
    language === "pl" ? undefined : el("span", { class: "tag" }, pl.languages[language]),
    holder && el("span", { class: "tag" }, pl.queue.holder(holder.name, holder.present)),
    isUnread ? el("span", { class: "tag new" }, pl.queue.unread) : undefined,
  ].filter((tag) => tag !== undefined);
}

/** All open conversations, fetched when they are wanted. */
function allOpen() {
  const items = el("ul", { class: "items" });
  const none = el("p", { class: "none" }, pl.queue.noneAll);
  const more = button(pl.queue.more, () => void fetchPage(), "quiet");
  const node = el("details", { class: "group all" }, el("summary", {}, el("h2", {}, pl.queue.all)), items, none, more);
  const drawRows = livingList(items, line);
  let shown: QueueItem[] = [];
  let next: string | undefined;
  let marks: Marks = { me: "", current: undefined, unread: new Set() };
  const draw = (): void => {
    more.hidden = next === undefined;
    none.hidden = shown.length > 0;
    drawRows(shown.map((item) => rowOf(item, marks)));
  };
  const fetchPage = async (): Promise<void> => {
    const after = next === undefined ? "" : `?before=${encodeURIComponent(next)}`;
    const result = await call<Paged<QueueItem>>("GET", `conversations${after}`);
    if (!result.ok) return;
    shown = [...shown, ...result.body.items];
    next = result.body.next;
    draw();
  };
  node.addEventListener("toggle", () => {
    shown = [];
    next = undefined;
    if (node.open) void fetchPage();
  });
  return {
    node,
    mark(now: Marks) {
      marks = now;
      if (node.open) draw();
    },
  };
}
