import type { Localized } from "../../conversation/language";

/** What stands in the empty chat before somebody presses START; at most 512 characters. */
export const description: Localized = {
  pl: "Automatyczny asystent Krakowskiego Centrum Kontaktu. Odpowiada na pytania o sprawy miasta, przyjmuje zgłoszenia i łączy z konsultantem. Rozmowa jest zapisywana, żeby załatwić Twoją sprawę. Nie podawaj numeru PESEL ani danych, o które nikt nie pyta. Naciśnij START i napisz własnymi słowami, o co chodzi.",
  en: "The automated assistant of Kraków’s contact centre. It answers questions about the city’s services, takes reports and brings a consultant. The conversation is kept so that your matter can be dealt with. Do not give your PESEL number or anything nobody asks for. Press START and write in your own words.",
  uk: "Автоматичний помічник контактного центру Кракова. Відповідає на запитання про справи міста, приймає звернення і з’єднує з консультантом. Розмова зберігається, щоб вирішити вашу справу. Не надсилайте номер PESEL і даних, про які ніхто не питає. Натисніть START і напишіть своїми словами.",
};

/** What stands on the bot's page and beside links to it; at most 120 characters. */
export const shortDescription: Localized = {
  pl: "Automatyczny asystent Krakowskiego Centrum Kontaktu: pytania, zgłoszenia, rozmowa z człowiekiem.",
  en: "The automated assistant of Kraków’s contact centre: questions, reports, a person to talk to.",
  uk: "Автоматичний помічник контактного центру Кракова: запитання, звернення, розмова з людиною.",
};
