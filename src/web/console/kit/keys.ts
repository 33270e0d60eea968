import { useEffect, useLayoutEffect, useRef, useSyncExternalStore } from "react";
import { combinationOf, isForField } from "./keyNames";

export type KeyMap = Record<string, (event: KeyboardEvent) => void>;
type Options = {
  /** The heading in the sheet. */
  scope: string;
  /** What each key does, for the sheet; one without words works but is not listed. */
  describe: Record<string, string>;
  enabled?: boolean;
  /** Works while a dialog is open, too: for the keys of that dialog itself. */
  inDialogs?: boolean;
};
type Registered = { keys: () => KeyMap; options: Options };

const SINGLE = "hejnal-single-keys";
const PAIR_MS = 1_500;
const listeners = new Set<() => void>();
let registered: Registered[] = [];
let first: { key: string; at: number } | undefined;
let dialogOpen = false;

const change = (next: Registered[]) => {
  registered = next;
  for (const tell of listeners) tell();
};

/** Keys of one character can be switched off, for those who dictate (WCAG 2.1.4). */
export const singleKeys = {
  on: () => localStorage.getItem(SINGLE) !== "off",
  choose(on: boolean) {
    localStorage.setItem(SINGLE, on ? "on" : "off");
    for (const tell of listeners) tell();
  },
};
const subscribe = (tell: () => void) => {
  listeners.add(tell);
  return () => void listeners.delete(tell);
};
export const useSingleKeys = () => useSyncExternalStore(subscribe, singleKeys.on);
/** Everything the keyboard can do now, for the sheet. */
export const useAllKeys = () => useSyncExternalStore(subscribe, () => registered);

/**
 * Shortcuts while the component is there: `j`, `?`, `Escape`, `mod+Enter` (Ctrl or ⌘), `alt+1`, `shift+j`, and pairs
 * typed one after the other, `g i`. Plain ones keep still while somebody writes or a dialog is open. The newest wins.
 */
export function useKeys(keys: KeyMap, options: Options): void {
  const latest = useRef(keys);
  latest.current = keys;
  const { scope, enabled = true, inDialogs = false } = options;
  const described = JSON.stringify(options.describe);
  // With the first picture, so that what is seen can be pressed.
  useLayoutEffect(() => {
    if (!enabled) return;
    const mine: Registered = {
      keys: () => latest.current,
      options: { scope, inDialogs, describe: JSON.parse(described) },
    };
    change([...registered, mine]);
    return () => change(registered.filter((one) => one !== mine));
  }, [scope, enabled, inDialogs, described]);
}

function onKey(event: KeyboardEvent): void {
  const key = combinationOf(event);
  if (key === undefined || event.defaultPrevented || event.isComposing || isForField(event, key)) return;
  if (key.length === 1 && !singleKeys.on()) return;
  const pair = first && Date.now() - first.at < PAIR_MS ? `${first.key} ${key}` : undefined;
  first = undefined;
  if ((pair && run(pair, event)) || run(key, event)) return;
  if (registered.some(({ keys }) => Object.keys(keys()).some((name) => name.startsWith(`${key} `)))) {
    first = { key, at: Date.now() };
  }
}

/** Before any dialog hears of it: the press that closes one means nothing to the page behind. */
function lookForDialog(): void {
  dialogOpen = document.querySelector("[aria-modal='true']") !== null;
}

function run(key: string, event: KeyboardEvent): boolean {
  const found = registered.findLast(({ keys, options }) => (!dialogOpen || options.inDialogs) && keys()[key]);
  if (!found) return false;
  event.preventDefault();
  found.keys()[key]?.(event);
  return true;
}

/** Once, from the shell. */
export function useKeyboard(): void {
  useEffect(() => {
    addEventListener("keydown", lookForDialog, { capture: true });
    addEventListener("keydown", onKey);
    return () => {
      removeEventListener("keydown", lookForDialog, { capture: true });
      removeEventListener("keydown", onKey);
    };
  }, []);
}
