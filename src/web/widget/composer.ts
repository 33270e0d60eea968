import { createAttachments, OFFERED } from "./attachments";
import { el, icon } from "./dom";
import type { Speech } from "./language";

const MOST_CHARACTERS = 4000;
const COUNT_FROM = 3500;

type Parts = { speech: Speech; send(text: string, files: File[]): void; tell(text: string): void };

/** Where the resident writes: text, files, and what is wrong with either. */
export function createComposer({ speech, send, tell }: Parts) {
  const counter = el("p", { class: "counter", id: "counter" });
  const mistake = el("p", { class: "mistake", id: "mistake" });
  const input = el("textarea", { rows: "1", id: "input", "aria-describedby": "mistake counter", enterkeyhint: "send" });
  const files = createAttachments(speech, say, () => input.focus());
  const submit = el("button", { class: "square send" }, icon("send"), label("send"));
  const camera = picker("camera", { accept: "image/jpeg,image/png", capture: "environment" });
  const row = el(
    "div",
    { class: "row" },
    picker("attach", { accept: OFFERED.join(), multiple: "" }),
    camera,
    input,
    submit,
  );
  const above = el("div", { class: "above" }, mistake, files.list);
  const form = el("form", { class: "composer" }, above, row, counter);

  let told = "";

  speech.live(() => {
    input.setAttribute("aria-label", speech.say("input"));
    input.placeholder = speech.say("placeholder");
    count();
  });

  function label(key: "send" | "attach" | "camera"): HTMLElement {
    const text = el("span", { class: "unseen" });
    speech.live(() => text.replaceChildren(speech.say(key)));
    return text;
  }

  /** A button in front of a file input, because that cannot be drawn like the others. */
  function picker(key: "attach" | "camera", attributes: Record<string, string>): HTMLElement {
    const chooser = el("input", { type: "file", hidden: "", ...attributes });
    const button = el(
      "button",
      { type: "button", class: `square ${key}` },
      icon(key === "camera" ? key : "clip"),
      label(key),
    );
    button.onclick = () => chooser.click();
    chooser.onchange = () => {
      addFiles(chooser.files ?? []);
      chooser.value = "";
    };
    return el("span", { class: `picker ${key}` }, button, chooser);
  }

  function say(text: string, isError: boolean): void {
    if (isError) mistake.append(el("span", {}, text));
    tell(text);
  }

  function addFiles(added: Iterable<File>): void {
    mistake.textContent = "";
    files.add(added);
  }

  function count(): void {
    const left = MOST_CHARACTERS - input.value.length;
    const text =
      left < 0
        ? speech.say("tooLong", { count: -left })
        : left <= MOST_CHARACTERS - COUNT_FROM
          ? speech.say("charactersLeft", { count: left })
          : "";
    counter.textContent = text;
    counter.classList.toggle("over", left < 0);
    input.setAttribute("aria-invalid", String(left < 0));
    // Read aloud when something changes, not at every key.
    const stage = left < 0 ? "over" : left <= 100 ? "near" : text ? "far" : "";
    if (stage !== told && text) tell(text);
    told = stage;
  }

  function grow(): void {
    input.style.height = "auto";
    input.style.height = `${input.scrollHeight + 2}px`;
  }

  function trySend(): void {
    const text = input.value.trim();
    input.focus();
    if (!text && !files.count()) return;
    if (input.value.length > MOST_CHARACTERS) {
      tell(counter.textContent);
      return;
    }
    const taken = files.take();
    reset();
    send(text, taken);
  }

  input.oninput = () => {
    mistake.textContent = "";
    count();
    grow();
  };
  input.onkeydown = (event) => {
    // 229: Safari ends the composition before it reports the Enter that confirmed it.
    if (event.key !== "Enter" || event.shiftKey || event.isComposing || event.keyCode === 229) return;
    event.preventDefault();
    trySend();
  };
  input.onpaste = (event) => {
    const pasted = event.clipboardData?.files;
    if (!pasted?.length) return;
    event.preventDefault();
    addFiles(pasted);
  };
  form.onsubmit = (event) => {
    event.preventDefault();
    trySend();
  };

  return { form, input, addFiles, reset };

  function reset(): void {
    input.value = mistake.textContent = "";
    files.take();
    count();
    grow();
  }
}
