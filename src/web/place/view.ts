import { el, icon } from "../widget/dom";
import type { Texts } from "./texts";

/** Everything the resident sees of the panel for a place. */
export function createView(words: Texts) {
  const title = el("h2", { id: "placeTitle", tabindex: "-1" }, words.title);
  const close = el("button", { type: "button", class: "square" }, icon("close"), unseen(words.back));
  const use = el("button", { type: "button", class: "strongButton", "aria-describedby": "placeWhat" }, words.use);
  const status = el("div", { role: "status", class: "placeTold" });
  const mapFrame = createMapFrame(words);
  const hint = el("p", { class: "placeHint" }, words.orWords);
  const send = el("button", { type: "button", class: "strongButton" }, words.send);
  const back = el("button", { type: "button", class: "plainButton" }, words.back);
  send.hidden = true;
  const box = el(
    "div",
    { role: "dialog", "aria-modal": "true", "aria-labelledby": "placeTitle", class: "place" },
    el("div", { class: "placeTop" }, title, close),
    el(
      "div",
      { class: "placeBody" },
      el("p", { id: "placeWhat" }, words.what),
      el("div", { class: "buttons" }, use),
      mapFrame.frame,
      hint,
    ),
    el("div", { class: "placeFoot" }, status, el("div", { class: "buttons" }, send, back)),
  );

  return {
    box,
    title,
    use,
    send,
    leave: [close, back],
    ...mapFrame,
    /** Says it, to look at and aloud. */
    /** Brings the pin and what was said about it into sight. */
    showTold(): void {
      for (const node of [mapFrame.map, status]) node.scrollIntoView({ block: "nearest" });
    },
    tell: (...lines: string[]) => status.replaceChildren(...lines.map((line) => el("p", {}, line))),
  };
}

function createMapFrame(words: Texts) {
  const map = el("div", {
    class: "placeMap",
    tabindex: "0",
    role: "application",
    "aria-label": words.map,
    "aria-describedby": "placeKeys",
  });
  const closer = el("button", { type: "button", class: "square" }, "+", unseen(words.closer));
  const wider = el("button", { type: "button", class: "square" }, "−", unseen(words.wider));
  const attribution = el("p", { class: "placeSource" });
  const frame = el(
    "div",
    { class: "placeFrame" },
    el("p", {}, words.mapHelp),
    el("div", { class: "placeStage" }, map, el("div", { class: "placeZoom" }, closer, wider)),
    attribution,
    el("p", { class: "placeHint", id: "placeKeys" }, words.mapKeys),
  );
  frame.hidden = true;
  return { frame, map, closer, wider, attribution };
}

const unseen = (text: string): HTMLElement => el("span", { class: "unseen" }, text);
