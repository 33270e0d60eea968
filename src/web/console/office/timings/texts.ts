import { words } from "../../kit/language";

export const timingWords = words(
  {
    intro: "W dniach. Rodzaj bez własnych czasów ma zwykłe; puste pole też znaczy: zwykły czas.",
    usual: "Zwykłe czasy",
    own: "Własne czasy rodzajów",
    noOwn: "Żaden rodzaj nie ma własnych czasów.",
    add: "Dodaj rodzaj",
    remove: (service: string) => `Usuń własne czasy: ${service}`,
    of: (service: string, field: string) => `${service}: ${field}`,
    fields: {
      dueDays: "Termin",
      reopenDays: "Czas na ponowne otwarcie",
      askFixedDays: "Pytanie, czy naprawione",
    },
    hints: {
      dueDays: "Po tylu dniach sprawa jest po terminie i zespół dostaje ostrzeżenie.",
      reopenDays: "Tak długo mieszkaniec może otworzyć zamkniętą sprawę ponownie.",
      askFixedDays: "Po tylu dniach od załatwienia pytamy, czy naprawdę jest dobrze.",
    },
  },
  {
    en: {
      intro: "In days. A kind without times of its own has the usual ones; an empty field means the usual time, too.",
      usual: "Usual times",
      own: "Kinds with times of their own",
      noOwn: "No kind has times of its own.",
      add: "Add a kind",
      remove: (service: string) => `Remove own times: ${service}`,
      of: (service: string, field: string) => `${service}: ${field}`,
      fields: {
        dueDays: "Due",
        reopenDays: "Time to reopen",
        askFixedDays: "“Is it fixed?”",
      },
      hints: {
        dueDays: "After so many days the matter is overdue and the team is warned.",
        reopenDays: "So long the resident may open a closed matter again.",
        askFixedDays: "So many days after “done” we ask whether it is really fixed.",
      },
    },
    uk: {
      intro: "У днях. Вид без власних термінів має звичайні; порожнє поле теж означає звичайний термін.",
      usual: "Звичайні терміни",
      own: "Власні терміни видів",
      noOwn: "Жоден вид не має власних термінів.",
      add: "Додати вид",
      remove: (service: string) => `Видалити власні терміни: ${service}`,
      of: (service: string, field: string) => `${service}: ${field}`,
      fields: {
        dueDays: "Термін",
        reopenDays: "Час на повторне відкриття",
        askFixedDays: "Запитання, чи виправлено",
      },
      hints: {
        dueDays: "Після стількох днів справу прострочено, і команда отримує попередження.",
        reopenDays: "Стільки мешканець може знову відкрити закриту справу.",
        askFixedDays: "Через стільки днів після виконання питаємо, чи справді все гаразд.",
      },
    },
  },
);
