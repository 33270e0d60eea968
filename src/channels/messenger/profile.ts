import type { Language } from "../../conversation/language";

/** What the page's own buttons send back: these words, as if the resident had typed them. */
export const SAYS = "say:";

type Texts = { greeting: string; hello: string; report: string; status: string; human: string; questions: string[] };

/** What residents find before they write. Meta's limits: greeting 160 characters, question 80, title of a menu 30. */
const texts: Record<Language, Texts> = {
  pl: {
    greeting:
      "Krakowskie Centrum Kontaktu. Odpowiada automat, a w razie potrzeby człowiek. Zapytaj o sprawę w urzędzie.",
    hello: "Dzień dobry",
    report: "Zgłoś problem",
    status: "Sprawdź zgłoszenie",
    human: "Porozmawiaj z człowiekiem",
    questions: ["Jak wyrobić dowód osobisty?"],
  },
  en: {
    greeting:
      "Kraków Contact Centre. An automated assistant answers, and a person where needed. Ask about city matters.",
    hello: "Hello",
    report: "Report a problem",
    status: "Check a report",
    human: "Talk to a person",
    questions: ["How do I get an ID card?"],
  },
  uk: {
    greeting: "Краківський контакт-центр. Відповідає автомат, а за потреби людина. Запитайте про міські справи.",
    hello: "Добрий день",
    report: "Повідомити про проблему",
    status: "Перевірити стан заявки",
    human: "Поговорити з людиною",
    questions: ["Як отримати посвідчення особи?"],
  },
};

/** Meta's names of the languages; whoever has Messenger in another one gets the first. */
const locales: [locale: string, language: Language][] = [
  ["default", "pl"],
  ["pl_PL", "pl"],
  ["en_US", "en"],
  ["en_GB", "en"],
  ["uk_UA", "uk"],
];

const says = (words: string) => `${SAYS}${words}`;

/** The page's greeting, first button, first questions and menu, as Meta's Messenger Profile wants them. */
export const messengerProfile = {
  get_started: { payload: says(texts.pl.hello) },
  greeting: locales.map(([locale, language]) => ({ locale, text: texts[language].greeting })),
  ice_breakers: locales.map(([locale, language]) => ({
    locale,
    call_to_actions: [...texts[language].questions, ...ways(texts[language])].map((question) => ({
      question,
      payload: says(question),
    })),
  })),
  persistent_menu: locales.map(([locale, language]) => ({
    locale,
    composer_input_disabled: false,
    call_to_actions: ways(texts[language]).map((title) => ({ type: "postback", title, payload: says(title) })),
  })),
};

function ways({ report, status, human }: Texts): string[] {
  return [report, status, human];
}
