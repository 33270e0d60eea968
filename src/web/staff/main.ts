import type { SessionView } from "../../staff/wire";
import { el } from "../widget/dom";
import { call, useSession } from "./api";
import { showLogin } from "./login";
import { passwordForm } from "./passwordForm";
import { openShell } from "./shell";
import { pl } from "./texts/pl";

const root = document.getElementById("app");

/** Whoever is known goes on to the panel; everybody else logs in first. */
function enter(session: SessionView): void {
  if (!root) return;
  useSession(session.csrf);
  if (session.account.mustChangePassword) {
    root.replaceChildren(el("main", { class: "centred" }, passwordForm({ session, saved: enter })));
    return;
  }
  openShell(root, session, {
    over: () => showLogin(root, enter, pl.login.over),
    out: () => showLogin(root, enter, pl.login.out),
  });
}

async function start(): Promise<void> {
  if (!root) return;
  const result = await call<SessionView>("GET", "session");
  if (result.ok) enter(result.body);
  else showLogin(root, enter, result.error.code === "offline" ? pl.lost : undefined);
}

void start();
