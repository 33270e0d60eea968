import type { ConversationView, EntryView } from "../../staff/wire";
import { el } from "../widget/dom";
import { call } from "./api";
import { openComposer } from "./composer";
import type { DeskParts } from "./desk";
import { detailsOf } from "./details";
import { pl } from "./texts/pl";
import { openThread } from "./thread";

export type Conversation = {
  node: HTMLElement;
  show(id: string | undefined): void;
  /** Fetches what is new. */
  refresh(): void;
  residentTypes(): void;
  close(): void;
};

/** The chosen conversation: its thread, what to write, and what is known about it. */
export function openConversation(parts: DeskParts & { changed(): void }): Conversation {
  const texts = pl.conversation;
  const node = el("section", { class: "conversation", "aria-label": texts.thread });
  const side = el("aside", { class: "details", "aria-label": pl.details.label });
  const heading = el("h2", { tabindex: "-1" });
  let id: string | undefined;
  let view: ConversationView | undefined;
  let running = false;
  let again = false;
  let drawn = "";

  const path = (rest = "") => `conversations/${encodeURIComponent(id ?? "")}${rest}`;
  const append = (entries: EntryView[]): void => {
    thread.append(entries);
    if (entries.some(({ author }) => author === "resident")) thread.typing(false);
  };
  const thread = openThread({ me: parts.session.account.name, fileAddress: (file) => path(`/files/${file}`) });
  const composer = openComposer({
    ...parts,
    path,
    lastSeq: () => thread.lastSeq(),
    append,
    changed() {
      refresh();
      parts.changed();
    },
  });

  const fetchNew = async (): Promise<void> => {
    const wanted = id;
    if (wanted === undefined) return;
    const after = view ? thread.lastSeq() : 0;
    const result = await call<ConversationView>("GET", path(`?after=${after}`));
    if (wanted !== id) return;
    if (result.ok) take(result.body);
    else if (result.error.code === "not_found") node.replaceChildren(el("p", { class: "empty" }, texts.missing));
  };
  const take = (fresh: ConversationView): void => {
    const isFirst = view === undefined;
    view = fresh;
    append(fresh.entries);
    if (thread.lastSeq() < fresh.lastSeq) again = true;
    heading.replaceChildren(fresh.reason ? pl.reasons[fresh.reason] : pl.speaker[fresh.speaker]);
    drawDetails(fresh);
    composer.draw(fresh);
    if (!isFirst) return;
    const top = el("div", { class: "above" }, heading, composer.actions);
    node.replaceChildren(el("div", { class: "middle" }, top, thread.node, composer.node), side);
    thread.toEnd();
    heading.focus();
  };
  /** Only what changed is drawn anew: somebody may be reading there. */
  const drawDetails = ({ entries: _, lastLine: __, lastSeq: ___, ...known }: ConversationView): void => {
    const now = JSON.stringify(known);
    if (now === drawn) return;
    drawn = now;
    side.replaceChildren(...detailsOf(known));
  };
  const refresh = (): void => {
    again = true;
    if (running) return;
    running = true;
    void (async () => {
      while (again) {
        again = false;
        await fetchNew();
      }
      running = false;
    })();
  };
  const show = (wanted: string | undefined): void => {
    if (wanted === id && node.firstChild) return;
    id = wanted;
    view = undefined;
    thread.clear();
    composer.leave(wanted);
    const text = wanted === undefined ? texts.none : texts.loading;
    node.replaceChildren(el("p", { class: "empty" }, text));
    refresh();
  };
  return { node, show, refresh, residentTypes: () => thread.typing(true), close: () => thread.clear() };
}
