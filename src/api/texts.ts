import type { Language } from "../conversation/language";

type Texts = {
  titles: Record<"parameters" | "not_found" | "method" | "key" | "often" | "failed", string>;
  wrong: Record<"missing" | "unknown" | "twice", string>;
  /** What a parameter must be, by its name. */
  values: Record<string, string>;
  parameters(names: string[]): string;
  noArticle: string;
  nothingHere: string;
  onlyReading: string;
  wrongKey: string;
  tooOften(seconds: number): string;
  failed: string;
};

const pl: Texts = {
  titles: {
    parameters: "Niewłaściwe parametry",
    not_found: "Nie znaleziono",
    method: "Niedozwolona metoda",
    key: "Nieważny klucz",
    often: "Za dużo wywołań",
    failed: "Błąd po naszej stronie",
  },
  wrong: {
    missing: "Ten parametr jest potrzebny.",
    unknown: "Tu nie ma takiego parametru.",
    twice: "Podaj ten parametr tylko raz.",
  },
  values: {
    language: "To jeden z języków: pl, en, uk.",
    q: "To najwyżej 500 znaków.",
    unit: "To najwyżej 500 znaków.",
    limit: "To liczba całkowita od 1; najwyżej 100 na liście, 20 w wyszukiwaniu.",
    after: "To id artykułu, najwyżej 200 znaków.",
  },
  parameters: (names) => `Popraw parametry: ${names.join(", ")}.`,
  noArticle: "Nie ma takiego artykułu.",
  nothingHere: "Pod tym adresem nie ma niczego. Adresy wymienia /api/v1/openapi.json.",
  onlyReading: "Te adresy można tylko czytać: GET albo HEAD.",
  wrongKey: "Klucz w nagłówku X-Api-Key jest nieważny. Bez klucza też można czytać, rzadziej.",
  tooOften: (seconds) => `Spróbuj ponownie za ${seconds} s. Więcej wywołań na minutę daje klucz API.`,
  failed: "Coś poszło nie tak. Spróbuj ponownie za chwilę.",
};

const en: Texts = {
  titles: {
    parameters: "Wrong parameters",
    not_found: "Not found",
    method: "Method not allowed",
    key: "Invalid key",
    often: "Too many calls",
    failed: "An error on our side",
  },
  wrong: {
    missing: "This parameter is needed.",
    unknown: "There is no such parameter here.",
    twice: "Give this parameter only once.",
  },
  values: {
    language: "It is one of the languages pl, en, uk.",
    q: "It has at most 500 characters.",
    unit: "It has at most 500 characters.",
    limit: "It is a whole number from 1; at most 100 in the list, 20 in the search.",
    after: "It is the id of an article, at most 200 characters.",
  },
  parameters: (names) => `Correct these parameters: ${names.join(", ")}.`,
  noArticle: "There is no such article.",
  nothingHere: "There is nothing at this address. /api/v1/openapi.json lists those there are.",
  onlyReading: "These addresses can only be read: GET or HEAD.",
  wrongKey: "The key in the X-Api-Key header is not valid. Without a key you can read as well, less often.",
  tooOften: (seconds) => `Try again in ${seconds} s. An API key allows more calls a minute.`,
  failed: "Something went wrong. Please try again in a moment.",
};

const uk: Texts = {
  titles: {
    parameters: "Неправильні параметри",
    not_found: "Не знайдено",
    method: "Недозволений метод",
    key: "Недійсний ключ",
    often: "Забагато викликів",
    failed: "Помилка з нашого боку",
  },
  wrong: {
    missing: "Цей параметр потрібний.",
    unknown: "Тут немає такого параметра.",
    twice: "Вкажіть цей параметр лише раз.",
  },
  values: {
    language: "Це одна з мов: pl, en, uk.",
    q: "Це щонайбільше 500 знаків.",
    unit: "Це щонайбільше 500 знаків.",
    limit: "Це ціле число від 1; щонайбільше 100 у списку, 20 у пошуку.",
    after: "Це id статті, щонайбільше 200 знаків.",
  },
  parameters: (names) => `Виправте параметри: ${names.join(", ")}.`,
  noArticle: "Такої статті немає.",
  nothingHere: "За цією адресою нічого немає. Адреси перелічує /api/v1/openapi.json.",
  onlyReading: "Ці адреси можна лише читати: GET або HEAD.",
  wrongKey: "Ключ у заголовку X-Api-Key недійсний. Без ключа теж можна читати, але рідше.",
  tooOften: (seconds) => `Спробуйте ще раз за ${seconds} с. Більше викликів на хвилину дає ключ API.`,
  failed: "Щось пішло не так. Спробуйте ще раз за мить.",
};

const texts: Record<Language, Texts> = { pl, en, uk };

export const textsIn = (language: Language): Texts => texts[language];
