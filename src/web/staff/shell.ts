import type { SessionView } from "../../staff/wire";
import { el } from "../widget/dom";
import { accountsPage } from "./accounts";
import { openAlerts } from "./alerts";
import { call, useSession, watchCalls } from "./api";
import { openDesk } from "./desk";
import { button, openDialog } from "./dom";
import { header } from "./header";
import { openHeartbeat } from "./heartbeat";
import { passwordForm } from "./passwordForm";
import { requestsPage } from "./requests";
import { tasksPage } from "./tasks";
import { pl } from "./texts/pl";

type Right = SessionView["rights"][number];
type Leave = { over(): void; out(): void };
type Page = { address: string; title: string; right: Right; draw(): HTMLElement };

/** The panel around its pages: who I am, whether I take conversations, where I can go, whether the line holds. */
export function openShell(root: HTMLElement, session: SessionView, leave: Leave): void {
  const spoken = el("p", { class: "unseen", role: "status" });
  const lost = el("p", { class: "banner lost", role: "alert", hidden: "" }, pl.lost);
  const begin = button(pl.presence.start, () => top.beAvailable());
  const nobody = el(
    "section",
    { class: "banner calm", "aria-label": pl.presence.desk, hidden: "" },
    el("p", {}, pl.presence.nobody),
    begin,
  );
  const main = el("main", { id: "main", tabindex: "-1" });
  const alerts = openAlerts(spoken);
  const may = (right: Right) => session.rights.includes(right);

  const tellPresence = (present: number): void => {
    nobody.hidden = present > 0 || !may("read_desk");
    begin.hidden = !may("work_desk");
    top.showPresent(present);
  };
  const heartbeat = openHeartbeat({ available: session.available, heard: ({ present }) => tellPresence(present) });
  const desk = may("read_desk")
    ? openDesk({ session, alerts, may, onCounts: (counts) => top.showCounts(counts) })
    : undefined;
  const top = header({
    session,
    alerts,
    mayWork: may("work_desk"),
    pages: () => pages,
    setAvailable: heartbeat.setAvailable,
    changePassword: () => changePassword(session, spoken),
    logOut: () => void call("POST", "session/end").then(() => end(leave.out)),
  });
  const all: Page[] = [
    { address: "desk", title: pl.nav.desk, right: "read_desk", draw: () => desk?.node ?? el("div") },
    { address: "tasks", title: pl.nav.tasks, right: "read_desk", draw: () => tasksPage(may("work_desk"), say) },
    { address: "requests", title: pl.nav.requests, right: "read_desk", draw: () => requestsPage() },
    { address: "accounts", title: pl.nav.accounts, right: "manage_accounts", draw: () => accountsPage(session, say) },
  ];
  const pages = all.filter(({ right }) => may(right));
  const say = (text: string) => spoken.replaceChildren(text);

  const show = (): void => {
    const [, address = "desk", id] = location.hash.split("/");
    const page = pages.find((one) => one.address === address) ?? pages[0];
    top.showPage(page?.address);
    const node = page?.draw() ?? el("p", { class: "empty" }, pl.nav.nothing);
    if (main.firstChild !== node) main.replaceChildren(node);
    if (page?.address === "desk") desk?.show(id === undefined ? undefined : readable(id));
  };
  const end = (next: () => void): void => {
    heartbeat.close();
    desk?.close();
    watchCalls({ reached() {}, sessionOver() {} });
    removeEventListener("hashchange", show);
    for (const open of document.querySelectorAll("dialog")) open.remove();
    alerts.count(0);
    next();
  };
  watchCalls({
    reached(isReached) {
      lost.hidden = isReached;
      if (isReached) desk?.reached();
    },
    sessionOver: () => end(leave.over),
  });
  addEventListener("hashchange", show);
  const skip = el("a", { class: "skip", href: "#main" }, pl.nav.desk);
  skip.addEventListener("click", (event) => {
    event.preventDefault();
    main.focus();
  });
  root.replaceChildren(skip, top.node, lost, nobody, main, spoken);
  show();
}

function changePassword(session: SessionView, spoken: HTMLElement): void {
  const dialog = openDialog(pl.password.heading);
  const saved = (fresh: SessionView): void => {
    useSession(fresh.csrf);
    dialog.close();
    spoken.replaceChildren(pl.password.saved);
  };
  dialog.replaceChildren(passwordForm({ session, saved, cancel: () => dialog.close() }));
  dialog.setAttribute("aria-label", pl.password.heading);
  dialog.removeAttribute("aria-labelledby");
}

/** The address bar is anybody's to edit. */
function readable(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}
