import type { Language } from "../conversation/language";
import type { Choice } from "../conversation/reply";
import type { Entry } from "../conversation/transcript";

type Question = Required<Pick<Entry, "text" | "choices">>;

const questions: Record<Language, { text: string; scores: string[] }> = {
  pl: {
    text: "Jak oceniasz tę rozmowę? Naciśnij przycisk albo odpisz cyfrą od 1 do 5.",
    scores: ["źle", "słabo", "tak sobie", "dobrze", "bardzo dobrze"],
  },
  en: {
    text: "How was this conversation? Press a button or reply with a number from 1 to 5.",
    scores: ["bad", "poor", "so-so", "good", "very good"],
  },
  uk: {
    text: "Як Ви оцінюєте цю розмову? Натисніть кнопку або напишіть цифру від 1 до 5.",
    scores: ["погано", "слабко", "посередньо", "добре", "дуже добре"],
  },
};

/** Asks the resident how the talk was; the words beside each number say which end is the good one. */
export function ratingQuestion(language: Language): Question {
  const { text, scores } = questions[language];
  const choices = scores.map((word, n): Choice => {
    return { title: `${n + 1} – ${word}`, wish: { kind: "rate", score: n + 1 } };
  });
  return { text, choices };
}

const blocked: Record<Language, string> = {
  pl: "Rozmowa jest zakończona.",
  en: "This conversation is closed.",
  uk: "Розмову завершено.",
};

/** The last line for somebody who is blocked: it does not ask them to write again. */
export const sayClosedForGood = (language: Language): string => blocked[language];
