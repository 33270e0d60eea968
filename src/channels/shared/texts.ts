import type { Language } from "../../conversation/language";

type Texts = {
  answerWithNumber: string;
  orWrite(titles: string[]): string;
  fileNotShown(name: string): string;
};

const texts: Record<Language, Texts> = {
  pl: {
    answerWithNumber: "Odpisz numerem, na przykład 1.",
    orWrite: (titles) => `Możesz też napisać: ${titles.map((title) => `„${title}”`).join(", ")}.`,
    fileNotShown: (name) =>
      `Konsultant przesłał plik „${name}”, ale nie da się go tu pokazać. Poproś o inny sposób przesłania.`,
  },
  en: {
    answerWithNumber: "Reply with the number, for example 1.",
    orWrite: (titles) => `You can also write: ${titles.map((title) => `“${title}”`).join(", ")}.`,
    fileNotShown: (name) =>
      `The consultant sent the file “${name}”, but it cannot be shown here. Ask for another way to get it.`,
  },
  uk: {
    answerWithNumber: "Відповідайте номером, наприклад 1.",
    orWrite: (titles) => `Можна також написати: ${titles.map((title) => `«${title}»`).join(", ")}.`,
    fileNotShown: (name) =>
      `Консультант надіслав файл «${name}», але тут його не можна показати. Попросіть передати його інакше.`,
  },
};

/** What channels themselves have to say, where the platform shows less than the bot does. */
export const textsIn = (language: Language): Texts => texts[language];
