import { countedIn } from "../counted";

const counted = countedIn("pl");
const days = (n: number) => counted(n, { one: "dzień", many: "dni" });
const afterDays = (n: number) => counted(n, { one: "dniu", many: "dniach" });

/** What the public pages say in Polish. */
export const pl = {
  sections: { label: "Co widać publicznie", reports: "Zgłoszenia", ideas: "Pomysły", chat: "Zgłoś coś na czacie" },
  open: "Otwarte",
  closed: "Zakończone",
  list: {
    title: "Zgłoszenia mieszkańców Krakowa",
    lead: "Co zgłoszono miastu i co się z tym dzieje. Nie ma tu danych osób, które to zgłosiły.",
    narrow: "Wybierz, co pokazać",
    service: "Czego dotyczy",
    anyService: "Wszystkie sprawy",
    district: "Dzielnica",
    anyDistrict: "Cały Kraków",
    status: "Stan",
    anyStatus: "Otwarte i zakończone",
    days: "Kiedy zgłoszone",
    anyDays: "Kiedykolwiek",
    withinDays: (n: number) => `W ostatnich ${n} dniach`,
    here: "Tylko to miejsce, wybrane na mapie",
    show: "Pokaż",
    found: (n: string) => `Znaleziono: ${n}`,
    none: "Nic tu nie pasuje. Zmień dzielnicę, rodzaj sprawy albo czas.",
    older: "Starsze zgłoszenia",
    newest: "Wróć do najnowszych",
    pages: "Strony listy",
    feed: "Śledź te zgłoszenia w czytniku (Atom)",
  },
  map: {
    heading: "Mapa",
    label: "Mapa zgłoszeń. Te same zgłoszenia są niżej na liście.",
    legend: "Pełne kółko: sprawa otwarta. Puste kółko: zakończona. Liczba: tyle zgłoszeń jest w tym miejscu.",
    zoomIn: "Przybliż",
    zoomOut: "Oddal",
    close: "Zamknij",
    more: "Pokaż stronę zgłoszenia",
    all: "Pokaż je na liście",
    many: (n: number) => `${counted(n, { one: "zgłoszenie", few: "zgłoszenia", many: "zgłoszeń" })} w tym miejscu`,
  },
  filed: (n: number) => (n === 0 ? "zgłoszone dzisiaj" : n === 1 ? "zgłoszone wczoraj" : `zgłoszone ${days(n)} temu`),
  closedAfter: (n: number) => (n === 0 ? "zakończone tego samego dnia" : `zakończone po ${afterDays(n)}`),
  people: (n: number) =>
    `${counted(n, { one: "osoba zgłosiła lub obserwuje", few: "osoby zgłosiły lub obserwują", many: "osób zgłosiło lub obserwuje" })}`,
  peopleName: "Ile osób",
  one: {
    back: "Wszystkie zgłoszenia",
    public: "To publiczna strona zgłoszenia. Opis i zdjęcia są tu tylko wtedy, gdy ktoś z nas je sprawdził.",
  },
  follow: {
    title: "Obserwuj e-mailem",
    hint: "Napiszemy, gdy coś się zmieni. Najpierw wyślemy na ten adres link do potwierdzenia. Adresu nikomu nie pokażemy i w każdej chwili możesz zrezygnować.",
    email: "Twój adres e-mail",
    send: "Wyślij link do potwierdzenia",
    sent: "Sprawdź skrzynkę. Jeśli adres jest poprawny, za chwilę przyjdzie na niego link. Dopiero gdy go potwierdzisz, zaczniemy pisać.",
    wrong: "To nie wygląda na adres e-mail. Wpisz go tak: imie@example.pl",
    confirmTitle: "Czy pisać do Ciebie o tej sprawie?",
    confirmBody: "Napiszemy na adres, z którego masz ten link, za każdym razem, gdy coś się zmieni.",
    confirm: "Tak, chcę wiadomości",
    subject: (id: string) => `Potwierdź, że chcesz wiadomości o sprawie ${id}`,
    mail: (what: string, url: string) =>
      [
        "Dzień dobry!",
        `Ktoś, pewnie Ty, chce dostawać na ten adres wiadomości o sprawie: ${what}.`,
        `Żeby to potwierdzić, otwórz link i naciśnij przycisk. Link działa 48 godzin:\n${url}`,
        "Jeśli to nie Ty, nic nie rób. Bez potwierdzenia nie będziemy pisać.",
        "Krakowskie Centrum Kontaktu\n12 616 55 55",
      ].join("\n\n"),
  },
  ideas: {
    title: "Pomysły mieszkańców dla Krakowa",
    lead: "Pomysły, które ktoś z nas przeczytał i opublikował. Możesz je poprzeć. Własny pomysł opiszesz na czacie.",
    none: "Nie ma tu jeszcze żadnego pomysłu.",
    sort: "Kolejność",
    newest: "Najnowsze",
    supported: "Najbardziej popierane",
    untitled: (id: string) => `Pomysł ${id}`,
    back: "Wszystkie pomysły",
    next: "Następne pomysły",
    previous: "Poprzednie pomysły",
    supporters: (n: number) =>
      n === 0
        ? "Jeszcze nikt nie poparł"
        : counted(n, { one: "osoba popiera", few: "osoby popierają", many: "osób popiera" }),
    support: "Popieram ten pomysł",
    supportHint: "Nie trzeba się logować. Zapamiętamy w tej przeglądarce tylko tyle, że ktoś z niej już głosował.",
    thanks: (n: number) =>
      `Dziękujemy za poparcie! ${counted(n, { one: "osoba popiera", few: "osoby popierają", many: "osób popiera" })} ten pomysł.`,
    already: (n: number) =>
      `Już popierasz ten pomysł. Razem ${counted(n, { one: "osoba", few: "osoby", many: "osób" })}.`,
    over: "Nad tym pomysłem już zdecydowano, więc nie zbieramy dalszego poparcia.",
    answer: "Odpowiedź miasta",
    noAnswer: "Miasto jeszcze nie odpowiedziało.",
  },
};
