import type { Bubble, Delivery } from "./chat";
import { el, icon } from "./dom";
import { showFile } from "./fileView";
import type { Speech } from "./language";
import { renderMarkdown, withNumbers } from "./markdown";

/** What a bubble needs from around it. */
export type BubbleParts = {
  speech: Speech;
  fetchFile(url: string): Promise<Blob | undefined>;
  retry(key: string): void;
  tell(text: string): void;
};

export type DrawnBubble = { node: HTMLElement; drawDelivery(delivery: Delivery): void };

/** One message: who, what, when, and for own ones whether it got there. */
export function drawBubble(bubble: Bubble, id: string, parts: BubbleParts): DrawnBubble {
  const { speech } = parts;
  const own = bubble.author === "resident";
  const sender = el("div", { class: "sender", id }, ...senderOf(bubble, speech));
  const words = own
    ? [el("p", { class: "plain" }, ...withNumbers(shownText(bubble.text, speech)))]
    : renderMarkdown(bubble.text, speech.say("newWindow"));
  const files = bubble.files.map((file) => showFile(file, parts));
  const body = el("div", { class: "body" }, ...(bubble.text ? words : []), ...files);
  const state = el("span", { class: "state" });
  const meta = el("div", { class: "meta" }, timeOf(bubble.at, speech), state);
  const node = el("article", { class: `bubble ${bubble.author}`, "aria-labelledby": id }, sender, body, meta);
  return { node, drawDelivery: (delivery) => drawState(node, state, { bubble, delivery, parts }) };
}

/** A place that was sent as `geo:50.061430,19.936580;u=25` is shown in words. */
function shownText(text: string, speech: Speech): string {
  const pin = text.match(/^geo:[\d.,-]+(?:;u=(\d+))?$/);
  return pin ? `📍 ${speech.say("myPlace")}${pin[1] ? ` (±${pin[1]} m)` : ""}` : text;
}

function senderOf(bubble: Bubble, speech: Speech): (Node | string)[] {
  if (bubble.author === "resident") return [speech.say("you")];
  if (bubble.author === "bot") return [speech.say("bot")];
  const name = bubble.name ? `${bubble.name} – ${speech.say("consultant")}` : speech.say("consultantUnnamed");
  return [icon("person"), name];
}

function timeOf(at: Date, speech: Speech): HTMLElement {
  const time = at.toLocaleTimeString(speech.language(), { hour: "2-digit", minute: "2-digit" });
  return el("time", { datetime: at.toISOString() }, time);
}

type State = { bubble: Bubble; delivery: Delivery; parts: BubbleParts };

function drawState(node: HTMLElement, state: HTMLElement, { bubble, delivery, parts }: State): void {
  const { speech } = parts;
  const failed = delivery !== "sending" && delivery !== "sent";
  node.classList.toggle("failed", failed);
  const sign = failed ? icon("warning") : delivery === "sent" ? icon("tick") : undefined;
  state.replaceChildren(...(sign ? [sign] : []), speech.say(delivery));
  if (!failed) return;
  const again = el("button", { type: "button", class: "again" }, speech.say("again"));
  again.onclick = () => parts.retry(bubble.key);
  state.append(again);
}
