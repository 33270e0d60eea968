import type { Language } from "../conversation/language";
import type { MessageForm } from "../conversation/messageForm";
import type { Entry } from "../conversation/transcript";

type Words = {
  subject: string;
  you: string;
  bot: string;
  /** Somebody of the city whose name is not known here. */
  office: string;
  file: string;
  intro: string;
  forms: Record<MessageForm, string>;
};

const words: Record<Language, Words> = {
  pl: {
    subject: "Zapis rozmowy z Krakowskim Centrum Kontaktu",
    you: "Ty",
    bot: "Asystent",
    office: "Krakowskie Centrum Kontaktu",
    file: "plik",
    forms: { sticker: "naklejka", reaction: "reakcja", edit: "poprawiona wiadomość", unreadable: "nieodczytane" },
    intro: "To zapis Twojej rozmowy z Krakowskim Centrum Kontaktu. Godziny podajemy według czasu w Krakowie.",
  },
  en: {
    subject: "Your conversation with the Kraków Contact Centre",
    you: "You",
    bot: "Assistant",
    office: "Kraków Contact Centre",
    file: "file",
    forms: { sticker: "sticker", reaction: "reaction", edit: "corrected message", unreadable: "could not be read" },
    intro: "This is your conversation with the Kraków Contact Centre. Times are as in Kraków.",
  },
  uk: {
    subject: "Запис розмови з Краківським контакт-центром",
    you: "Ви",
    bot: "Асистент",
    office: "Краківський контакт-центр",
    file: "файл",
    forms: { sticker: "наліпка", reaction: "реакція", edit: "виправлене повідомлення", unreadable: "не прочитано" },
    intro: "Це запис Вашої розмови з Краківським контакт-центром. Час указано за Краковом.",
  },
};

const clock = new Intl.DateTimeFormat("pl-PL", {
  timeZone: "Europe/Warsaw",
  year: "numeric",
  month: "2-digit",
  day: "2-digit",
  hour: "2-digit",
  minute: "2-digit",
});

/** The whole thread as the resident saw it: who, when, which words. Nothing that staff alone sees is in it. */
export function transcriptOf(entries: Entry[], language: Language): { subject: string; text: string } {
  const { subject, intro } = words[language];
  return { subject, text: [intro, ...entries.map((entry) => lineOf(entry, language))].join("\n\n") };
}

/** One line of it. */
export function lineOf({ at, author, authorName, text, attachments = [], form }: Entry, language: Language): string {
  const { you, bot, office, file, forms } = words[language];
  const who = { resident: you, bot, consultant: authorName ?? office, system: "—" }[author];
  const files = attachments.map(({ name }) => `[${file}: ${name}]`);
  const said = form ? `[${forms[form]}] ${text}`.trim() : text;
  return [`${clock.format(at)} ${who}`, ...(said ? [said] : []), ...files].join("\n");
}
