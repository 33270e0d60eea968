import { isDeepStrictEqual } from "node:util";
import type { Planned } from "./yamlCollection";

/** From one list to another with the most items kept. */
export function leastChange(old: unknown, next: unknown[]): Planned[] {
  const items = Array.isArray(old) ? old : [];
  return paired(kept(items, next), items.length, next);
}

/** Pairs of places in both lists with the same item: the longest way through both. */
function kept(old: unknown[], next: unknown[]): [number, number][] {
  const same = (i: number, j: number) => isDeepStrictEqual(old[i], next[j]);
  const most = Array.from({ length: old.length + 1 }, () => new Uint16Array(next.length + 1));
  const at = (i: number, j: number) => most[i]?.[j] ?? 0;
  for (let i = old.length - 1; i >= 0; i--)
    for (let j = next.length - 1; j >= 0; j--) {
      const row = most[i];
      if (row) row[j] = same(i, j) ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1));
    }
  const pairs: [number, number][] = [];
  for (let i = 0, j = 0; i < old.length && j < next.length; ) {
    if (same(i, j)) pairs.push([i++, j++]);
    else if (at(i + 1, j) >= at(i, j + 1)) i++;
    else j++;
  }
  return pairs;
}

/** New items take the places of old ones that go, as long as there are any. */
function paired(pairs: [number, number][], oldLength: number, next: unknown[]): Planned[] {
  const plan: Planned[] = [];
  let [i, j] = [0, 0];
  for (const [oldAt, nextAt] of [...pairs, [oldLength, next.length] as const]) {
    for (; j < nextAt; j++, i++) plan.push({ value: next[j], ...(i < oldAt && { instead: i }) });
    if (oldAt < oldLength) plan.push(oldAt);
    [i, j] = [oldAt + 1, nextAt + 1];
  }
  return plan;
}
