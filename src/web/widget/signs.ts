import { el, icon } from "./dom";
import type { Speech } from "./language";
import { withNumbers } from "./markdown";
import type { Choice } from "./readFrame";
import type { Connection } from "./stream";

type Parts = {
  send(text: string, files: File[]): void;
  leaveButtons(): void;
  startAgain(): void;
  /** Answers what to send; undefined when the resident went back. */
  askPlace(from: HTMLElement): Promise<string | undefined>;
};

const BACK_SHOWN_MS = 4_000;

/** Everything around the messages: buttons to answer with, who writes, the connection, the end. */
export function createSigns(speech: Speech, { send, leaveButtons, startAgain, askPlace }: Parts) {
  const status = el("div", { role: "status", class: "unseen" });
  const choices = el("div", { role: "group", class: "choices" });
  const typing = el("div", { class: "typing", "aria-hidden": "true" }, el("i"), el("i"), el("i"));
  const connection = el("div", { class: "connection" });
  const overText = el("p", { class: "note" });
  const again = el("button", { type: "button", class: "strongButton" });
  const over = el("div", { class: "over" }, overText, again);
  let state: Connection | "back" = "online";
  let wasLost = false;
  let telling: string[] = [];
  let fades: ReturnType<typeof setTimeout> | undefined;

  choices.hidden = typing.hidden = connection.hidden = over.hidden = true;
  again.onclick = startAgain;
  speech.live(() => {
    choices.setAttribute("aria-label", speech.say("answers"));
    overText.textContent = speech.say("ended");
    again.textContent = speech.say("startAgain");
    drawConnection();
  });

  /** Has a screen reader say it, now and once. */
  function tell(text: string): void {
    if (!telling.length)
      setTimeout(() => {
        status.textContent = telling.join(" ");
        telling = [];
      }, 50);
    status.textContent = "";
    telling.push(text);
  }

  function drawConnection(): void {
    connection.hidden = state === "online";
    connection.className = `connection ${state}`;
    if (state !== "online") connection.replaceChildren(icon(state === "back" ? "tick" : "warning"), speech.say(state));
  }

  function setConnection(next: Connection): void {
    clearTimeout(fades);
    state = next === "online" && wasLost ? "back" : next;
    drawConnection();
    if (next === "lost" && !wasLost) tell(speech.say("lost"));
    if (state === "back") {
      tell(speech.say("back"));
      fades = setTimeout(() => {
        state = "online";
        drawConnection();
      }, BACK_SHOWN_MS);
    }
    if (next !== "connecting") wasLost = next === "lost";
  }

  function setChoices(offered: Choice[]): void {
    choices.replaceChildren(...offered.map(choiceButton));
    choices.hidden = !offered.length;
  }

  function choiceButton({ title, value, asksPlace }: Choice): HTMLElement {
    const button = el("button", { type: "button", class: "choice" }, ...withNumbers(title));
    const say = (text: string | undefined) => {
      // The conversation may have been ended in another tab meanwhile.
      if (!text || !over.hidden) return;
      leaveButtons();
      send(text, []);
    };
    // Where the panel cannot be had, the bot says how to tell a place by words.
    button.onclick = () => (asksPlace ? void askPlace(button).then(say, () => say(value)) : say(value));
    return button;
  }

  /** Nothing is connected any more, and nothing is to be told of it. */
  function disconnect(): void {
    clearTimeout(fades);
    wasLost = false;
    state = "online";
    drawConnection();
  }

  return { disconnect, status, choices, typing, connection, over, again, tell, setConnection, setChoices };
}
