import { wordsOf } from "../conversation/words";
import type { Heard } from "./heard";

/** From here on a place is what the words name, and no guess. */
export const SURE_PLACE = 0.9;

/** "Kazimierza Wielkiego 100", and not a word beside it: it says where, but not what. */
export function isOnlyAddress({ facts, message }: Pick<Heard, "facts" | "message">): boolean {
  const [place] = facts.places ?? [];
  if (place?.source !== "address" || !place.known || place.outside || place.score < SURE_PLACE) return false;
  return wordsOf(message.text).length <= wordsOf(place.text).length;
}

/** "dziś", "wczoraj wieczorem", and not a word beside it: it says when, but not what. */
export function isOnlyTime({ understanding, message }: Pick<Heard, "understanding" | "message">): boolean {
  const { when } = understanding.entities;
  return when !== undefined && wordsOf(message.text).length <= wordsOf(when).length;
}
