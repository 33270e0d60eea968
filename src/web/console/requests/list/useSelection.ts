import { useState } from "react";
import type { RequestRow } from "../../../../staff/wire";

/** Which of the listed are selected. What is no longer listed is not, either. */
export function useSelection(items: RequestRow[]) {
  const [ids, setIds] = useState<ReadonlySet<string>>(new Set());
  const [last, setLast] = useState<string>();
  /** With `range` all from the one selected last. */
  const toggle = (id: string, range: boolean) => {
    const [from, to] = [items.findIndex((item) => item.id === last), items.findIndex((item) => item.id === id)];
    const span =
      range && from >= 0 && to >= 0 ? items.slice(Math.min(from, to), Math.max(from, to) + 1).map((one) => one.id) : [];
    setIds((before) => {
      const next = new Set(before);
      if (span.length > 0) for (const one of span) next.add(one);
      else if (!next.delete(id)) next.add(id);
      return next;
    });
    setLast(id);
  };
  return {
    toggle,
    has: (id: string) => ids.has(id),
    chosen: items.filter(({ id }) => ids.has(id)),
    clear: () => setIds(new Set()),
  };
}
