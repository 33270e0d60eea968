import { type RefObject, useCallback, useEffect, useLayoutEffect, useRef, useState } from "react";

/**
 * Keeps who reads at the end of the thread at the end, and leaves who reads further up where they are.
 * `lines` grows with every line.
 */
export function useEnd(scroller: RefObject<HTMLElement | null>, end: RefObject<HTMLElement | null>, lines: number) {
  const isAtEnd = useRef(true);
  const [atEnd, setAtEnd] = useState(true);
  const toEnd = useCallback(() => {
    const box = scroller.current;
    if (!box) return;
    const scrollsItself = getComputedStyle(box).overflowY !== "visible";
    if (scrollsItself) box.scrollTop = box.scrollHeight;
    else scrollTo({ top: document.documentElement.scrollHeight });
  }, [scroller]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: a new line is what this waits for
  useLayoutEffect(() => {
    if (isAtEnd.current) toEnd();
  }, [lines, toEnd]);

  useEffect(() => {
    const box = scroller.current;
    const mark = end.current;
    if (!box || !mark) return;
    const seen = new IntersectionObserver(([entry]) => {
      isAtEnd.current = entry?.isIntersecting ?? true;
      setAtEnd(isAtEnd.current);
    });
    // A growing reply below or an image that has arrived moves the end; the reader goes with it.
    const grown = new ResizeObserver(() => isAtEnd.current && toEnd());
    seen.observe(mark);
    grown.observe(box);
    if (box.firstElementChild) grown.observe(box.firstElementChild);
    return () => {
      seen.disconnect();
      grown.disconnect();
    };
  }, [scroller, end, toEnd]);
  return { atEnd, toEnd };
}
