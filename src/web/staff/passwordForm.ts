import type { SessionView } from "../../staff/wire";
import { el } from "../widget/dom";
import { call } from "./api";
import { button, errorPlace, field } from "./dom";
import { brand } from "./login";
import { pl } from "./texts/pl";

type Choices = { session: SessionView; saved(session: SessionView): void; cancel?: () => void };

/** Draws the change of one's password: a page of its own after a one-time one, else inside the panel. */
export function passwordForm({ session, saved, cancel }: Choices): HTMLElement {
  const texts = pl.password;
  const forced = session.account.mustChangePassword;
  const input = (autocomplete: string) => {
    const node = el("input", { type: "password", autocomplete });
    node.required = true;
    return node;
  };
  const [old, fresh, again] = [input("current-password"), input("new-password"), input("new-password")];
  // Password managers need to know whose password this is.
  const login = el("input", { type: "text", autocomplete: "username", value: session.account.login, hidden: "" });
  const error = errorPlace();
  const submit = el("button", { type: "submit", class: "button main" }, texts.submit);
  const buttons = el("div", { class: "buttons" }, submit, cancel && button(texts.cancel, cancel));
  const heading = el("h1", { tabindex: "-1" }, forced ? texts.headingForced : texts.heading);
  const form = el("form", { class: "card" }, forced ? brand() : undefined, heading);
  if (forced) form.append(el("p", {}, texts.forced));
  form.append(login, field(forced ? texts.oldOneTime : texts.old, old), field(texts.new, fresh, texts.hint));
  form.append(field(texts.again, again), error.node, buttons);
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    if (fresh.value !== again.value) return error.tell(texts.different);
    submit.disabled = true;
    void change(old.value, fresh.value).then((result) => {
      submit.disabled = false;
      if (typeof result === "string") error.tell(result);
      else saved(result);
    });
  });
  return form;
}

async function change(old: string, fresh: string): Promise<SessionView | string> {
  const result = await call<SessionView>("POST", "password", { old, new: fresh });
  if (result.ok) return result.body;
  const { error } = result;
  if (error.code === "password_refused") return pl.password.mistakes[error.because];
  return error.code === "offline" ? pl.lost : pl.failed;
}
