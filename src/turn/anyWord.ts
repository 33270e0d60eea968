import { fold } from "../conversation/fold";

/** Finds any of these words in a folded text; a word that ends in * only has to begin so. */
export function anyWord(words: string): RegExp {
  const patterns = fold(words)
    .split(/\s+/)
    .map((word) => (word.endsWith("*") ? word.slice(0, -1) : `${word}(?!\\p{L})`));
  return new RegExp(`(?<!\\p{L})(?:${patterns.join("|")})`, "u");
}
