import { type Example, nameOfIntent } from "../conversation/understanding";
import { stem } from "./stem";
import { wordsOf } from "./words";

/** In the examples of so large a share of the matters a word stands that no matter owns it. */
const OWNED_BY_NONE = 0.12;
const MOST_WORDS = 14;

/**
 * Stems that say nothing of the matter. `texts` are such from which nobody could guess it; of their words those count
 * that stand in the examples of many matters, so that "meldunek" does not become an empty word.
 */
export function emptyWords(texts: string[], examples: Example[], words: string[][]): Set<string> {
  const candidates = new Set(texts.flatMap(wordsOf).map(stem));
  const holders = new Map<string, Set<string>>([...candidates].map((word) => [word, new Set()]));
  const matters = new Set<string>();
  const stems = new Map<string, string>();
  for (const [index, { intent }] of examples.entries()) {
    if (intent.kind === "talk" || intent.kind === "outside") continue;
    const name = nameOfIntent(intent);
    matters.add(name);
    for (const word of words[index] ?? []) {
      const known = stems.get(word) ?? stem(word);
      stems.set(word, known);
      holders.get(known)?.add(name);
    }
  }
  return new Set([...candidates].filter((word) => (holders.get(word)?.size ?? 0) >= matters.size * OWNED_BY_NONE));
}

/** Whether these stems are all empty: nobody could guess the matter. */
export function isVague(stems: string[], empty: Set<string>): boolean {
  return stems.length > 0 && stems.length <= MOST_WORDS && stems.every((word) => empty.has(word));
}
