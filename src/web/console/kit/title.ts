import { useEffect, useSyncExternalStore } from "react";

const PRODUCT = "Hejnał";
const listeners = new Set<() => void>();
let count = 0;
let page = "";

const write = () => {
  document.title = [count > 0 ? `(${count}) ` : "", page ? `${page} – ` : "", PRODUCT].join("");
  for (const tell of listeners) tell();
};

/** The page's name in the tab. */
export function useTitle(title: string): void {
  useEffect(() => {
    page = title;
    write();
  }, [title]);
}

/** How many things want this person, in front of the tab's title. */
export function setTitleCount(next: number): void {
  count = next;
  write();
}

const subscribe = (tell: () => void) => {
  listeners.add(tell);
  return () => void listeners.delete(tell);
};
/** The name of the open page, for the live region that announces it. */
export const usePageName = () => useSyncExternalStore(subscribe, () => page);

const BLINK_MS = 1_500;
let blinking: ReturnType<typeof setInterval> | undefined;

/** Shows the words in the tab by turns with its title, until somebody looks. */
export function blinkTitle(text: string): void {
  if (!document.hidden) return;
  clearInterval(blinking);
  let on = false;
  const blink = () => {
    on = !on;
    if (on) document.title = `● ${text}`;
    else write();
  };
  blink();
  blinking = setInterval(blink, BLINK_MS);
  addEventListener("visibilitychange", stopBlinking);
}

function stopBlinking(): void {
  if (document.hidden) return;
  clearInterval(blinking);
  removeEventListener("visibilitychange", stopBlinking);
  write();
}
