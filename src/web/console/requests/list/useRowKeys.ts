import type { RefObject } from "react";
import { useKeys } from "../../kit/keys";
import { useWords } from "../../kit/language";
import { requestsWords } from "../texts";

/** j/k move from line to line, Enter opens, x selects, Shift and x selects up to here. */
export function useRowKeys(
  rows: RefObject<HTMLUListElement | null>,
  select: ((id: string, range: boolean) => void) | undefined,
): void {
  const { title, keys } = useWords(requestsWords);
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
        ...(select && { x: keys.select, "shift+x": keys.range }),
      },
    },
  );
}
