import { fold } from "./fold";

/** An apostrophe inside a word is no border, whichever of its forms was typed: "don't", "пам’ятаю". */
export const WORD = /[\p{L}\p{N}]+(?:['’ʼ`][\p{L}\p{N}]+)*/gu;

/** The folded words of a text, punctuation dropped. */
export function wordsOf(text: string): string[] {
  return (fold(text).match(WORD) ?? []).map((word) => word.replace(/['’ʼ`]/g, ""));
}
