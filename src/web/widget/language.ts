import { en } from "./texts/en";
import { pl, type Texts } from "./texts/pl";
import { uk } from "./texts/uk";

export const languages = { pl: "Polski", uk: "Українська", en: "English" };
export type Language = keyof typeof languages;

const texts: Record<Language, Texts> = { pl, uk, en };

/** Reads "uk", "uk-UA" or "en_GB"; anything unknown is undefined. */
export function languageOf(tag: string | null | undefined): Language | undefined {
  const code = tag?.toLowerCase().split(/[-_]/)[0];
  return code === "pl" || code === "uk" || code === "en" ? code : undefined;
}

/** The widget's present language, and who must redraw when it changes. */
export type Speech = {
  language(): Language;
  say(key: keyof Texts, values?: Record<string, string | number>): string;
  change(language: Language): void;
  /** Runs `draw` now and after every change of language. */
  live(draw: () => void): void;
};

export function createSpeech(first: Language): Speech {
  let language = first;
  const drawers: (() => void)[] = [];
  return {
    language: () => language,
    say: (key, values = {}) =>
      Object.entries(values).reduce(
        (text, [name, value]) => text.replace(`{${name}}`, () => String(value)),
        texts[language][key],
      ),
    change(next) {
      language = next;
      for (const draw of drawers) draw();
    },
    live(draw) {
      drawers.push(draw);
      draw();
    },
  };
}
