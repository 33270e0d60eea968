import { el } from "../widget/dom";
import { pl } from "./texts/pl";

const MINUTE = 60_000;
const REDRAW_MS = 10_000;

/** How long something lasts already, in words. */
export function lasting(since: string, now = Date.now()): string {
  const minutes = Math.floor((now - Date.parse(since)) / MINUTE);
  if (minutes < 1) return pl.time.now;
  if (minutes < 60) return pl.time.minutes(minutes);
  if (minutes < 24 * 60) return pl.time.hours(Math.floor(minutes / 60), minutes % 60);
  return pl.time.days(Math.floor(minutes / (24 * 60)));
}

/** A waiting time that goes on by itself; `words` puts it into a phrase. */
export function waitingTime(since: string, words = (time: string) => time): HTMLElement {
  const node = el("time", { datetime: since, "data-since": since }, words(lasting(since)));
  drawn.set(node, () => node.replaceChildren(words(lasting(since))));
  return node;
}
const drawn = new Map<HTMLElement, () => void>();

setInterval(() => {
  for (const [node, draw] of drawn) {
    if (node.isConnected) draw();
    else drawn.delete(node);
  }
}, REDRAW_MS);

const clock = new Intl.DateTimeFormat("pl", { hour: "2-digit", minute: "2-digit" });
const day = new Intl.DateTimeFormat("pl", { day: "numeric", month: "short" });

/** "14:05" today, "20 lis, 14:05" before. */
export function moment(iso: string): HTMLElement {
  const at = new Date(iso);
  const today = at.toDateString() === new Date().toDateString();
  return el("time", { datetime: iso }, today ? clock.format(at) : `${day.format(at)}, ${clock.format(at)}`);
}
