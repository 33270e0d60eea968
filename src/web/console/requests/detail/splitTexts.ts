import { words } from "../../kit/language";

export const splitWords = words(
  {
    title: "Wydziel drugą sprawę",
    intro:
      "Wypełnij formularz drugiej sprawy. Dostanie własny numer i trafi do właściwej jednostki. Kontakt i rozmowa przechodzą razem z nią; mieszkaniec dowie się o obu. To zgłoszenie zostaje, jak było.",
    samePlace: (place: string) => `Puste: to samo miejsce (${place}).`,
    photos: "Zdjęcia i pliki, które przechodzą razem z nią (tutaj też zostają)",
    submit: "Wydziel",
    notAnyMore: "Tego nie da się już zrobić.",
    filed: "Wydzielono drugą sprawę:",
  },
  {
    en: {
      title: "Split off a second matter",
      intro:
        "Fill in the form of the second matter. It gets a number of its own and goes to its own unit. The contact and the conversation go along; the resident hears of both. This report stays as it was.",
      samePlace: (place: string) => `Empty: the same place (${place}).`,
      photos: "Photos and files that go along (they stay here, too)",
      submit: "Split off",
      notAnyMore: "This cannot be done any more.",
      filed: "The second matter is split off:",
    },
    uk: {
      title: "Виділити другу справу",
      intro:
        "Заповніть форму другої справи. Вона отримає власний номер і потрапить до свого підрозділу. Контакт і розмова переходять разом із нею; мешканець дізнається про обидві. Ця заявка залишається, як була.",
      samePlace: (place: string) => `Порожньо: те саме місце (${place}).`,
      photos: "Фото й файли, які переходять разом із нею (тут вони теж залишаються)",
      submit: "Виділити",
      notAnyMore: "Цього вже не можна зробити.",
      filed: "Другу справу виділено:",
    },
  },
);
