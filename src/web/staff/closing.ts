import type { CloseReason } from "../../staff/wire";
import { el } from "../widget/dom";
import { call } from "./api";
import { button, errorPlace, field, openDialog } from "./dom";
import { pl } from "./texts/pl";

/** Asks how the conversation ended, and closes it. */
export function askToClose({ path, done }: { path(rest: string): string; done(): void }): void {
  const texts = pl.closing;
  let reason: CloseReason | undefined;
  const choices = Object.entries(texts.reasons).map(([value, title]) => {
    const radio = el("input", { type: "radio", name: "reason", value });
    radio.required = true;
    radio.addEventListener("change", () => {
      reason = reasons.find((one) => one === value);
      const label = noteField.querySelector("label");
      label?.replaceChildren(reason === "other" ? texts.noteNeeded : texts.note);
      note.required = reason === "other";
    });
    return el("label", { class: "radio" }, radio, title);
  });
  const note = el("textarea", { rows: "2", maxlength: "1000" });
  const noteField = field(texts.note, note);
  const error = errorPlace();
  const submit = el("button", { type: "submit", class: "button main" }, texts.submit);
  const fieldset = el("fieldset", {}, el("legend", {}, texts.reason), ...choices);
  const cancel = button(texts.cancel, () => dialog.close());
  const form = el("form", {}, fieldset, noteField, error.node, el("div", { class: "buttons" }, submit, cancel));
  const dialog = openDialog(texts.heading, form);
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    submit.disabled = true;
    void call("POST", path("/close"), { reason, note: note.value }).then((result) => {
      submit.disabled = false;
      if (!result.ok && result.error.code !== "not_yours" && result.error.code !== "closed")
        return error.tell(pl.failed);
      dialog.close();
      done();
    });
  });
}

const reasons: CloseReason[] = ["solved", "redirected", "phoned", "resident_left", "abuse", "spam", "other"];
