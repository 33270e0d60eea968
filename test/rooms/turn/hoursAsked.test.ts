import type { Week } from "../../../src/conversation/openingHours";
import type { PublicOffice } from "../../../src/knowledge/offices";
import { loadBotPhrases } from "../../../src/loadBotPhrases";
import { daysAsked } from "../../../src/turn/daysAsked";
import { sayOffice } from "../../../src/turn/sayOffice";

test.each([
  ["czy jutro otwarte", ["2026-11-24"]],
  ["pojutrze", ["2026-11-25"]],
  ["w poniedziałek", ["2026-11-23"]],
  ["w niedziele", ["2026-11-29"]],
  ["on Friday", ["2026-11-27"]],
  ["у п’ятницю", ["2026-11-27"]],
  ["w Wigilię i w sylwestra", ["2026-12-24", "2026-12-31"]],
  ["w Boże Ciało", ["2027-05-27"]],
  ["w Wielki Piątek", ["2027-03-26"]],
  ["3 maja", ["2027-05-03"]],
  ["24.12", ["2026-12-24"]],
  ["December 24th", ["2026-12-24"]],
  ["24 грудня", ["2026-12-24"]],
  ["31 listopada", []],
  ["jutro o 15.10", ["2026-11-24"]],
  ["dziś", []],
])("on Monday 23 November 2026 “%s” is %j", (said, days) => {
  expect(daysAsked(said, "2026-11-23").days).toEqual(days);
});

test("now and today are told from days to come", () => {
  expect(daysAsked("czy teraz otwarte", "2026-11-23")).toMatchObject({ now: true, days: [] });
  expect(daysAsked("jutro", "2026-11-23").now).toBe(false);
});

const workday = [
  { from: "08:00", to: "12:00" },
  { from: "12:30", to: "15:30" },
];
const week: Week = {
  monday: workday,
  tuesday: workday,
  wednesday: workday,
  thursday: workday,
  friday: [{ from: "08:00", to: "12:00" }],
  saturday: [],
  sunday: [{ from: "02:30", to: "05:00" }],
};
const office: PublicOffice = {
  id: "a",
  name: { pl: "Urząd", en: "Office", uk: "Уряд" },
  address: "ul. Długa 1",
  phone: "12 000 00 00",
  purpose: { pl: "a", en: "a", uk: "a" },
  called: ["długa"],
  hours: week,
  cash_desk: { ...week, sunday: [], friday: [] },
  exceptions: [
    {
      date: "2026-11-24",
      open: [{ from: "10:00", to: "11:00" }],
      why: { pl: "szkolenie", en: "a training", uk: "навчання" },
    },
  ],
  source: "https://bip.krakow.pl/1",
  source_date: "2025",
  checked_on: "2026-11-21",
  confidence: "high",
};
const { pl } = loadBotPhrases("dialogs");
const said = (now: string, days: string[] = [], about: Partial<PublicOffice> = {}) =>
  sayOffice({ ...office, ...about }, { now: new Date(now), days, language: "pl", phrases: pl }).text;

test.each([
  ["before the break", "2026-11-23T08:00:00Z", "Teraz otwarte, dziś do 12.00."],
  ["in the break", "2026-11-23T11:10:00Z", "Najbliższe otwarcie: dziś (poniedziałek, 23 listopada), od 12.30."],
  [
    "the day before another one",
    "2026-11-23T15:00:00Z",
    "Jutro (wtorek, 24 listopada): otwarte 10.00–11.00 – szkolenie.",
  ],
  ["on a holiday", "2026-11-11T10:00:00Z", "Dziś (środa, 11 listopada): zamknięte – Święto Niepodległości."],
  ["while the hour is left out in spring", "2026-03-29T00:30:00Z", "dziś (niedziela, 29 marca), od 3.00."],
  ["in the hour that comes twice in autumn", "2026-10-25T00:30:00Z", "Teraz otwarte, dziś do 5.00."],
])("%s", (_, now, text) => {
  expect(said(now)).toContain(text);
});

test("several days: each with its hours, the year when it is another one", () => {
  const text = said("2026-11-23T08:00:00Z", ["2026-11-24", "2026-12-24", "2027-01-06"]);
  expect(text).toContain("Jutro (wtorek, 24 listopada): otwarte 10.00–11.00 – szkolenie.");
  expect(text).toContain("Czwartek, 24 grudnia: zamknięte – Wigilia.");
  expect(text).toContain("Środa, 6 stycznia 2027: zamknięte – Trzech Króli.");
  expect(text).toContain("Najbliższe otwarcie: czwartek, 7 stycznia 2027, od 8.00.");
});

test("the cash desk, when it is known; no doubts where there are none", () => {
  expect(said("2026-11-23T08:00:00Z")).toContain(
    "Zwykłe godziny: poniedziałek–czwartek 8.00–12.00, 12.30–15.30, piątek 8.00–12.00, niedziela 2.30–5.00.\nKasa: poniedziałek–czwartek 8.00–12.00, 12.30–15.30.\n\nŹródło:",
  );
});

test("without hours nothing is guessed, but a public holiday is known", () => {
  const text = said("2026-11-11T10:00:00Z", [], { hours: undefined, exceptions: [] });
  expect(text).toContain("Godzin tego miejsca nie znamy. Zapytaj, zanim pojedziesz: 12 000 00 00.");
  expect(text).toContain("Dziś (środa, 11 listopada): Święto Niepodległości, dzień ustawowo wolny od pracy.");
});
