import type { AlertView } from "../../staff/wire";
import { el } from "../widget/dom";
import { call } from "./api";
import type { DeskParts } from "./desk";
import { button, errorPlace, livingList } from "./dom";
import { pl } from "./texts/pl";
import { waitingTime } from "./time";

export type AlertListParts = Pick<DeskParts, "may"> & {
  /** Something was done to the list. */
  changed(): void;
};

/** Messages in which somebody may be in danger, above everything else until a person has seen them. */
export function alertList(parts: AlertListParts): { node: HTMLElement; draw(alerts: AlertView[]): void } {
  const items = el("ul", { class: "items" });
  const error = errorPlace();
  // Only what is new is read out: the rest was heard when it came.
  const node = el("div", { class: "urgent", role: "alert", "aria-atomic": "false", "aria-label": pl.urgent.label });
  node.append(el("h2", {}, pl.urgent.label), items, error.node);
  node.hidden = true;
  const see = async (id: string): Promise<void> => {
    const result = await call("POST", `alerts/${id}/seen`);
    error.tell(result.ok ? "" : pl.failed);
    parts.changed();
  };
  const seen = parts.may("work_desk") ? (id: string) => void see(id) : undefined;
  const drawRows = livingList(items, (alert: AlertView) => line(alert, seen));
  return {
    node,
    draw(alerts) {
      const hadFocus = items.contains(document.activeElement);
      drawRows(alerts);
      node.hidden = alerts.length === 0;
      // The button that was pressed is gone; the keyboard's place must not be.
      const next = items.querySelector("button") ?? document.getElementById("main");
      if (hadFocus && !items.contains(document.activeElement)) next?.focus();
    },
  };
}

function line({ id, conversationId, reason, text, language, since }: AlertView, seen?: (id: string) => void) {
  const texts = pl.urgent;
  const open = button(texts.open, () => location.assign(`#/desk/${encodeURIComponent(conversationId)}`), "main");
  return el(
    "li",
    { class: "alarm" },
    el("strong", {}, texts.reasons[reason]),
    // Redrawn all the time; nobody wants to hear it each time.
    el("span", { "aria-live": "off" }, waitingTime(since, texts.ago)),
    language === "pl" ? undefined : el("span", { class: "tag" }, pl.languages[language]),
    el("p", { lang: language }, text),
    el("span", { class: "buttons" }, open, seen && button(texts.seen, () => seen(id))),
  );
}
