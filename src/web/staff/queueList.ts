import type { Paged, QueueItem, QueueView } from "../../staff/wire";
import { el } from "../widget/dom";
import { call } from "./api";
import type { DeskParts } from "./desk";
import { button, replaceKeeping } from "./dom";
import { pl } from "./texts/pl";
import { moment, waitingTime } from "./time";

type Marks = { me: string; current: string | undefined; unread: ReadonlySet<string> };

/** The lists on the left: who waits, what I hold, what others hold, and on demand all the rest. */
export function queueList({ may }: DeskParts): { node: HTMLElement; draw(queue: QueueView, marks: Marks): void } {
  const texts = pl.queue;
  const waiting = section(texts.waiting);
  const mine = section(texts.mine);
  const held = section(texts.held);
  const all = allOpen();
  const parts = may("work_desk") ? [waiting.node, mine.node] : [waiting.node];
  const node = el("section", { class: "list", "aria-label": texts.label }, ...parts, held.node, all.node);
  return {
    node,
    draw(queue, marks) {
      waiting.draw(queue.waiting, marks, texts.noneWaiting);
      mine.draw(queue.mine, marks, texts.noneMine);
      held.node.hidden = queue.held.length === 0;
      held.draw(queue.held, marks, "");
      all.mark(marks);
    },
  };
}

function section(title: string) {
  const count = el("span", { class: "count" });
  const items = el("ul", { class: "items" });
  const node = el("div", { class: "group" }, el("h2", {}, title, count), items);
  const draw = (list: QueueItem[], marks: Marks, none: string): void => {
    count.replaceChildren(list.length > 0 ? String(list.length) : "");
    if (list.length > 0) replaceKeeping(items, ...list.map((item) => line(item, marks)));
    else items.replaceChildren(el("li", { class: "none" }, none));
  };
  return { node, draw };
}

/** One conversation as a link, so that it opens with every key and in a new tab, too. */
function line(item: QueueItem, { me, current, unread }: Marks): HTMLElement {
  const { id, speaker, reason, since, lastLine, language, position } = item;
  const holder = item.holder?.id === me ? undefined : item.holder;
  const isUnread = unread.has(id);
  const title = reason ? pl.reasons[reason] : pl.speaker[speaker];
  const time = speaker === "waiting" ? waitingTime(since, pl.queue.waits) : lastLine && moment(lastLine.at);
  const head = el(
    "span",
    { class: "head" },
    position === undefined ? undefined : el("span", { class: "place" }, `${position}.`),
    el("span", { class: "title" }, title),
    time,
  );
  const foot = [
    language === "pl" ? undefined : el("span", { class: "tag" }, pl.languages[language]),
    holder && el("span", { class: "tag" }, pl.queue.holder(holder.name, holder.present)),
    isUnread ? el("span", { class: "tag new" }, pl.queue.unread) : undefined,
  ].filter((tag) => tag !== undefined);
  const link = el(
    "a",
    { href: `#/desk/${encodeURIComponent(id)}`, "data-key": id, ...(id === current && { "aria-current": "true" }) },
    head,
    lastLine && el("span", { class: "last" }, lastLine.text),
    foot.length > 0 ? el("span", { class: "tags" }, ...foot) : undefined,
  );
  return el("li", { class: `item ${speaker}` }, link);
}

/** All open conversations, fetched when they are wanted. */
function allOpen() {
  const items = el("ul", { class: "items" });
  const more = button(pl.queue.more, () => void fetchPage(), "quiet");
  const node = el("details", { class: "group all" }, el("summary", {}, el("h2", {}, pl.queue.all)), items, more);
  let shown: QueueItem[] = [];
  let next: string | undefined;
  let last: Marks = { me: "", current: undefined, unread: new Set() };
  const draw = (): void => {
    more.hidden = next === undefined;
    const none = el("li", { class: "none" }, pl.queue.noneAll);
    replaceKeeping(items, ...(shown.length > 0 ? shown.map((item) => line(item, last)) : [none]));
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
    mark(marks: Marks) {
      const isMoved = marks.current !== last.current;
      last = marks;
      if (node.open && isMoved) draw();
    },
  };
}
