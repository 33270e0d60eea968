import type { AttachmentView, EntryView } from "../../staff/wire";
import { el } from "../widget/dom";
import { renderMarkdown } from "../widget/markdown";
import { apiAddress } from "./api";
import { button } from "./dom";
import { pl } from "./texts/pl";
import { moment } from "./time";

export type Thread = {
  node: HTMLElement;
  lastSeq(): number;
  /** Adds what is not there yet. */
  append(entries: EntryView[]): void;
  typing(isTyping: boolean): void;
  toEnd(): void;
  clear(): void;
};

/** Nearer to the end than this, the reader wants to stay at the end. */
const NEAR_PX = 80;
const TYPING_MS = 6_000;

/** The lines of a conversation; new ones come at the end and are spoken. */
export function openThread(given: { me: string; fileAddress(id: string): string }): Thread {
  const lines = el("div", { role: "log", "aria-label": pl.conversation.thread, tabindex: "0", class: "lines" });
  const sign = el("p", { class: "typing", role: "status" });
  const newer = button(pl.conversation.newer, () => toEnd(), "main");
  newer.classList.add("newer");
  newer.hidden = true;
  const node = el("div", { class: "thread" }, lines, newer, sign);
  let last = 0;
  let timer: number | undefined;

  let isAtEnd = true;
  let shape = "";
  const toEnd = (): void => {
    lines.scrollTop = lines.scrollHeight;
    newer.hidden = true;
  };
  lines.addEventListener("scroll", () => {
    const { scrollHeight, scrollTop, clientHeight } = lines;
    const now = `${scrollHeight}/${clientHeight}`;
    if (scrollHeight - scrollTop - clientHeight < NEAR_PX) {
      isAtEnd = true;
      newer.hidden = true;
    } else if (now === shape) {
      isAtEnd = false;
    }
    // When the shape changed it was the browser that scrolled, not the reader.
    shape = now;
  });
  // Below the thread grows a place to write, above it a banner: who was at the end stays there.
  new ResizeObserver(() => isAtEnd && toEnd()).observe(lines);
  const typing = (isTyping: boolean): void => {
    clearTimeout(timer);
    sign.replaceChildren(isTyping ? pl.conversation.typing : "");
    if (isTyping) timer = window.setTimeout(() => typing(false), TYPING_MS);
  };
  return {
    node,
    lastSeq: () => last,
    append(entries) {
      const fresh = entries.filter(({ seq }) => seq > last);
      if (fresh.length === 0) return;
      const stay =
        isAtEnd || fresh.some(({ author, authorName }) => author === "consultant" && authorName === given.me);
      lines.append(...fresh.map((entry) => lineOf(entry, given)));
      last = fresh.at(-1)?.seq ?? last;
      if (stay) toEnd();
      else newer.hidden = false;
    },
    typing,
    toEnd,
    clear() {
      lines.replaceChildren();
      typing(false);
      newer.hidden = true;
      isAtEnd = true;
      last = 0;
    },
  };
}

function lineOf(entry: EntryView, given: { me: string; fileAddress(id: string): string }): HTMLElement {
  const { author, text, choices, attachments, at } = entry;
  if (author === "system") return el("p", { class: "line system" }, text, " ", moment(at));
  const body = author === "bot" ? renderMarkdown(text, pl.newWindow) : [el("p", {}, text)];
  const who = el("p", { class: "who" }, el("strong", {}, nameOf(entry, given.me)), " ", moment(at));
  const files = (attachments ?? []).map((file) => fileLine(file, apiAddress(given.fileAddress(file.id))));
  const buttons = choices?.length ? el("p", { class: "choices" }, ...choicesOf(choices)) : undefined;
  return el("article", { class: `line ${author}` }, who, el("div", { class: "bubble" }, ...body, ...files, buttons));
}

function nameOf({ author, authorName }: EntryView, me: string): string {
  if (author === "resident") return pl.conversation.resident;
  if (author === "bot") return pl.conversation.bot;
  return authorName === me ? `${me} (${pl.conversation.you})` : (authorName ?? "");
}

function choicesOf(choices: string[]): HTMLElement[] {
  const label = el("span", { class: "unseen" }, pl.conversation.offered);
  return [label, ...choices.map((title) => el("span", { class: "choice" }, title))];
}

function fileLine({ name, contentType, sizeBytes }: AttachmentView, address: string): HTMLElement {
  const size = `${Math.max(1, Math.round(sizeBytes / 1024))} KB`;
  const link = el("a", { href: address, target: "_blank", rel: "noopener" }, `${name} (${size})`);
  if (!contentType.startsWith("image/")) return el("p", { class: "file" }, link);
  link.prepend(el("img", { src: address, alt: "", loading: "lazy" }));
  return el("p", { class: "file" }, link);
}
