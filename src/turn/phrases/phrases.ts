import type { Language } from "../../conversation/language";
import { en } from "./en";
import { type Phrases, pl } from "./pl";
import { uk } from "./uk";

const phrases: Record<Language, Phrases> = { pl, en, uk };

/** The bot's own words in a language. */
export function phrasesIn(language: Language): Phrases {
  return phrases[language];
}
