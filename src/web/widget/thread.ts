import { type BubbleParts, type DrawnBubble, drawBubble } from "./bubble";
import type { Bubble, Note } from "./chat";
import { el } from "./dom";
import type { Speech } from "./language";
import { withNumbers } from "./markdown";

type Item = { at: Date; draw(): HTMLElement; node: HTMLElement };

/** The messages so far. Redrawn as a whole only when the language changes. */
export function createThread(parts: BubbleParts) {
  const { speech } = parts;
  const log = el("div", { role: "log", class: "log", "aria-live": "polite", "aria-relevant": "additions" });
  const items: Item[] = [];
  const bubbles = new Map<string, { bubble: Bubble; drawn: DrawnBubble; item: Item }>();
  let count = 0;

  speech.live(() => {
    log.setAttribute("aria-label", speech.say("conversation"));
    if (items.length) silently(redraw);
  });

  /** Draws without having it all read aloud. */
  function silently(draw: () => void): void {
    log.setAttribute("aria-live", "off");
    draw();
    setTimeout(() => log.setAttribute("aria-live", "polite"), 300);
  }

  function redraw(): void {
    for (const item of items) item.node = item.draw();
    log.replaceChildren();
    for (const [index, item] of items.entries()) append(item, items[index - 1]);
    markNewest();
  }

  function append(item: Item, before: Item | undefined): void {
    const day = dayOf(item.at, speech);
    if (day !== dayOf(before ? before.at : new Date(), speech)) log.append(el("div", { class: "day" }, day));
    log.append(item.node);
  }

  /** The newest answer is a stop for the Tab key: one step back from the input, and it is read. */
  function markNewest(): void {
    const answers = log.querySelectorAll(".bubble:not(.resident)");
    answers.forEach((node, index) => {
      if (index === answers.length - 1) node.setAttribute("tabindex", "0");
      else node.removeAttribute("tabindex");
    });
  }

  function add(item: Item): void {
    append(item, items.at(-1));
    items.push(item);
  }

  function addBubble(bubble: Bubble): void {
    const id = `m${++count}`;
    const draw = () => {
      const drawn = drawBubble(bubble, id, parts);
      if (bubble.delivery) drawn.drawDelivery(bubble.delivery);
      bubbles.set(bubble.key, { bubble, drawn, item });
      return drawn.node;
    };
    const item: Item = { at: bubble.at, draw, node: log };
    item.node = draw();
    add(item);
    markNewest();
  }

  /** A failed message that is sent again is now the last one, as it will be in the history. */
  function toTheEnd(item: Item): void {
    items.splice(items.indexOf(item), 1);
    items.push(item);
    if (log.lastElementChild !== item.node) log.append(item.node);
  }

  return {
    log,
    /** Adds the bubble, or draws its new delivery state; answers its node if it is new. */
    show(bubble: Bubble, old: boolean): HTMLElement | undefined {
      const known = bubbles.get(bubble.key);
      if (!known) {
        if (old) silently(() => addBubble(bubble));
        else addBubble(bubble);
        return bubbles.get(bubble.key)?.drawn.node;
      }
      if (bubble.delivery) known.drawn.drawDelivery(bubble.delivery);
      if (bubble.delivery === "sending") toTheEnd(known.item);
      return undefined;
    },
    note({ says, at = new Date(), name, text }: Note, old: boolean): HTMLElement {
      const draw = () =>
        el(
          "p",
          { class: "note" },
          ...withNumbers(text ?? speech.say(says, { name: name || speech.say("consultantUnnamed") })),
        );
      const item = { at, draw, node: draw() };
      if (old) silently(() => add(item));
      else add(item);
      return item.node;
    },
    clear(): void {
      items.length = 0;
      bubbles.clear();
      log.replaceChildren();
    },
  };
}

function dayOf(at: Date, speech: Speech): string {
  return at.toLocaleDateString(speech.language(), { weekday: "long", day: "numeric", month: "long" });
}
