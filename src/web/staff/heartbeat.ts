import type { PresenceView } from "../../staff/wire";
import { el } from "../widget/dom";
import { call } from "./api";
import { button, openDialog } from "./dom";
import { pl } from "./texts/pl";

const BEAT_MS = 15_000;
const WARN_MS = 2 * 60_000;
const IDLE_MS = 30 * 60_000;

export type Heartbeat = {
  /** Tells the server at once whether conversations are taken. */
  setAvailable(available: boolean): void;
  close(): void;
};

/**
 * Says every 15 seconds that this page is here, and whether somebody touched it; asks before the session ends for want
 * of a touch, and says so when its eight hours are nearly over.
 */
export function openHeartbeat(given: { available: boolean; heard(presence: PresenceView): void }): Heartbeat {
  let { available } = given;
  let active = true;
  let warning: HTMLDialogElement | undefined;
  let closed = false;

  const beat = async (): Promise<void> => {
    if (closed) return;
    const touched = active;
    active = false;
    const result = await call<PresenceView>("POST", "presence", { available, active: touched });
    if (closed) return;
    if (!result.ok) {
      active ||= touched;
      return;
    }
    given.heard(result.body);
    const left = Date.parse(result.body.endsAt) - Date.now();
    if (left > WARN_MS) warning?.close();
    else if (!warning) warn(left, touched);
  };
  const warn = (left: number, touched: boolean): void => {
    const minutes = Math.max(1, Math.round(left / 60_000));
    // Touching the page did not move the end: it is the end of the eight hours.
    const final = touched && left < IDLE_MS;
    const stay = button(final ? pl.session.understood : pl.session.stay, () => warning?.close(), "main");
    const text = final ? pl.session.final(minutes) : pl.session.text(minutes);
    warning = openDialog(pl.session.heading, el("p", {}, text), stay);
    warning.addEventListener("close", () => {
      if (!final) warning = undefined;
      active = true;
      void beat();
    });
  };
  const touch = (): void => {
    active = true;
  };
  const events = ["pointerdown", "keydown", "wheel"] as const;
  for (const name of events) addEventListener(name, touch, { passive: true });
  const timer = setInterval(() => void beat(), BEAT_MS);
  void beat();
  return {
    setAvailable(wanted) {
      available = wanted;
      void beat();
    },
    close() {
      closed = true;
      clearInterval(timer);
      warning?.close();
      for (const name of events) removeEventListener(name, touch);
    },
  };
}
