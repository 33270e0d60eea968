import { z } from "zod";
import { emptyMemory, Memory } from "../conversation/conversation";
import { Language } from "../conversation/language";

const LanguageOnly = z.object({ language: Language.catch("pl") });

/** What was remembered. What an older version wrote and this one cannot read is forgotten: better than no answer, or no queue. */
export function memoryOf(kept: unknown): Memory {
  const { success, data } = Memory.safeParse(kept);
  return success ? data : emptyMemory(LanguageOnly.parse(kept).language);
}
