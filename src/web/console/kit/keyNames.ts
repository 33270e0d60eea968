/** `mod+alt+shift+key` of a press; undefined for a lone modifier or a character made with AltGr. */
export function combinationOf(event: KeyboardEvent): string | undefined {
  const { key, ctrlKey, metaKey, altKey, shiftKey } = event;
  if (["Control", "Meta", "Alt", "Shift", "AltGraph", "Dead"].includes(key)) return undefined;
  if (event.getModifierState("AltGraph")) return undefined;
  const name = nameOf(event);
  // Which symbols need Shift depends on the keyboard.
  const shift = shiftKey && /^([a-z0-9]|\w{2,})$/.test(name);
  return [(ctrlKey || metaKey) && "mod", altKey && "alt", shift && "shift", name].filter(Boolean).join("+");
}

/** Letters and digits by their place where the layout writes others there (Cyrillic, Option on a Mac). */
function nameOf({ key, code }: KeyboardEvent): string {
  if (key === " ") return "Space";
  if (key.length > 1) return key;
  if (/^[a-z0-9]$/i.test(key)) return key.toLowerCase();
  if (/^Digit\d$/.test(code) && !/[!-~]/.test(key)) return code.slice(5);
  if (/^Key[A-Z]$/.test(code) && /[^ -~]/.test(key)) return code.slice(3).toLowerCase();
  return key;
}

const NO_TEXT = new Set(["button", "checkbox", "color", "file", "image", "radio", "range", "reset", "submit"]);

/** Whether what has the focus needs the press itself. */
export function isForField({ target }: KeyboardEvent, key: string): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (key === "Escape") return target.closest("[role=menu], [role=listbox], [aria-expanded=true]") !== null;
  if (/^(mod|alt)\+/.test(key) || /^F\d+$/.test(key)) return false;
  if (isWritten(target)) return true;
  if (key === "Enter" || key === "Space") return target.closest("a, button, summary, input, [role=option]") !== null;
  if (key.startsWith("Arrow"))
    return target.closest("[role=tablist], [role=radiogroup], [role=menu], [role=listbox], input") !== null;
  return target.closest("[role=menu], [role=listbox]") !== null;
}

function isWritten(target: HTMLElement): boolean {
  if (target instanceof HTMLInputElement) return !NO_TEXT.has(target.type);
  return target.isContentEditable || target instanceof HTMLTextAreaElement || target instanceof HTMLSelectElement;
}

const isMac = /Mac|iPhone|iPad/.test(navigator.platform);
const shown: Record<string, string> = {
  mod: isMac ? "⌘" : "Ctrl",
  alt: isMac ? "⌥" : "Alt",
  shift: "Shift",
  Escape: "Esc",
  ArrowUp: "↑",
  ArrowDown: "↓",
  ArrowLeft: "←",
  ArrowRight: "→",
};

/** The caps of a shortcut, one after the other: `mod+Enter` → Ctrl, Enter. */
export const capsOf = (keys: string): string[] =>
  keys.split(/[ +]/).map((key) => shown[key] ?? (key.length === 1 ? key.toUpperCase() : key));

/** The same for `aria-keyshortcuts`. */
export const ariaKeys = (keys: string): string =>
  keys
    .replace("mod", isMac ? "Meta" : "Control")
    .replace("alt", "Alt")
    .replace("shift", "Shift");
