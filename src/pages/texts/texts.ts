import type { Language } from "../../conversation/language";
import { en } from "./en";
import { pl } from "./pl";
import { uk } from "./uk";

/** Every word of the pages, once per language; Polish says what there is. */
export type Texts = typeof pl;

const all: Record<Language, Texts> = { pl, en, uk };

export const textsIn = (language: Language): Texts => all[language];
