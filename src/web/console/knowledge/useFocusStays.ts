import { type RefObject, useLayoutEffect, useRef } from "react";

/**
 * A button that waits for its answer cannot hold the focus. Once the answer is there the button has it again, or the
 * heading of its part, where the button is gone.
 */
export function useFocusStays(heading: RefObject<HTMLElement | null>, waiting: boolean): void {
  const pressed = useRef<Element>(null);
  useLayoutEffect(() => {
    if (waiting) {
      pressed.current = document.activeElement;
      return;
    }
    const button = pressed.current;
    pressed.current = null;
    if (!button || (document.activeElement !== document.body && document.activeElement !== button)) return;
    const isThere = button instanceof HTMLButtonElement && button.isConnected && !button.disabled;
    (isThere ? button : heading.current)?.focus();
  }, [waiting, heading]);
}
