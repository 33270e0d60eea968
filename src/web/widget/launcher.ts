import { el, icon } from "./dom";
import type { Speech } from "./language";

/** The button on the city's page: all there is of the widget before the first click. */
export function createLauncher(speech: Speech, open: () => void) {
  const words = el("span");
  const what = el("span", { class: "unseen" });
  const button = el(
    "button",
    { type: "button", class: "launcher", "aria-haspopup": "dialog" },
    icon("chat"),
    words,
    what,
  );
  const status = el("div", { role: "status", class: "unseen" });
  let known = false;
  let news = false;

  function draw(): void {
    words.textContent = speech.say(news ? "launcherNews" : known ? "launcherBack" : "launcher");
    what.textContent = ` (${speech.say("launcherWhat")})`;
    button.classList.toggle("news", news);
  }

  speech.live(draw);
  button.onclick = open;
  return {
    button,
    status,
    /** Whether there is a conversation to come back to. */
    setKnown(next: boolean): void {
      known = next;
      draw();
    },
    /** A quiet mark: something was said while the panel was closed. */
    setNews(next: boolean): void {
      news = next;
      status.textContent = next ? speech.say("newMessage") : "";
      draw();
    },
  };
}
