import type { Language } from "../../conversation/language";

type Title = "key" | "device" | "body" | "not_found" | "not_now" | "too_large" | "wrong_file" | "outside" | "often";

/** What a mobile app is told when something is not done. */
export type AppTexts = {
  titles: Record<Title, string>;
  key: string;
  device: string;
  body: string;
  field: string;
  unknownField: string;
  missing: string;
  notAChoice(values: string[]): string;
  notANumber: string;
  unknownQuestion: string;
  placeMissing: string;
  outside(whose: string | undefined): string;
  noService: string;
  noReport: string;
  noFile: string;
  notNow: string;
  wordsMissing: string;
  tooLate: string;
  tooLarge: string;
  wrongFile: string;
  often(seconds: number): string;
};

const pl: AppTexts = {
  titles: {
    key: "Nieważny klucz aplikacji",
    device: "Urządzenie nieznane",
    body: "Niewłaściwe dane",
    not_found: "Nie znaleziono",
    not_now: "Teraz nie można tego zrobić",
    too_large: "Za duży plik",
    wrong_file: "Niewłaściwy plik",
    outside: "Poza Krakowem",
    often: "Za dużo wywołań",
  },
  key: "Podaj ważny klucz aplikacji w nagłówku X-Api-Key.",
  device: "Podaj ważny token urządzenia w nagłówku Authorization: Bearer albo zarejestruj urządzenie na nowo.",
  body: "Popraw dane wymienione w parameters.",
  field: "Ta wartość jest nieprawidłowa.",
  unknownField: "Tu nie ma takiego pola.",
  missing: "To pole jest potrzebne.",
  notAChoice: (values) => `To jedna z wartości: ${values.join(", ")}.`,
  notANumber: "To liczba.",
  unknownQuestion: "O to nie pytamy przy tym rodzaju zgłoszenia.",
  placeMissing: "Podaj miejsce: punkt albo słowa.",
  outside: (whose) =>
    `To miejsce leży poza Krakowem, miasto nie może się nim zająć.${whose ? ` Zajmuje się nim: ${whose}.` : ""}`,
  noService: "Nie ma takiego rodzaju zgłoszenia.",
  noReport: "Nie ma takiego zgłoszenia.",
  noFile: "Nie ma takiego pliku. Wyślij go jeszcze raz.",
  notNow: "W tym stanie zgłoszenia nie można tego zrobić.",
  wordsMissing: "Napisz, o co chodzi (words).",
  tooLate: "Minął czas, w którym można było to zrobić. Złóż nowe zgłoszenie.",
  tooLarge: "Plik może mieć najwyżej 10 MB.",
  wrongFile: "Wyślij zdjęcie (JPEG, PNG, WebP, HEIC), plik PDF albo nagranie głosu, jako część „file” formularza.",
  often: (seconds) => `Spróbuj ponownie za ${seconds} s.`,
};

const en: AppTexts = {
  titles: {
    key: "Invalid application key",
    device: "Unknown device",
    body: "Wrong data",
    not_found: "Not found",
    not_now: "Cannot be done now",
    too_large: "File too large",
    wrong_file: "Wrong file",
    outside: "Outside Kraków",
    often: "Too many calls",
  },
  key: "Send a valid application key in the X-Api-Key header.",
  device: "Send a valid device token as Authorization: Bearer, or register the device anew.",
  body: "Correct the data named in parameters.",
  field: "This value is not valid.",
  unknownField: "There is no such field here.",
  missing: "This field is needed.",
  notAChoice: (values) => `It is one of: ${values.join(", ")}.`,
  notANumber: "It is a number.",
  unknownQuestion: "This kind of report does not ask that.",
  placeMissing: "Give the place: a point or words.",
  outside: (whose) =>
    `This place is outside Kraków; the city cannot deal with it.${whose ? ` It is for: ${whose}.` : ""}`,
  noService: "There is no such kind of report.",
  noReport: "There is no such report.",
  noFile: "There is no such file. Send it again.",
  notNow: "This cannot be done in the report's present state.",
  wordsMissing: "Write what it is about (words).",
  tooLate: "The time in which this could be done is over. File a new report.",
  tooLarge: "A file may have at most 10 MB.",
  wrongFile: 'Send a photo (JPEG, PNG, WebP, HEIC), a PDF or a voice recording, as the part "file" of a form.',
  often: (seconds) => `Try again in ${seconds} s.`,
};

const uk: AppTexts = {
  titles: {
    key: "Недійсний ключ застосунку",
    device: "Невідомий пристрій",
    body: "Неправильні дані",
    not_found: "Не знайдено",
    not_now: "Зараз цього зробити не можна",
    too_large: "Завеликий файл",
    wrong_file: "Неправильний файл",
    outside: "За межами Кракова",
    often: "Забагато викликів",
  },
  key: "Надішліть дійсний ключ застосунку в заголовку X-Api-Key.",
  device: "Надішліть дійсний токен пристрою в заголовку Authorization: Bearer або зареєструйте пристрій знову.",
  body: "Виправте дані, названі в parameters.",
  field: "Це значення неправильне.",
  unknownField: "Тут немає такого поля.",
  missing: "Це поле потрібне.",
  notAChoice: (values) => `Це одне зі значень: ${values.join(", ")}.`,
  notANumber: "Це число.",
  unknownQuestion: "У цьому виді звернень про це не запитують.",
  placeMissing: "Вкажіть місце: точку або слова.",
  outside: (whose) =>
    `Це місце за межами Кракова, місто не може ним зайнятися.${whose ? ` Ним займається: ${whose}.` : ""}`,
  noService: "Такого виду звернень немає.",
  noReport: "Такого звернення немає.",
  noFile: "Такого файлу немає. Надішліть його ще раз.",
  notNow: "У теперішньому стані звернення цього зробити не можна.",
  wordsMissing: "Напишіть, про що йдеться (words).",
  tooLate: "Час, коли це можна було зробити, минув. Подайте нове звернення.",
  tooLarge: "Файл може мати щонайбільше 10 МБ.",
  wrongFile: "Надішліть фото (JPEG, PNG, WebP, HEIC), PDF або голосовий запис як частину «file» форми.",
  often: (seconds) => `Спробуйте ще раз за ${seconds} с.`,
};

const texts: Record<Language, AppTexts> = { pl, en, uk };

export const appTexts = (language: Language): AppTexts => texts[language];
