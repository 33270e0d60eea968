import type { RequestEvent } from "../../serviceRequests/doors";

const news: Partial<Record<RequestEvent["kind"], string>> = {
  filed: "Nowe zgłoszenie",
  forward: "Nowe zgłoszenie",
  reopen: "Zgłoszenie otwarte ponownie",
  unmerge: "To jednak osobna sprawa: zgłoszenie wraca do załatwienia",
  answer: "Odpowiedź mieszkańca",
  add: "Uzupełnienie zgłoszenia",
  split: "Druga sprawa z tego zgłoszenia ma teraz własny numer",
  withdraw: "Mieszkaniec wycofał zgłoszenie. Nic nie trzeba już robić.",
  finish: "Sprawa jest załatwiona. Nic nie trzeba już robić.",
  merge: "Zgłoszenie połączono z innym o tej samej sprawie. To jedno nie wymaga już osobnej pracy.",
  refuse: "Konsultant zamknął zgłoszenie jako niemożliwe do wykonania.",
  forward_outside: "Sprawę przekazano poza miasto. Nic nie trzeba już robić.",
};

/** What a unit reads; units work in Polish. */
export const unitMail = {
  news,
  changed: "Zmiana w zgłoszeniu",
  second: (service: string, number: string) => `${service}: ${number}. Tutaj zostaje reszta zgłoszenia.`,
  moved: (unit: string) => `Tę sprawę przekazaliśmy innej jednostce: ${unit}. Nic więcej nie trzeba robić.`,
  kind: "Rodzaj",
  place: "Miejsce",
  placeInWords: "Miejsce słowami mieszkańca",
  district: (numeral: string) => `dzielnica ${numeral}`,
  map: "Mapa",
  filedAt: "Przyjęte",
  because: "Dlaczego do tej jednostki",
  description: "Opis mieszkańca",
  contact: "Kontakt do mieszkańca",
  noContact: "Mieszkaniec nie zostawił kontaktu. Pytanie można zadać w odpowiedzi, przekażemy je.",
  language: { pl: "", en: "Mieszkaniec pisze po angielsku.", uk: "Mieszkaniec pisze po ukraińsku." },
  photos: (count: number) => `Zdjęcia w załączniku: ${count}`,
  history: "Co działo się wcześniej",
  answerHere: "Odpowiedź bez logowania (przyjęcie, pytanie, załatwione ze zdjęciem, to nie nasza sprawa)",
  answerByMail: [
    "Można też odpisać na tę wiadomość. Pierwsza linia mówi, co się dzieje",
    "przyjęte",
    "w toku",
    "pytanie: treść pytania do mieszkańca",
    "zrobione (można dołączyć zdjęcia)",
    "niewykonalne: powód",
    "nie nasze: powód i kto powinien się tym zająć",
  ],
  read: "To, co Państwo napiszą, mieszkaniec przeczyta dosłownie. Link jest tylko dla Państwa jednostki, ważny 180 dni.",
  by: {
    resident: "mieszkaniec",
    system: "Hejnał",
    consultant: "konsultant",
    unit: "jednostka",
  },
} as const;
