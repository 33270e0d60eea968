import type { AccountView, AccountWithPassword, SessionView } from "../../staff/wire";
import { el } from "../widget/dom";
import { accountForm } from "./accountForm";
import { call, type Result } from "./api";
import { button, field, openDialog, table } from "./dom";
import { pl } from "./texts/pl";
import { moment } from "./time";

/** Who may log in, for administrators. */
export function accountsPage(session: SessionView, say: (text: string) => void): HTMLElement {
  const texts = pl.accounts;
  const sheet = el("div", { class: "sheet" });
  const refresh = async (): Promise<void> => {
    const result = await call<{ accounts: AccountView[] }>("GET", "accounts");
    if (result.ok) sheet.replaceChildren(listOf(result.body.accounts));
  };
  const reset = async ({ id }: AccountView): Promise<void> => {
    const result = await call<AccountWithPassword>("POST", `accounts/${id}/password`);
    if (result.ok) showPassword(result.body);
    else say(pl.failed);
    await refresh();
  };
  const setDisabled = async ({ id }: AccountView, disabled: boolean): Promise<void> => {
    const result = await call("PATCH", `accounts/${id}`, { disabled });
    if (!result.ok) say(result.error.code === "last_administrator" ? texts.lastAdministrator : pl.failed);
    await refresh();
  };
  const rename = async ({ id }: AccountView, name: string): Promise<void> => {
    const result = await call("PATCH", `accounts/${id}`, { name });
    if (!result.ok) say(result.error.code === "wrong_body" ? texts.wrong : pl.failed);
    await refresh();
  };
  const actions = (account: AccountView): HTMLElement => {
    const { login, disabled } = account;
    const name = button(texts.rename, () => askName(account, (wanted) => void rename(account, wanted)));
    if (account.id === session.account.id) return el("span", { class: "buttons" }, name);
    const again = button(texts.reset, () => ask(texts.askReset(login), () => void reset(account)));
    const off = button(
      texts.disable,
      () => ask(texts.askDisable(login), () => void setDisabled(account, true)),
      "danger",
    );
    const on = button(texts.enable, () => void setDisabled(account, false));
    return el("span", { class: "buttons" }, name, disabled ? undefined : again, disabled ? on : off);
  };
  const listOf = (accounts: AccountView[]): HTMLElement => {
    const heads = [texts.login, texts.name, texts.role, texts.state, texts.last, texts.actions];
    const rows = accounts.map((account) => [
      el("strong", {}, account.id === session.account.id ? `${account.login} (${texts.you})` : account.login),
      account.name,
      texts.roles[account.role],
      stateOf(account),
      account.lastLoginAt ? moment(account.lastLoginAt) : texts.never,
      actions(account),
    ]);
    return table(texts.heading, heads, rows);
  };
  const added = (result: Result<AccountWithPassword>): void => {
    if (!result.ok) return;
    showPassword(result.body);
    void refresh();
  };
  void refresh();
  return el(
    "div",
    { class: "page" },
    el("h1", { tabindex: "-1" }, texts.heading),
    sheet,
    el("h2", {}, texts.add),
    accountForm(added),
  );
}

function stateOf({ disabled, mustChangePassword }: AccountView): HTMLElement {
  const [words, kind] = disabled
    ? [pl.accounts.disabled, "off"]
    : mustChangePassword
      ? [pl.accounts.oneTime, "new"]
      : [pl.accounts.active, "on"];
  return el("span", { class: `tag ${kind}` }, words);
}

function ask(question: string, yes: () => void): void {
  const agree = (): void => {
    dialog.close();
    yes();
  };
  const choices = el(
    "div",
    { class: "buttons" },
    button(pl.accounts.yes, agree, "main"),
    button(pl.accounts.no, () => dialog.close()),
  );
  const dialog = openDialog(question, choices);
}

function askName({ login, name }: AccountView, done: (name: string) => void): void {
  const input = el("input", { type: "text", value: name, maxlength: "60", autocomplete: "off" });
  input.required = true;
  const submit = el("button", { type: "submit", class: "button main" }, pl.accounts.save);
  const form = el("form", {}, field(pl.accounts.name, input, pl.accounts.nameHint), submit);
  const dialog = openDialog(`${pl.accounts.rename}: ${login}`, form);
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    dialog.close();
    done(input.value);
  });
}

/** The only moment at which the password can be read. */
function showPassword({ account, oneTimePassword }: AccountWithPassword): void {
  const texts = pl.accounts;
  const shown = el("output", { class: "secret" }, oneTimePassword);
  const copy = button(texts.copy, () => {
    void navigator.clipboard.writeText(oneTimePassword).then(() => copy.replaceChildren(texts.copied));
  });
  const done = button(texts.done, () => dialog.close(), "main");
  const dialog = openDialog(
    texts.password(account.login),
    shown,
    el("p", { class: "hint" }, texts.passwordHint),
    el("div", { class: "buttons" }, done, copy),
  );
}
