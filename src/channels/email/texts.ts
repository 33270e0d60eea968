import type { Language } from "../../conversation/language";

type Texts = {
  /** Said once, by the bot's first letter. */
  isAutomatic: string;
  /** Said once, whoever writes first. */
  data: string;
  /** Under every letter of the bot. */
  person: string;
  noSubject: string;
};

const texts: Record<Language, Texts> = {
  pl: {
    isAutomatic: "Tę wiadomość przygotował automatyczny asystent Krakowskiego Centrum Kontaktu.",
    data: "Korespondencja jest zapisywana, żeby załatwić Twoją sprawę. Nie podawaj numeru PESEL ani danych, o które nie pytamy.",
    person:
      "Na tę wiadomość można odpisać. Jeśli wolisz kontakt z człowiekiem, napisz w odpowiedzi: „chcę rozmawiać z człowiekiem”.",
    noSubject: "Twoja wiadomość do miasta",
  },
  en: {
    isAutomatic: "This message was prepared by the automated assistant of the Kraków Contact Centre.",
    data: "What you write is stored to deal with your matter. Please do not give your PESEL number or data we do not ask for.",
    person:
      "You can reply to this message. If you would rather have a person, write in your reply: “I want to talk to a person”.",
    noSubject: "Your message to the city",
  },
  uk: {
    isAutomatic: "Цей лист підготував автоматичний помічник Краківського контакт-центру.",
    data: "Листування зберігається, щоб вирішити вашу справу. Не пишіть номер PESEL і дані, про які ми не питаємо.",
    person:
      "На цей лист можна відповісти. Якщо волієте звернутися до людини, напишіть у відповіді: «хочу поговорити з людиною».",
    noSubject: "Ваш лист до міста",
  },
};

/** What letters say beside the words of the bot or of a consultant. */
export const mailTexts = (language: Language): Texts => texts[language];
