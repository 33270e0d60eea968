import type { BenchRow } from "../../../../staff/wire";
import { words } from "../../kit/language";

type Bands = Record<BenchRow["band"], string>;

export const benchWords = words(
  {
    intro: "Zobacz, co asystent zrobiłby z pytaniem jako pierwszą wiadomością. Nic nie jest zapisywane.",
    questions: "Pytania",
    hint: "Po jednym w wierszu, najwyżej 200. Dane osobowe są zakrywane, zanim cokolwiek zostanie pokazane.",
    tooMany: (n: number) => `Jest ich ${n}, a może być najwyżej 200.`,
    tooLong: "Jedno pytanie może mieć najwyżej 500 znaków.",
    nothing: "Wpisz przynajmniej jedno pytanie.",
    attempt: "Sprawdź",
    file: "Pobierz jako CSV",
    results: "Wyniki",
    counted: (all: number, act: number) => `Pytania: ${all}, od razu pewne: ${act}`,
    about: "O czym:",
    noMeaning: "brak znaczenia",
    bands: { act: "pewne", offer: "do wyboru", none: "za mało pewne" } satisfies Bands,
  },
  {
    en: {
      intro: "See what the assistant would do about a question as a first message. Nothing is stored.",
      questions: "Questions",
      hint: "One per line, 200 at most. Personal data is masked before anything is shown.",
      tooMany: (n) => `There are ${n}, at most 200 are allowed.`,
      tooLong: "A question may have 500 characters at most.",
      nothing: "Write at least one question.",
      attempt: "Try",
      file: "Download as CSV",
      results: "Results",
      counted: (all, act) => `Questions: ${all}, certain at once: ${act}`,
      about: "About:",
      noMeaning: "no meaning",
      bands: { act: "certain", offer: "to be offered", none: "not certain enough" },
    },
    uk: {
      intro: "Подивіться, що помічник зробив би із запитанням як із першим повідомленням. Нічого не зберігається.",
      questions: "Запитання",
      hint: "По одному в рядку, щонайбільше 200. Особисті дані приховуються, перш ніж щось буде показано.",
      tooMany: (n) => `Їх ${n}, а може бути щонайбільше 200.`,
      tooLong: "Одне запитання може мати щонайбільше 500 знаків.",
      nothing: "Напишіть принаймні одне запитання.",
      attempt: "Спробувати",
      file: "Завантажити як CSV",
      results: "Результати",
      counted: (all, act) => `Запитання: ${all}, одразу певні: ${act}`,
      about: "Про що:",
      noMeaning: "немає значення",
      bands: { act: "певне", offer: "на вибір", none: "недостатньо певне" },
    },
  },
);
