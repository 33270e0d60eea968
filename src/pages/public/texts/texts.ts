import type { Language } from "../../../conversation/language";
import { en } from "./en";
import { pl } from "./pl";
import { uk } from "./uk";

/** Every word of the public pages, once per language; Polish says what there is. */
export type PublicTexts = typeof pl;

const all: Record<Language, PublicTexts> = { pl, en, uk };

export const publicTextsIn = (language: Language): PublicTexts => all[language];
