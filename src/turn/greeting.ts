import type { Language } from "../conversation/language";
import type { Reply } from "../conversation/reply";
import { phrasesIn } from "./phrases/phrases";
import { starters } from "./starters";

/** The first words of a conversation: who speaks, what it can do, what happens with the data. */
export function greeting(language: Language): Reply {
  return { text: phrasesIn(language).greeting, choices: starters(language) };
}
