import { useEffect, useLayoutEffect, useRef } from "react";
import { useLocation } from "react-router";
import { usePageName } from "../kit/title";

/** A new page puts the focus on its heading, unless it or the person has put it somewhere meanwhile. */
export function useFocusOnPage(): void {
  const page = usePageName();
  const { pathname } = useLocation();
  const view = pathname.split("/")[1];
  const before = useRef(view);
  const movedOnTheWayTo = useMovedOnTheWayTo();
  useEffect(() => {
    if (before.current === view) return;
    const heading = document.querySelector<HTMLElement>("[data-page-title]");
    if (!heading) return;
    before.current = view;
    if (movedOnTheWayTo(pathname)) return;
    if (page && !document.activeElement?.closest("main")) heading.focus({ preventScroll: true });
  }, [view, pathname, page, movedOnTheWayTo]);
}

/**
 * Tells whether somebody has gone on with Tab or the mouse while the page was loading: the address is the new one from
 * the beginning. Whoever has keeps the focus, and the next press.
 */
function useMovedOnTheWayTo(): (pathname: string) => boolean {
  const movedAt = useRef("");
  useLayoutEffect(() => {
    const note = (event: Event) => {
      if (!(event instanceof KeyboardEvent) || event.key === "Tab") movedAt.current = location.pathname;
    };
    for (const name of ["keydown", "pointerdown"]) addEventListener(name, note, { capture: true });
    return () => {
      for (const name of ["keydown", "pointerdown"]) removeEventListener(name, note, { capture: true });
    };
  }, []);
  return useRef((pathname: string) => {
    const moved = movedAt.current.endsWith(pathname);
    movedAt.current = "";
    return moved;
  }).current;
}
