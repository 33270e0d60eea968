import type { DraftView } from "../../../../staff/wire";
import { nearestTo, type Tree } from "./tree";

type Mistake = DraftView["mistakes"][number];

/** A mistake and the field it is told at: its own, or the nearest around one that is missing. Undefined in other documents. */
export type Placed = Mistake & { at?: string };

/** Where each mistake is told. */
export function placed(mistakes: Mistake[], path: string, tree: Tree | undefined): Placed[] {
  return mistakes.map((mistake) => {
    if (mistake.file !== path || !tree) return mistake;
    return { ...mistake, at: nearestTo(mistake.field, tree) };
  });
}

/** What is said at each field. */
export function byField(mistakes: Placed[]): ReadonlyMap<string, string> {
  const told = new Map<string, string>();
  for (const { at, field, message } of mistakes) {
    if (at === undefined) continue;
    const missing = field.slice(at.length).replace(/^\./, "");
    const words = missing ? `${missing}: ${message}` : message;
    told.set(at, told.has(at) ? `${told.get(at)}; ${words}` : words);
  }
  return told;
}
