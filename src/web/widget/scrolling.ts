import { el, icon } from "./dom";
import type { Speech } from "./language";

const NEAR_PX = 40;
const LOWEST_WITH_JUMP_PX = 180;
// Messages closer than this are one answer.
const BURST_MS = 1_500;

type Parts = {
  scroller: HTMLElement;
  header: HTMLElement;
  speech: Speech;
  /** Takes the focus when the button has done its work and vanishes. */
  leaveButton(): void;
};

/**
 * Follows the conversation, but never from under the resident's eyes: a long answer is shown from its first line,
 * and whoever has scrolled up to read stays there and gets a button.
 */
export function createScrolling({ scroller, header, speech, leaveButton }: Parts) {
  const words = el("span");
  const jump = el("button", { type: "button", class: "jump" }, words, icon("down"));
  let following = true;
  let own = 0;
  /** Following never scrolls past the first line of the newest burst of messages. */
  let anchor: HTMLElement | undefined;
  let lastHeardMs = 0;
  let unread: HTMLElement | undefined;

  const below = () => scroller.scrollHeight - scroller.clientHeight - scroller.scrollTop;
  const headerHeight = () => (getComputedStyle(header).position === "sticky" ? header.offsetHeight : 0);

  function to(top: number): void {
    scroller.scrollTop = top;
    own = scroller.scrollTop;
  }

  function toStartOf(node: HTMLElement): void {
    to(node.previousElementSibling ? node.offsetTop - headerHeight() - 12 : 0);
  }

  function draw(): void {
    if (unread && unread.offsetTop < scroller.scrollTop + scroller.clientHeight - NEAR_PX) unread = undefined;
    words.textContent = speech.say(unread ? "newMessage" : "readOn");
    words.className = unread ? "" : "unseen";
    // In a very low window the button would cover what there is to read.
    jump.hidden = below() < NEAR_PX || scroller.clientHeight < LOWEST_WITH_JUMP_PX;
  }

  function follow(): void {
    if (following && anchor) toStartOf(anchor);
    else if (following) to(scroller.scrollHeight);
    draw();
  }

  /** A new burst moves the view only if all before it could be read. */
  function beginBurst(node: HTMLElement): void {
    const hidden = !scroller.clientHeight;
    const readToTheEnd = scroller.scrollTop + scroller.clientHeight > node.offsetTop - NEAR_PX;
    if (hidden) anchor ??= node;
    else if (following && readToTheEnd) anchor = node;
    else {
      following = false;
      unread ??= node;
    }
  }

  scroller.addEventListener("scroll", () => {
    following = Math.abs(scroller.scrollTop - own) < 4 || below() < NEAR_PX;
    draw();
  });
  jump.onclick = () => {
    following = true;
    anchor = unread;
    if (unread) toStartOf(unread);
    else to(scroller.scrollTop + (scroller.clientHeight - headerHeight()) * 0.85);
    draw();
    if (jump.hidden) leaveButton();
  };
  speech.live(draw);
  new ResizeObserver(follow).observe(scroller);

  return {
    jump,
    follow,
    /** The other side has said something; `old` is history. */
    heard(node: HTMLElement, old: boolean): void {
      const now = Date.now();
      if (old) anchor = undefined;
      else if (now - lastHeardMs > BURST_MS || !anchor) beginBurst(node);
      lastHeardMs = now;
      follow();
    },
    /** The resident has said something: back to the end, wherever they were. */
    said(): void {
      anchor = unread = undefined;
      following = true;
      follow();
    },
    /** The panel closes: what comes now is for later, from its first line. */
    rest(): void {
      anchor = undefined;
    },
  };
}
