import { resident } from "./chat";

const RULE = "it_is_asked_whether_an_office_is_open";

test("an office named by its street: open until when, doubts, source and date", () => {
  const anna = resident();
  expect(anna.says("do której dziś na Wielickiej")).toMatch(
    /^Urząd Miasta Krakowa, ul\. Wielicka 28a\nSprawy: dowody, .*\n\nTeraz otwarte, dziś do 15\.30\.\nZwykłe godziny: poniedziałek–piątek 7\.40–15\.30\.\n\nGodziny mogły się zmienić\..*12 616 55 55\.\n\nŹródło: .*Stan informacji: 12\.2024, sprawdzone 21\.11\.2026\.$/,
  );
  expect(anna.says("a jutro?")).toContain("Jutro (wtorek, 24 listopada): otwarte 7.40–15.30.");
  expect(anna.says("a w sobotę")).toContain(
    "Sobota, 28 listopada: zamknięte.\nNajbliższe otwarcie: poniedziałek, 30 listopada, od 7.40.",
  );
});

test("no office named: asked which with buttons, the most visited first; the day asked about is kept", () => {
  const anna = resident();
  expect(anna.says("jutro otwarte?")).toMatch(/^O które miejsce pytasz\?/);
  expect(anna.buttons().slice(0, 3)).toEqual([
    "Urząd Miasta Krakowa, al. Powstania Warszawskiego 10",
    "Urząd Miasta Krakowa, ul. Wielicka 28a",
    "Urząd Miasta Krakowa, os. Zgody 2",
  ]);
  expect(anna.says("2")).toMatch(/ul\. Wielicka 28a\n.*\n\nJutro \(wtorek, 24 listopada\): otwarte 7\.40–15\.30\./);
});

test("after an article its offices are meant", () => {
  const anna = resident();
  anna.says("gdzie zgłosić zgubienie rzeczy, biuro rzeczy znalezionych");
  expect(anna.says("czy teraz otwarte?")).toMatch(/^Biuro Rzeczy Znalezionych[\s\S]*Teraz otwarte, dziś do 15\.00\./);
  anna.says("jak wymienić dowód osobisty");
  anna.says("teraz działa");
  expect(anna.because()).not.toBe(RULE);
  anna.says("do której dziś?");
  expect(anna.buttons()).toEqual([
    "Urząd Miasta Krakowa, al. Powstania Warszawskiego 10",
    "Urząd Miasta Krakowa, ul. Wielicka 28a",
    "Urząd Miasta Krakowa, os. Zgody 2",
  ]);
});

test("where all are closed that day, it is said before asking which", () => {
  const anna = resident();
  expect(anna.says("czy w Wigilię pracujecie")).toMatch(/^Te miejsca są zamknięte: czwartek, 24 grudnia – Wigilia\./);
  expect(anna.says("1")).toContain("Najbliższe otwarcie: poniedziałek, 28 grudnia, od 7.40.");
});

test("closed for the night before a holiday: the holiday is named, and when it opens", () => {
  const anna = resident({ now: "2026-11-10T17:00:00Z" });
  expect(anna.says("czy na os. Zgody teraz otwarte?")).toContain(
    "Teraz zamknięte.\nJutro (środa, 11 listopada): zamknięte – Święto Niepodległości.\nNajbliższe otwarcie: czwartek, 12 listopada, od 7.40.",
  );
  expect(anna.says("jutro otwarte?")).toContain("Jutro (środa, 11 listopada): zamknięte – Święto Niepodległości.");
});

test("before it opens, in summer time, and at the minute it closes", () => {
  const early = resident({ now: "2026-07-20T05:39:00Z" });
  expect(early.says("czy Wielicka jest już otwarta?")).toContain("od 7.40");
  const late = resident({ now: "2026-07-20T13:30:00Z" });
  expect(late.says("czy na Wielickiej jeszcze teraz otwarte?")).toContain("Teraz zamknięte.");
});

