import type { RefObject } from "react";
import { useKeys } from "./keys";

/** How the list and its keys are called in the sheet. */
type Words = { title: string; keys: { next: string; previous: string; open: string; select?: string; range?: string } };

/** j/k move from line to line, Enter opens, x selects, Shift and x selects up to here. */
export function useRowKeys(
  rows: RefObject<HTMLUListElement | null>,
  { title, keys }: Words,
  select?: (id: string, range: boolean) => void,
): void {
  const links = () => [...(rows.current?.querySelectorAll<HTMLElement>("a[data-id]") ?? [])];
  const here = () => links().findIndex((link) => link.closest("li")?.contains(document.activeElement));
  const move = (by: number) => {
    const all = links();
    all[Math.min(all.length - 1, Math.max(0, here() + by))]?.focus();
  };
  const choose = (range: boolean) => {
    const id = links()[here()]?.dataset.id;
    if (id !== undefined) select?.(id, range);
  };
  useKeys(
    {
      j: () => move(1),
      k: () => move(-1),
      ...(select && { x: () => choose(false), "shift+x": () => choose(true) }),
    },
    {
      scope: title,
      describe: {
        j: keys.next,
        k: keys.previous,
        Enter: keys.open,
        ...(select && keys.select && { x: keys.select }),
        ...(select && keys.range && { "shift+x": keys.range }),
      },
    },
  );
}
