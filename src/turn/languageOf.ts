import type { Memory } from "../conversation/conversation";
import { fold } from "../conversation/fold";
import { Language } from "../conversation/language";
import type { Understanding } from "../conversation/understanding";
import { detectLanguage } from "../understanding/language";

/** One message this long is enough to change the language; shorter ones have to agree twice. */
const LONG_ENOUGH = 25;
/** So is a whole short sentence that could hardly be in any other. */
const WORDS_IN_A_SENTENCE = 4;
const BEYOND_DOUBT = 0.999;

/** The conversation keeps its language; it changes when asked to, after two messages in another one, or one long one. */
export function languageOf(
  heard: Understanding,
  memory: Memory,
  text: string,
): { language: Language; otherLanguage?: Language | undefined } {
  const wanted = languageWanted(text);
  if (wanted) return { language: wanted, otherLanguage: undefined };
  if (heard.language === memory.language) return { language: memory.language, otherLanguage: undefined };
  const sure =
    text.trim().length >= LONG_ENOUGH ||
    isPlainSentence(text) ||
    memory.otherLanguage === heard.language ||
    memory.lastTurnAt === undefined ||
    // Nobody writes Cyrillic by the way.
    heard.language === "uk";
  return sure
    ? { language: heard.language, otherLanguage: undefined }
    : { language: memory.language, otherLanguage: heard.language };
}

function isPlainSentence(text: string): boolean {
  return text.trim().split(/\s+/).length >= WORDS_IN_A_SENTENCE && (detectLanguage(text)?.sure ?? 0) >= BEYOND_DOUBT;
}

const names: Record<Language, string[]> = {
  pl: ["po polsku", "in polish", "polish", "польською", "по польськи", "по польски"],
  en: ["po angielsku", "in english", "english", "англійською", "по англійськи", "по английски"],
  uk: ["po ukraińsku", "in ukrainian", "ukrainian", "українською", "по українськи", "по украински"],
};

/** What stands around the name when somebody asks for a language, and for nothing else. */
const around = new Set(
  fold(
    "proszę prosze poproszę jednak czy można mozna możesz pisz pisać mów mówić rozmawiać chcę wolę hello hi please can we you do speak write talk i want to could будь ласка можна можете чи говорити пишіть писати",
  ).split(" "),
);

/** The language a message asks for, when it does nothing else: "po polsku proszę", "do you speak English?". */
export function languageWanted(text: string): Language | undefined {
  const said = (fold(text).match(/[\p{L}']+/gu) ?? []).filter((word) => !around.has(word)).join(" ");
  const wanted = Object.entries(names).find(([, called]) => called.some((name) => fold(name) === said));
  return wanted && Language.parse(wanted[0]);
}
