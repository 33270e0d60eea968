import type { ConversationView, EntryView } from "../../staff/wire";
import { el } from "../widget/dom";
import { call } from "./api";
import { askToClose } from "./closing";
import type { DeskParts } from "./desk";
import { button, errorPlace } from "./dom";
import { pl } from "./texts/pl";
import { openWriting } from "./writing";

export type ComposerParts = DeskParts & {
  /** The conversation's address in the API. */
  path(rest?: string): string;
  lastSeq(): number;
  append(entries: EntryView[]): void;
  /** Something was done to the conversation. */
  changed(): void;
};

export type Composer = {
  node: HTMLElement;
  /** What the holder can do besides writing; stands above the thread. */
  actions: HTMLElement;
  draw(view: ConversationView): void;
  /** Another conversation is shown now; what was begun here is kept. */
  leave(next: string | undefined): void;
};

/** What one can do now, below the thread: take the conversation, answer, hand it back, close it. */
export function openComposer(parts: ComposerParts): Composer {
  const texts = pl.conversation;
  const node = el("div", { class: "composer" });
  const error = errorPlace();
  const writing = openWriting(parts);
  let drawn = "";

  const take = async (): Promise<void> => {
    const result = await call<ConversationView>("POST", parts.path("/take"));
    if (!result.ok) error.tell(result.error.code === "held" ? texts.lostRace(result.error.by) : pl.failed);
    if (result.ok) wantsFocus = true;
    parts.changed();
  };
  const giveBack = async (): Promise<void> => {
    const result = await call("POST", parts.path("/return"));
    if (!result.ok) error.tell(result.error.code === "not_yours" ? texts.notYours : pl.failed);
    parts.changed();
  };
  let wantsFocus = false;

  const actions = el(
    "div",
    { class: "buttons" },
    button(texts.back, () => void giveBack(), "quiet"),
    button(texts.close, () => askToClose({ path: parts.path, done: parts.changed }), "quiet"),
  );
  const offer = (note: string, title?: string): HTMLElement[] => {
    const mayTake = title !== undefined && parts.may("work_desk");
    const press = mayTake ? button(title, () => void take(), "main") : undefined;
    const why = title !== undefined && !mayTake ? `${note} ${texts.lookOnly}` : note;
    return [el("div", { class: "offer" }, el("p", {}, why), ...(press ? [press] : []))];
  };
  const fill = (view: ConversationView): HTMLElement[] => {
    const { speaker, holder, closed } = view;
    if (speaker === "closed") {
      return offer(closed ? texts.closed(pl.closing.reasons[closed.reason], closed.by) : texts.closedPlain);
    }
    if (speaker === "waiting") return offer(texts.waits, texts.take);
    if (speaker === "bot") return offer(texts.withBot, texts.takeBot);
    if (isMine(view)) return [writing.node];
    if (holder && !holder.present) return offer(texts.absent(holder.name), texts.takeFrom(holder.name));
    return offer(texts.heldBy(holder?.name ?? ""));
  };
  const isMine = ({ speaker, holder }: ConversationView) =>
    speaker === "consultant" && holder?.id === parts.session.account.id;
  return {
    node,
    actions,
    draw(view) {
      const state = JSON.stringify([view.id, view.speaker, view.holder]);
      if (state === drawn) return;
      drawn = state;
      error.tell("");
      actions.hidden = !isMine(view);
      node.replaceChildren(...fill(view), error.node);
      if (wantsFocus) writing.focus();
      wantsFocus = false;
    },
    leave(next) {
      drawn = "";
      node.replaceChildren();
      writing.turnTo(next);
    },
  };
}
