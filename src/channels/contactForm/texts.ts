import type { Language } from "../../conversation/language";

type Letter = { subject: string; text: string };

const letters: Record<Language, (link: string) => Letter> = {
  pl: (link) => ({
    subject: "Jest odpowiedź na Twoją wiadomość",
    text: `Dzień dobry,

jest odpowiedź na wiadomość wysłaną z formularza kontaktowego miasta. Przeczytasz ją i odpiszesz tutaj:
${link}

Ten adres jest kluczem do rozmowy. Nie przekazuj go obcym. Na ten e-mail nie odpisuj, nikt go nie przeczyta.

Krakowskie Centrum Kontaktu`,
  }),
  en: (link) => ({
    subject: "There is an answer to your message",
    text: `Hello,

there is an answer to the message you sent with the city's contact form. Read it and write back here:
${link}

This address is the key to the conversation. Do not give it to strangers. Please do not answer this e-mail, nobody reads it.

Kraków Contact Centre`,
  }),
  uk: (link) => ({
    subject: "Є відповідь на ваше повідомлення",
    text: `Добрий день,

є відповідь на повідомлення, надіслане через контактну форму міста. Прочитати й відписати можна тут:
${link}

Ця адреса є ключем до розмови. Не передавайте її стороннім. На цей лист не відповідайте, його ніхто не прочитає.

Краківський контактний центр`,
  }),
};

/** Tells somebody who used the contact form that there is an answer, and where. */
export const answerMail = (language: Language, link: string): Letter => letters[language](link);
