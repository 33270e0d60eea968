import type { Language } from "../conversation/language";
import { phrasesIn } from "./phrases/phrases";

/** The state in a word or two, as it stands in the middle of a sentence. */
export function sayState(state: string, language: Language): string {
  const states = new Map(Object.entries(phrasesIn(language).states));
  return states.get(state) ?? state;
}
