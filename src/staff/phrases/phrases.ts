import type { Language } from "../../conversation/language";
import type { Occasion } from "../../conversation/transcript";
import { en } from "./en";
import { pl } from "./pl";
import { uk } from "./uk";

/** What a resident reads when a conversation changes hands. */
export type StaffPhrases = Record<Occasion, string>;

const phrases: Record<Language, StaffPhrases> = { pl, en, uk };

/** The line of the thread for an occasion, in the conversation's language. */
export function sayOccasion(occasion: Occasion, language: Language, name: string): string {
  return phrases[language][occasion].replaceAll("{name}", name);
}
