import type { SessionView } from "../../staff/wire";
import { el } from "../widget/dom";
import { call } from "./api";
import { errorPlace, field } from "./dom";
import { pl } from "./texts/pl";

/** Draws the login; `notice` says why one is here. */
export function showLogin(root: HTMLElement, enter: (session: SessionView) => void, notice?: string): void {
  const texts = pl.login;
  const login = el("input", { type: "text", autocomplete: "username", autocapitalize: "none", spellcheck: "false" });
  const password = el("input", { type: "password", autocomplete: "current-password" });
  login.required = true;
  password.required = true;
  const submit = el("button", { type: "submit", class: "button main wide" }, texts.submit);
  const error = errorPlace();
  const said = notice === undefined ? undefined : el("p", { class: "notice", role: "status" }, notice);
  const form = el("form", { class: "card" }, brand(), el("h1", {}, texts.heading), said);
  form.append(field(texts.login, login), field(texts.password, password), error.node, submit);
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    submit.disabled = true;
    void logIn(login.value, password.value).then((result) => {
      submit.disabled = false;
      if (typeof result !== "string") return enter(result);
      error.tell(result);
      password.select();
    });
  });
  root.replaceChildren(el("main", { class: "centred" }, form));
  login.focus();
}

/** Answers the session, or why there is none. */
async function logIn(login: string, password: string): Promise<SessionView | string> {
  const result = await call<SessionView>("POST", "session", { login, password });
  if (result.ok) return result.body;
  const { error } = result;
  if (error.code === "locked") return pl.login.locked(error.retryAfterSeconds);
  if (error.code === "offline") return pl.lost;
  return error.code === "login_refused" || error.code === "wrong_body" ? pl.login.refused : pl.failed;
}

/** The name of the thing, above every form. */
export function brand(): HTMLElement {
  return el("p", { class: "brand" }, el("strong", {}, pl.product), ` – ${pl.title}`);
}
