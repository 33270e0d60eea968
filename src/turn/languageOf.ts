import type { Memory } from "../conversation/conversation";
import type { Language } from "../conversation/language";
import type { Understanding } from "../conversation/understanding";

/** One message this long is enough to change the language; shorter ones have to agree twice. */
const LONG_ENOUGH = 40;

/** The conversation keeps its language; it changes after two messages in another one, or one long one. */
export function languageOf(
  heard: Understanding,
  memory: Memory,
  text: string,
): { language: Language; otherLanguage?: Language | undefined } {
  if (heard.language === memory.language) return { language: memory.language, otherLanguage: undefined };
  const sure =
    text.trim().length >= LONG_ENOUGH || memory.otherLanguage === heard.language || memory.lastTurnAt === undefined;
  return sure
    ? { language: heard.language, otherLanguage: undefined }
    : { language: memory.language, otherLanguage: heard.language };
}
