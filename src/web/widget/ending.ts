import { el } from "./dom";
import type { Speech } from "./language";

/** Asks before the conversation is ended; the safe answer comes first and has the focus. */
export function createEnding(speech: Speech, end: () => void, back: () => void) {
  const question = el("h2", { id: "endQuestion" });
  const meaning = el("p", { id: "endMeaning" });
  const no = el("button", { type: "button", class: "plainButton" });
  const yes = el("button", { type: "button", class: "strongButton" });
  const box = el(
    "div",
    {
      role: "alertdialog",
      "aria-modal": "true",
      "aria-labelledby": "endQuestion",
      "aria-describedby": "endMeaning",
      class: "ending",
    },
    el("div", { class: "card" }, question, meaning, el("div", { class: "buttons" }, no, yes)),
  );
  box.hidden = true;
  speech.live(() => {
    question.textContent = speech.say("endQuestion");
    meaning.textContent = speech.say("endMeaning");
    no.textContent = speech.say("endNo");
    yes.textContent = speech.say("endYes");
  });
  no.onclick = back;
  yes.onclick = end;
  return {
    box,
    ask(): void {
      box.hidden = false;
      no.focus();
    },
  };
}