test("hours nobody knows are not made up, old ones are called old", () => {
  const anna = resident();
  const unknown = anna.says("czy lamusownia dziś czynna?");
  expect(unknown).toContain("Godzin tego miejsca nie znamy. Zapytaj, zanim pojedziesz: 12 616 55 55.");
  expect(unknown).not.toMatch(/\d\d\.\d\d–/);
  expect(anna.says("czy na Lubelskiej 29 dziś przyjmują?")).toContain("nie mamy pewności, czy są aktualne");
});

test("of places whose hours nobody knows the article tells more, and none is chosen from", () => {
  const anna = resident();
  anna.says("Lamusownia albo Barycz, co tam oddam? PSZOK");
  expect(anna.memory().topic).toBe("pszok-lamusownia");
  expect(anna.says("czy dziś otwarte?")).toBe(
    "Godzin tych miejsc nie znamy. Zapytaj, zanim pojedziesz: 12 616 55 55.\n\n- PSZOK Lamusownia, ul. Nowohucka 1\n- PSZOK Barycz, ul. Krzemieniecka 40",
  );
  anna.says("PSZOK w sobotę do której?");
  expect(anna.decision()).toBe("answer");
});

test("in the middle of a report it is answered, and the report goes on", () => {
  const anna = resident();
  anna.says("w jezdni jest dziura");
  expect(anna.says("do której dziś otwarte na Wielickiej?")).toContain("Teraz otwarte, dziś do 15.30.");
  expect(anna.because()).toBe(RULE);
  expect(anna.says("Długa 12")).not.toContain("Teraz otwarte");
  expect(anna.memory().dialog?.service).toBe("pothole");
});

test.each([
  ["is the office open now", "en", "Which place do you mean?"],
  ["are you open on Christmas Eve?", "en", "These places are closed: Thursday 24 December – Christmas Eve."],
  ["until when is the office on Wielicka open today", "en", "Open now, today until 15.30."],
  ["чи зараз відкрито", "uk", "Про яке місце ви питаєте?"],
  ["до котрої сьогодні відкрито на Велицькій", "uk", "Зараз відчинено, сьогодні до 15.30."],
  ["чи працюєте ви 24 грудня?", "uk", "Ці місця зачинені: четвер, 24 грудня – Святвечір."],
] as const)("%s (%s)", (text, language, answer) => {
  expect(resident({ language }).says(text)).toContain(answer);
});

test.each([
  "czy teraz otwarte?",
  "czy urząd jest dziś czynny",
  "czy urzad jest dzis czyny",
  "do ktorej dzisaj na wielickej",
  "do ktorej dzis czynny urzad na wielickiej",
  "dzień dobry, czy w piątek urząd jest czynny?",
  "hej pracujecie w trzech króli?",
  "jutrp otwrate?",
  "czy urząd bedzie czynny w sbotę",
  "is the ofice open tomorow?",
  "чи відкито уряд завтра",
  "3 maja urząd otwarty?",
  "Kiedy będą otwarte biura 24 grudnia?",
  "is the city office open tomorrow?",
  "чи відчинено уряд завтра",
])("asked about hours: %s", (text) => {
  const anna = resident();
  anna.says(text);
  expect(anna.because()).toBe(RULE);
});

test.each([
  "otwarta studzienka",
  "otwarta studzienka na Wielickiej",
  "dziś otwarta studzienka na Wielickiej",
  "otwarte okno",
  "czy apteka jest dziś czynna",
  "czy Lidl jest otwarty w niedzielę",
  "basen otwarty jutro?",
  "zamknięta toaleta publiczna",
  "teraz działa",
  "nie działa teraz",
  "czy moje zgłoszenie jest jeszcze otwarte?",
  "is it still open?",
  "w jakich godzinach czynny jest urząd miasta",
  "o której otwierają okienka rano",
  "urząd na Wielickiej adres i godziny",
  "W jakich godzinach czynna jest kasa urzędu przy al. Powstania Warszawskiego?",
  "ile kosztuje dowód i czy dziś otwarte",
  "jutro",
])("something else: %s", (text) => {
  const anna = resident();
  anna.says(text);
  expect(anna.because()).not.toBe(RULE);
});
