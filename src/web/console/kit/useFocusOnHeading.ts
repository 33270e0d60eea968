import { useEffect } from "react";
import { useLocation } from "react-router";

/** Going from the list to one of it and back puts the focus on the heading; what had it is gone. */
export function useFocusOnHeading(page: string): void {
  const { key } = useLocation();
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new filter has a new key, too, and keeps the focus
  useEffect(() => {
    const isFirst = key === "default";
    if (isFirst || document.activeElement !== document.body) return;
    document.querySelector<HTMLElement>("[data-page-title]")?.focus({ preventScroll: true });
  }, [page]);
}
