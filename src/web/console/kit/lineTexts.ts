import type { LineMistake, PageRefused } from "../../../staff/wire";
import type { Language } from "./languages";

type Texts = {
  wrongLines(lines: LineMistake[]): string;
  setFull(texts: number, most: number): string;
  page: Record<PageRefused, string>;
};
type Because = Record<LineMistake["because"], (what: string) => string>;

const LINES_TOLD = 5;

/** What is wrong line by line, as far as anybody reads it. */
const told =
  (begin: string, line: string, because: Because, more: (n: number) => string): Texts["wrongLines"] =>
  (lines) => {
    const shown = lines.slice(0, LINES_TOLD).map((one) => `${line} ${one.line}: ${because[one.because](one.what)}.`);
    return [begin, ...shown, ...(lines.length > LINES_TOLD ? [more(lines.length - LINES_TOLD)] : [])].join(" ");
  };

/** What is said when lines of a file cannot be taken. */
export const lineTexts: Record<Language, Texts> = {
  pl: {
    wrongLines: told(
      "Niczego nie zapisano.",
      "Wiersz",
      {
        unreadable: () => "nie da się go odczytać",
        no_text: () => "brakuje tekstu",
        too_long: () => "tekst jest za długi",
        unknown_meaning: (what) => `nie ma znaczenia „${what}”`,
      },
      (n) => `I jeszcze błędy: ${n}.`,
    ),
    setFull: (texts, most) => `Niczego nie zapisano: tekstów byłoby ${texts}, a zestaw mieści najwyżej ${most}.`,
    page: {
      not_allowed:
        "Tej strony nie wolno pobrać: adres musi zaczynać się od https i należeć do dozwolonych serwisów miasta.",
      private_address: "Ten adres prowadzi do sieci wewnętrznej. Nie pobrano go.",
      not_found: "Pod tym adresem nie ma strony.",
      unreachable: "Ta strona nie odpowiada. Spróbuj za chwilę.",
      too_large: "Ta strona jest za duża: najwyżej 2 MB.",
      too_slow: "Ta strona odpowiada za wolno. Spróbuj za chwilę.",
      not_html: "To nie jest strona HTML.",
      empty: "Na tej stronie nie ma tekstu z tytułem.",
    },
  },
  en: {
    wrongLines: told(
      "Nothing was saved.",
      "Line",
      {
        unreadable: () => "it cannot be read",
        no_text: () => "the text is missing",
        too_long: () => "the text is too long",
        unknown_meaning: (what) => `there is no meaning “${what}”`,
      },
      (n) => `And more mistakes: ${n}.`,
    ),
    setFull: (texts, most) => `Nothing was saved: there would be ${texts} texts, and a set holds ${most} at most.`,
    page: {
      not_allowed:
        "This page may not be fetched: the address must begin with https and belong to one of the city’s allowed sites.",
      private_address: "This address leads into an internal network. It was not fetched.",
      not_found: "There is no page at this address.",
      unreachable: "This page does not answer. Try again in a moment.",
      too_large: "This page is too large: 2 MB at most.",
      too_slow: "This page answers too slowly. Try again in a moment.",
      not_html: "This is no HTML page.",
      empty: "There is no text with a title on this page.",
    },
  },
  uk: {
    wrongLines: told(
      "Нічого не збережено.",
      "Рядок",
      {
        unreadable: () => "його не вдається прочитати",
        no_text: () => "бракує тексту",
        too_long: () => "текст задовгий",
        unknown_meaning: (what) => `немає значення «${what}»`,
      },
      (n) => `І ще помилки: ${n}.`,
    ),
    setFull: (texts, most) => `Нічого не збережено: текстів було б ${texts}, а набір містить щонайбільше ${most}.`,
    page: {
      not_allowed:
        "Цю сторінку не можна завантажити: адреса має починатися з https і належати до дозволених сайтів міста.",
      private_address: "Ця адреса веде у внутрішню мережу. Її не завантажено.",
      not_found: "За цією адресою немає сторінки.",
      unreachable: "Ця сторінка не відповідає. Спробуйте за мить.",
      too_large: "Ця сторінка завелика: щонайбільше 2 МБ.",
      too_slow: "Ця сторінка відповідає надто повільно. Спробуйте за мить.",
      not_html: "Це не сторінка HTML.",
      empty: "На цій сторінці немає тексту із заголовком.",
    },
  },
};
