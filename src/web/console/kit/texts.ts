import { words } from "./language";

/** Words that every view needs. */
export const kitWords = words(
  {
    retry: "Spróbuj ponownie",
    close: "Zamknij",
    cancel: "Anuluj",
    loading: "Wczytuję…",
    copy: "Kopiuj",
    copied: "Skopiowano",
  },
  {
    en: { retry: "Try again", close: "Close", cancel: "Cancel", loading: "Loading…", copy: "Copy", copied: "Copied" },
    uk: {
      retry: "Спробувати ще раз",
      close: "Закрити",
      cancel: "Скасувати",
      loading: "Завантаження…",
      copy: "Копіювати",
      copied: "Скопійовано",
    },
  },
);
