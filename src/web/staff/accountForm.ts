import type { AccountWithPassword } from "../../staff/wire";
import { el } from "../widget/dom";
import { call, type Result } from "./api";
import { errorPlace, field } from "./dom";
import { pl } from "./texts/pl";

/** The form for one more account. */
export function accountForm(added: (result: Result<AccountWithPassword>) => void): HTMLElement {
  const texts = pl.accounts;
  const login = el("input", { type: "text", autocomplete: "off", autocapitalize: "none", spellcheck: "false" });
  const name = el("input", { type: "text", autocomplete: "off", maxlength: "60" });
  login.required = true;
  name.required = true;
  const roles = Object.entries(texts.roles).map(([value, title]) => el("option", { value }, title));
  const role = el("select", {}, ...roles);
  const error = errorPlace();
  const submit = el("button", { type: "submit", class: "button main" }, texts.add);
  const form = el("form", { class: "inline" }, field(texts.login, login), field(texts.name, name, texts.nameHint));
  form.append(field(texts.role, role), submit, error.node);
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    const body = { login: login.value, name: name.value, role: role.value };
    void call<AccountWithPassword>("POST", "accounts", body).then((result) => {
      if (result.ok) form.reset();
      error.tell(result.ok ? "" : why(result.error.code));
      added(result);
    });
  });
  return form;
}

function why(code: string): string {
  if (code === "login_taken") return pl.accounts.taken;
  return code === "wrong_body" ? pl.accounts.wrong : pl.failed;
}
