import { words } from "./language";

export const keyWords = words(
  {
    title: "Skróty klawiszowe",
    single: "Skróty jednoliterowe",
    singleHint:
      "Wyłącz, jeśli dyktujesz lub litery uruchamiają coś przez przypadek. Skróty z Ctrl i Alt działają zawsze.",
  },
  {
    en: {
      title: "Keyboard shortcuts",
      single: "Single-letter shortcuts",
      singleHint: "Switch them off if you dictate or set things off by accident. Those with Ctrl and Alt always work.",
    },
    uk: {
      title: "Комбінації клавіш",
      single: "Скорочення з однієї літери",
      singleHint: "Вимкніть, якщо диктуєте або літери спрацьовують випадково. Комбінації з Ctrl і Alt працюють завжди.",
    },
  },
);
