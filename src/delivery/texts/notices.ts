import type { Language } from "../../conversation/language";

/** What residents read around the sentence about a state. */
export type NoticeWords = {
  /** `title` is the kind of report with its place. */
  about(number: string, title: string): string;
  unitSays: string;
  consultantSays: string;
  /** What the link to the page says, by what can be done now. */
  answer: string;
  reopen: string;
  page: string;
  public: string;
  confirmOrReopen: string;
  /** What can be written back into the conversation, as an alternative to buttons. */
  typed(answers: string[]): string;
  photos: string;
  fixedAsk: string;
  fixedWhy: string;
  subject(number: string, title: string): string;
  subjectQuestion(number: string, title: string): string;
  subjectFixed(number: string, title: string): string;
  byMail: string;
  notByMail: string;
  hello: string;
  whyReporter(stop: string): string;
  whyFollower(stop: string): string;
  office: string;
};

const pl: NoticeWords = {
  about: (number, title) => `Zgłoszenie ${number}: ${title}`,
  unitSays: "Jednostka pisze:",
  consultantSays: "Konsultant pisze:",
  answer: "Odpowiedz lub dodaj zdjęcie",
  reopen: "Otwórz ponownie, jeśli sprawa wymaga jeszcze pracy",
  page: "Zobacz całe zgłoszenie, dopisz coś lub dodaj zdjęcie",
  public: "Zobacz, co dzieje się ze zgłoszeniem",
  confirmOrReopen: "Potwierdź albo otwórz zgłoszenie ponownie",
  typed: (answers) => `Można też odpisać tutaj: ${answers.map((answer) => `„${answer}”`).join(" albo ")}.`,
  photos: "Jednostka dołączyła zdjęcia. Są na stronie zgłoszenia.",
  fixedAsk: "Czy naprawdę jest naprawione?",
  fixedWhy: "Jednostka napisała, że praca jest skończona. Tylko na miejscu widać, czy tak jest, dlatego pytamy.",
  subject: (number, title) => `[${number}] ${title}`,
  subjectQuestion: (number, title) => `[${number}] Pytanie do zgłoszenia: ${title}`,
  subjectFixed: (number, title) => `[${number}] Czy jest naprawione? ${title}`,
  byMail: "Można też po prostu odpisać na tę wiadomość, także ze zdjęciem.",
  notByMail: "Odpowiedzi na tę wiadomość nie czytamy.",
  hello: "Dzień dobry,",
  whyReporter: (stop) => `Piszemy, bo przy zgłoszeniu został podany ten adres. Koniec wiadomości: ${stop}`,
  whyFollower: (stop) => `Piszemy, bo to zgłoszenie jest obserwowane pod tym adresem. Koniec obserwowania: ${stop}`,
  office: "Krakowskie Centrum Kontaktu",
};

const en: NoticeWords = {
  about: (number, title) => `Report ${number}: ${title}`,
  unitSays: "The unit writes:",
  consultantSays: "A consultant writes:",
  answer: "Answer or add a photo",
  reopen: "Reopen the report if it still needs work",
  page: "See the whole report, add details or a photo",
  public: "See what becomes of the report",
  confirmOrReopen: "Confirm, or reopen the report",
  typed: (answers) => `You can also answer here: ${answers.map((answer) => `“${answer}”`).join(" or ")}.`,
  photos: "The unit has added photos. You will find them on the report's page.",
  fixedAsk: "Is it really fixed?",
  fixedWhy: "The unit wrote that the work is finished. Only someone on the spot can see whether it is, so we ask.",
  subject: (number, title) => `[${number}] ${title}`,
  subjectQuestion: (number, title) => `[${number}] A question about your report: ${title}`,
  subjectFixed: (number, title) => `[${number}] Is it fixed? ${title}`,
  byMail: "You can also simply reply to this message, with a photo if you like.",
  notByMail: "Replies to this message are not read.",
  hello: "Hello,",
  whyReporter: (stop) => `We write because this address was left with the report. Stop these messages: ${stop}`,
  whyFollower: (stop) => `We write because this report is followed from this address. Stop following: ${stop}`,
  office: "Kraków Contact Centre",
};

const uk: NoticeWords = {
  about: (number, title) => `Заявка ${number}: ${title}`,
  unitSays: "Підрозділ пише:",
  consultantSays: "Консультант пише:",
  answer: "Відповісти або додати фото",
  reopen: "Відкрити знову, якщо справа ще потребує роботи",
  page: "Переглянути всю заявку, дописати щось або додати фото",
  public: "Переглянути, що відбувається із заявкою",
  confirmOrReopen: "Підтвердити або відкрити заявку знову",
  typed: (answers) => `Можна також відповісти тут: ${answers.map((answer) => `«${answer}»`).join(" або ")}.`,
  photos: "Підрозділ додав фото. Вони на сторінці заявки.",
  fixedAsk: "Чи справді все виправлено?",
  fixedWhy: "Підрозділ написав, що роботу завершено. Лише на місці видно, чи це так, тому ми питаємо.",
  subject: (number, title) => `[${number}] ${title}`,
  subjectQuestion: (number, title) => `[${number}] Запитання щодо заявки: ${title}`,
  subjectFixed: (number, title) => `[${number}] Чи все виправлено? ${title}`,
  byMail: "Можна також просто відповісти на це повідомлення, зокрема з фото.",
  notByMail: "Відповіді на це повідомлення ми не читаємо.",
  hello: "Добрий день!",
  whyReporter: (stop) => `Ми пишемо, бо цю адресу було вказано в заявці. Припинити повідомлення: ${stop}`,
  whyFollower: (stop) => `Ми пишемо, бо за цією заявкою стежать із цієї адреси. Припинити стеження: ${stop}`,
  office: "Краківський контакт-центр",
};

export const noticeWords: Record<Language, NoticeWords> = { pl, en, uk };
