import type { Language } from "../conversation/language";

/** "pl-PL", "uk", "en_GB" → a language Hejnał speaks; Polish otherwise. */
export function languageOf(locale: string | null | undefined): Language {
  const language = locale?.slice(0, 2).toLowerCase();
  return language === "en" || language === "uk" ? language : "pl";
}
