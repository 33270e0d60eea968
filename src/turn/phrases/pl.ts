/** Everything the bot itself says in Polish; articles, dialogs and small talk bring their own words. */
export const pl = {
  greeting:
    "Dzień dobry! Jestem automatycznym asystentem Krakowskiego Centrum Kontaktu. Napisz własnymi słowami, o co chodzi – odpowiem, przyjmę zgłoszenie albo połączę Cię z konsultantem.\n\nRozmowa jest zapisywana, żeby załatwić Twoją sprawę. Nie podawaj numeru PESEL ani danych, o które nie pytam.",
  starters: { report: "Zgłoś problem", status: "Sprawdź zgłoszenie", human: "Porozmawiaj z człowiekiem" },
  emptyMessage: "Nie widzę tu słów. Napisz, w czym pomóc – wystarczy jedno zdanie.",
  offer: "Nie jestem pewien, czy dobrze rozumiem. O co chodzi?",
  noneOfThese: "Żadne z tych",
  human: "Chcę rozmawiać z człowiekiem",
  askToRephrase:
    "Nie zrozumiałem. Napisz to, proszę, innymi słowami – na przykład: „jak wymienić dowód” albo „dziura na ulicy Długiej”.",
  section: {
    who: "Dla kogo",
    need: "Co przygotować",
    steps: "Krok po kroku",
    where: "Gdzie",
    fee: "Ile kosztuje",
    time: "Ile to trwa",
    online: "Przez internet",
    caution: "Uwaga",
  },
  source: "Źródło: {link}. Stan informacji: {sourceDate}, sprawdzone {checkedOn}.",
  sourceUndated: "Źródło: {link}. Sprawdzone {checkedOn}.",
  noSource: "To ogólnie znane zasady, sprawdzone {checkedOn}. Potwierdź je pod numerem 12 616 55 55.",
  onlyInPolish: "",
  statusOpen: "w toku",
  statusClosed: "zakończone",
  status:
    "Zgłoszenie {id}: {service}.\n\nStan: {status}. {notes}\nProwadzi: {unit}.\nPrzyjęte {requestedAt}, ostatnia zmiana {updatedAt}.",
  statusUnknown: "Nie mam zgłoszenia o numerze {id}. Sprawdź numer w potwierdzeniu i napisz go jeszcze raz.",
  handoffWaiting:
    "Łączę Cię z konsultantem. Jesteś {queue_position}. w kolejce. Możesz pisać dalej – konsultant zobaczy całą rozmowę.",
  handoffClosed: "Teraz nie ma konsultantów. Najbliższy dyżur: {opensAt}. Zostaw kontakt, a odezwą się do Ciebie.",
  handoffClosedForLong: "Teraz nie ma konsultantów. Zostaw kontakt, a odezwą się do Ciebie.",
  handoffNobody:
    "W tej chwili żaden konsultant nie jest przy czacie. Zostaw kontakt, a oddzwonimy – albo zadzwoń: 12 616 55 55.",
  handoffNotUnderstood: "Wciąż nie rozumiem, a nie chcę zgadywać.",
  handoffStuck: "To pytanie nam nie idzie. Nic nie zginęło.",
  botFailed:
    "Coś się u nas zepsuło i nie umiem odpowiedzieć. Przekazuję rozmowę konsultantowi: jesteś {queue_position}. w kolejce. Pilne? Zadzwoń: 12 616 55 55.",
  leaveContact: "Zostaw kontakt",
  keepWaiting: "Dopisałem to do rozmowy. Jesteś {queue_position}. w kolejce.",
  stopWaiting: "Wróć do asystenta",
  stoppedWaiting: "Jesteś znów ze mną, automatycznym asystentem.",
  resume: "Mamy niedokończone: {title}. Co robimy?",
  resumeYes: "Dokończ: {title}",
  resumeNo: "Porzuć i zacznij od nowa",
  cancelled: "Przerwałem, nic nie zostało wysłane.",
  reportThis: "Zgłoś",
  statusMistyped:
    "W numerze {id} jest pomyłka – któraś cyfra się nie zgadza. Sprawdź go w potwierdzeniu i napisz jeszcze raz.",
  howCanIHelp: "W czym jeszcze pomóc?",
  askForMatter: "Napisz, proszę, o jaką sprawę chodzi – wystarczy jedno zdanie.",
  questionNotUnderstood: "Tego pytania nie rozumiem. Napisz je inaczej albo napisz „człowiek”, a zawołam konsultanta.",
  twoMatters: "Widzę tu dwie sprawy. Zajmę się nimi po kolei – od której zaczynamy?",
  consultantAlerted: "Powiadomiłem też konsultanta.",
  alsoWaits: "Druga sprawa czeka – naciśnij „{title}”, gdy chcesz do niej przejść.",
  noSuchPart: "Osobno o tym nie mam ({part}). Wiem tyle:",
  cautionInPolish: "",
};

export type Phrases = typeof pl;
