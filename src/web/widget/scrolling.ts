import { el, icon } from "./dom";
import type { Speech } from "./language";

const NEAR_PX = 40;

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
  /** The first message the resident has not answered yet; following never scrolls past its first line. */
  let anchor: HTMLElement | undefined;
  let unread: HTMLElement | undefined;

  const below = () => scroller.scrollHeight - scroller.clientHeight - scroller.scrollTop;
  const headerHeight = () => (getComputedStyle(header).position === "sticky" ? header.offsetHeight : 0);

  function to(top: number): void {
    scroller.scrollTop = top;
    own = scroller.scrollTop;
  }

  function toAnchor(node: HTMLElement | undefined): void {
    to(node ? node.offsetTop - headerHeight() - 12 : scroller.scrollHeight);
  }

  function draw(): void {
    if (unread && unread.offsetTop < scroller.scrollTop + scroller.clientHeight - NEAR_PX) unread = undefined;
    words.textContent = speech.say(unread ? "newMessage" : "readOn");
    jump.hidden = below() < NEAR_PX;
  }

  function follow(): void {
    if (following) toAnchor(anchor);
    draw();
  }

  scroller.addEventListener("scroll", () => {
    following = Math.abs(scroller.scrollTop - own) < 4 || below() < NEAR_PX;
    draw();
  });
  jump.onclick = () => {
    following = true;
    if (unread) toAnchor(unread);
    else to(scroller.scrollTop + (scroller.clientHeight - headerHeight()) * 0.85);
    draw();
    if (jump.hidden) leaveButton();
  };
  speech.live(draw);
  new ResizeObserver(follow).observe(scroller);

  return {
    jump,
    follow,
    /** The other side has said something. */
    heard(node: HTMLElement, old: boolean): void {
      anchor = old ? undefined : (anchor ?? node);
      if (!following) unread ??= node;
      follow();
    },
    /** The resident has said something: back to the end, wherever they were. */
    said(): void {
      anchor = unread = undefined;
      following = true;
      follow();
    },
  };
}
