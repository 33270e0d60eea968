import { createComposer } from "./composer";
import { el } from "./dom";
import { takeDrops } from "./drops";
import { createEnding } from "./ending";
import { createHeader } from "./header";
import { keepAboveKeyboard } from "./keyboard";
import type { Language, Speech } from "./language";
import { loadPlace } from "./loadPlace";
import { createScrolling } from "./scrolling";
import { createSigns } from "./signs";
import { createThread } from "./thread";

export type PanelParts = {
  speech: Speech;
  send(text: string, files: File[]): void;
  retry(key: string): void;
  fetchFile(url: string): Promise<Blob | undefined>;
  changeLanguage(language: Language): void;
  end(): void;
  startAgain(): void;
  closed(): void;
};

export type Panel = ReturnType<typeof createPanel>;

// Where the panel would leave nothing of the page, it takes the whole screen and the page waits behind it.
const small = matchMedia("(max-width: 480px), (max-height: 480px)");
// On a phone the focus would bring the keyboard up, over the answer that is just arriving.
const touch = matchMedia("(pointer: coarse)");

/** The window of the conversation. */
export function createPanel(parts: PanelParts) {
  const { speech } = parts;
  const { send, startAgain } = parts;
  const signs = createSigns(speech, { send, leaveButtons: focusCalmly, startAgain, askPlace });
  const composer = createComposer({ speech, send: parts.send, tell: signs.tell });
  const header = createHeader({ speech, minimise: close, askToEnd, changeLanguage: parts.changeLanguage });
  const thread = createThread({ speech, fetchFile: parts.fetchFile, retry: parts.retry, tell: signs.tell });
  const ending = createEnding(speech, end, stopAsking);
  const drop = el("div", { class: "drop", "aria-hidden": "true" });
  const scroller = el("div", { class: "scroller" }, header.header, thread.log, signs.typing, signs.choices, signs.over);
  const scrolling = createScrolling({ scroller, header: header.header, speech, leaveButton: focusCalmly });
  const dialog = el("dialog", { class: "panel", "aria-labelledby": "name" });

  header.name.tabIndex = -1;
  scroller.append(scrolling.jump);
  dialog.append(scroller, signs.status, signs.connection, composer.form, ending.box, drop);
  speech.live(() => {
    drop.textContent = speech.say("drop");
  });

  async function askPlace(from: HTMLElement): Promise<string | undefined> {
    const { openPlace } = await loadPlace();
    return openPlace({ dialog, from, language: speech.language() });
  }

  function focusCalmly(): void {
    if (touch.matches) header.name.focus({ preventScroll: true });
    else composer.input.focus({ preventScroll: true });
  }

  function show(): void {
    if (small.matches) dialog.showModal();
    else dialog.show();
  }

  function open(): void {
    show();
    focusCalmly();
    scrolling.follow();
  }

  function close(): void {
    if (!dialog.open) return;
    stopAsking();
    dialog.close();
    scrolling.rest();
    parts.closed();
  }

  function setAsking(asking: boolean): void {
    ending.box.hidden = !asking;
    scroller.inert = composer.form.inert = asking;
  }

  function askToEnd(): void {
    setAsking(true);
    ending.ask();
  }

  function stopAsking(): void {
    if (ending.box.hidden) return;
    setAsking(false);
    header.end.focus();
  }

  function end(): void {
    setAsking(false);
    parts.end();
  }

  function leave(event: Event): void {
    event.preventDefault();
    event.stopPropagation();
    if (ending.box.hidden) close();
    else stopAsking();
  }

  dialog.onkeydown = (event) => {
    if (event.key === "Escape" && !event.isComposing) leave(event);
  };
  // The back gesture of a phone; a file window that was closed says the same.
  dialog.oncancel = (event) => event.target === dialog && leave(event);
  small.addEventListener("change", () => {
    if (!dialog.open) return;
    const root = dialog.getRootNode();
    const focused = root instanceof ShadowRoot ? root.activeElement : null;
    dialog.close();
    show();
    if (focused instanceof HTMLElement) focused.focus();
  });
  takeDrops(dialog, composer.addFiles);
  keepAboveKeyboard(dialog);

  /** The conversation was ended: nothing to write to, only the way to a new one. */
  function setOver(over: boolean): void {
    signs.over.hidden = !over;
    composer.form.hidden = header.end.hidden = over;
    if (over && dialog.open) signs.again.focus();
  }

  return { dialog, open, setOver, composer, header, thread, signs, scrolling, focusCalmly };
}
