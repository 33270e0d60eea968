import type { SessionView } from "../../staff/wire";
import { el } from "../widget/dom";
import type { Alerts } from "./alerts";
import { button } from "./dom";
import { pl } from "./texts/pl";

type Given = {
  session: SessionView;
  alerts: Alerts;
  mayWork: boolean;
  pages(): { address: string; title: string }[];
  setAvailable(available: boolean): void;
  changePassword(): void;
  logOut(): void;
};

export type Header = {
  node: HTMLElement;
  beAvailable(): void;
  showPage(address: string | undefined): void;
  showPresent(count: number): void;
  /** Numbers beside the names of pages: what waits there. */
  showCounts(counts: { desk: number; tasks: number }): void;
};

/** The bar on top of the panel. */
export function header(given: Given): Header {
  const nav = el("nav", { "aria-label": pl.nav.label });
  const present = el("span", { class: "present" });
  const badges = new Map<string, HTMLElement>();
  const brand = el("p", { class: "brand" }, el("strong", {}, pl.product));
  const right = el("div", { class: "me" }, present);
  const available = toggle({
    label: pl.presence.switch,
    on: given.session.available,
    change: async (on) => {
      given.setAvailable(on);
      return on;
    },
  });
  available.node.classList.add("available");
  if (given.mayWork) right.append(available.node);
  right.append(menu(given));
  const node = el("header", { class: "top" }, brand, nav, right);
  return {
    node,
    beAvailable: () => available.set(true),
    showPage(address) {
      nav.replaceChildren(
        ...given.pages().map((page) => {
          const badge = badges.get(page.address) ?? el("span", { class: "badge", hidden: "" });
          badges.set(page.address, badge);
          const current = page.address === address ? { "aria-current": "page" } : {};
          return el("a", { href: `#/${page.address}`, ...current }, page.title, badge);
        }),
      );
    },
    showPresent(count) {
      present.replaceChildren(pl.presence.present(count));
    },
    showCounts(counts) {
      for (const [address, count] of Object.entries(counts)) {
        const badge = badges.get(address);
        if (!badge) continue;
        badge.hidden = count === 0;
        badge.replaceChildren(String(count));
      }
    },
  };
}

function ways(alerts: Alerts): HTMLElement[] {
  const { sound, notify, denied } = pl.alerts;
  const why = el("p", { class: "hint", role: "status" });
  const ring = toggle({
    label: sound,
    on: alerts.sound,
    change: async (on) => {
      alerts.setSound(on);
      return on;
    },
  });
  const show = toggle({
    label: notify,
    on: alerts.notifications,
    change: async (on) => {
      const allowed = await alerts.setNotifications(on);
      why.replaceChildren(on && !allowed ? denied : "");
      return allowed;
    },
  });
  return [ring.node, show.node, why];
}

type Toggle = { label: string; on: boolean; change(on: boolean): Promise<boolean> };

/** A switch; `change` answers what it may be. */
function toggle({ label, on, change }: Toggle): { node: HTMLElement; set(on: boolean): void } {
  const node = button(label, () => void set(node.getAttribute("aria-checked") !== "true"), "quiet");
  const draw = (now: boolean) => node.setAttribute("aria-checked", String(now));
  const set = async (wanted: boolean) => draw(await change(wanted));
  node.classList.add("switch");
  node.setAttribute("role", "switch");
  draw(on);
  return { node, set };
}

function menu({ session, alerts, mayWork, changePassword, logOut }: Given): HTMLElement {
  const { name, role } = session.account;
  const summary = el("summary", { "aria-label": pl.nav.menu(name) }, el("span", { class: "who" }, name));
  const items = el("div", { class: "items" }, el("p", { class: "hint" }, pl.accounts.roles[role]));
  const node = el("details", { class: "menu" }, summary, items);
  const closing = (then: () => void) => () => {
    node.open = false;
    then();
  };
  if (mayWork) items.append(...ways(alerts));
  items.append(button(pl.nav.password, closing(changePassword), "quiet"), button(pl.nav.out, closing(logOut), "quiet"));
  node.addEventListener("keydown", ({ key }) => {
    if (key !== "Escape" || !node.open) return;
    node.open = false;
    summary.focus();
  });
  node.addEventListener("focusout", ({ relatedTarget }) => {
    if (!(relatedTarget instanceof Node) || !node.contains(relatedTarget)) node.open = false;
  });
  return node;
}
