import type { Language } from "../../conversation/language";
import { type Call, likelyLanguage } from "../call";
import type { PagesParts } from "../parts";
import { type Reader, readerOf } from "../telling";
import type { Keep } from "./keep";
import { type PublicTexts, publicTextsIn } from "./texts/texts";

/** What public pages need beside what all pages do. */
export type PublicParts = PagesParts & { keep: Keep };

/** Who reads a public page: knows nothing that not everybody knows. */
export type PublicReader = Reader & { words: PublicTexts };

export const publicReader = (language: Language, { names }: Pick<PagesParts, "names">): PublicReader => ({
  ...readerOf("follower", language, names()),
  words: publicTextsIn(language),
});

/** The reader of this call, in the language asked for or the browser's own. */
export const readerFor = (call: Call, parts: PagesParts): PublicReader => publicReader(likelyLanguage(call), parts);
