import type { Language } from "../../../conversation/language";
import { en } from "./en";
import { pl } from "./pl";
import { uk } from "./uk";

/** Every word of the contact form, once per language; Polish says what there is. */
export type ContactTexts = typeof pl;

const all: Record<Language, ContactTexts> = { pl, en, uk };

export const contactTextsIn = (language: Language): ContactTexts => all[language];
