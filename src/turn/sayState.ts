import type { Phrases } from "./phrases/phrases";

/** The state in a word or two, as it stands in the middle of a sentence. */
export function sayState(state: string, phrases: Phrases): string {
  const states = new Map(Object.entries(phrases.states));
  return states.get(state) ?? state;
}
