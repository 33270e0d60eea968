import { createContext, type ReactNode, useContext, useEffect, useMemo, useState } from "react";
import { type Language, languages } from "./languages";

export { type Language, languages };

/** The same words in every language; the Polish ones say which there are. */
export type Words<T> = Record<Language, T>;
/** Plain strings and functions may differ, their shape may not. */
export type Same<T> = {
  [K in keyof T]: T[K] extends string
    ? string
    : T[K] extends (...args: infer A) => string
      ? (...args: A) => string
      : T[K] extends object
        ? Same<T[K]>
        : T[K];
};
export const words = <T,>(pl: T, others: { en: Same<T>; uk: Same<T> }): Words<Same<T>> => ({
  pl: pl as Same<T>,
  ...others,
});

const KEPT = "hejnal-console-language";
const isLanguage = (text: string | null): text is Language => text !== null && text in languages;

const Context = createContext<{ language: Language; choose(language: Language): void }>({
  language: "pl",
  choose() {},
});

export function LanguageProvider({ children }: { children: ReactNode }) {
  const [language, setLanguage] = useState<Language>(() => {
    const kept = localStorage.getItem(KEPT);
    return isLanguage(kept) ? kept : "pl";
  });
  useEffect(() => {
    document.documentElement.lang = language;
    localStorage.setItem(KEPT, language);
  }, [language]);
  const value = useMemo(() => ({ language, choose: setLanguage }), [language]);
  return <Context value={value}>{children}</Context>;
}

export const useLanguage = () => useContext(Context);

/** The words of a view in the reader's language. */
export function useWords<T>(all: Words<T>): T {
  return all[useLanguage().language];
}
