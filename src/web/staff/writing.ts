import { el } from "../widget/dom";
import { call } from "./api";
import type { ComposerParts } from "./composer";
import { errorPlace } from "./dom";
import { pl } from "./texts/pl";

type Draft = { text: string; key: string };

export type Writing = { node: HTMLElement; focus(): void; turnTo(id: string | undefined): void };

const LONGEST = 4000;
const TELL_TYPING_MS = 4_000;

/** Where a consultant writes. What was begun is kept for each conversation until it is sent. */
export function openWriting(parts: Pick<ComposerParts, "path" | "lastSeq" | "append" | "changed">): Writing {
  const texts = pl.conversation;
  const drafts = new Map<string, Draft>();
  const hint = el("p", { class: "hint", id: "write-hint" }, texts.writeHint);
  const box = el("textarea", { rows: "3", maxlength: String(LONGEST), "aria-label": texts.write });
  box.placeholder = texts.write;
  box.setAttribute("aria-describedby", hint.id);
  const send = el("button", { type: "submit", class: "button main" }, texts.send);
  const error = errorPlace();
  const node = el("form", { class: "writing" }, box, el("div", { class: "row" }, hint, send), error.node);
  let id: string | undefined;
  let key: string = crypto.randomUUID();
  let toldAt = 0;
  let sending = false;

  const submit = async (): Promise<void> => {
    const text = box.value.trim();
    if (text === "" || sending) return;
    const [from, path] = [id, parts.path("/say")];
    setSending(true);
    const result = await call<{ seq: number }>("POST", path, { text, lastSeq: parts.lastSeq(), key });
    setSending(false);
    if (from !== id) return;
    if (result.ok) {
      box.value = "";
      key = crypto.randomUUID();
      error.tell("");
    } else if (result.error.code === "stale") {
      parts.append(result.error.missed);
      error.tell(texts.stale);
    } else
      error.tell(result.error.code === "not_yours" || result.error.code === "closed" ? texts.notYours : texts.failed);
    box.focus();
    parts.changed();
  };
  const setSending = (now: boolean): void => {
    sending = now;
    send.replaceChildren(now ? texts.sending : texts.send);
    box.readOnly = now;
  };
  node.addEventListener("submit", (event) => {
    event.preventDefault();
    void submit();
  });
  box.addEventListener("keydown", (event) => {
    if (event.key !== "Enter" || event.shiftKey || event.isComposing) return;
    event.preventDefault();
    void submit();
  });
  box.addEventListener("input", () => {
    // Other words are another message: a repeated call must not be taken for them.
    key = crypto.randomUUID();
    if (box.value.trim() === "" || Date.now() - toldAt < TELL_TYPING_MS) return;
    toldAt = Date.now();
    void call("POST", parts.path("/typing"));
  });
  return {
    node,
    focus: () => box.focus(),
    turnTo(next) {
      if (id !== undefined) drafts.set(id, { text: box.value, key });
      id = next;
      const draft = next === undefined ? undefined : drafts.get(next);
      box.value = draft?.text ?? "";
      key = draft?.key ?? crypto.randomUUID();
      toldAt = 0;
      error.tell("");
    },
  };
}
