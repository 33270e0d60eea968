import { tidy } from "../conversation/fold";
import { isPlate } from "./personalNumbers";

/** What may be a registration plate; every quantifier is bounded, so a hostile text costs no more than its length. */
export const PLATE =
  /(?<![\p{L}\p{N}-])(?:\p{Lu}{2}[ -]?\d{4}[ -]?\p{Lu}{2}|[A-Za-z]{2,3}[ -]?[A-Za-z0-9]{4,5})(?![\p{L}\p{N}-])/gu;

/** Registration plates named in a text, upper case without spaces, in order. */
export function findPlates(text: string): string[] {
  if (!/\d/.test(text)) return [];
  const plates = (tidy(text).match(PLATE) ?? [])
    .filter(isPlate)
    .map((plate) => plate.replace(/[ -]/g, "").toUpperCase());
  return [...new Set(plates)];
}
