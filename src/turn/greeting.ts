import type { Language } from "../conversation/language";
import type { Reply } from "../conversation/reply";
import type { Content } from "./parts";
import { starters } from "./starters";

/** The first words of a conversation: who speaks, what it can do, what happens with the data. */
export function greeting(language: Language, { botPhrases }: Pick<Content, "botPhrases">): Reply {
  const phrases = botPhrases[language];
  return { text: phrases.greeting, choices: starters(phrases) };
}
