import { findPersonalData } from "../../../src/understanding/findPersonalData";

const found = (text: string) => findPersonalData(text).map(({ from, to, kind }) => `${kind}: ${text.slice(from, to)}`);

test.each([
  ["auto KR 12345 stoi tu od roku", ["plate: KR 12345"]],
  ["Pan Jan Kowalski z Długiej 12/5 wyrzuca śmieci", ["name: Jan Kowalski", "address: Długiej 12/5"]],
  ["od pani Nowak-Zielińskiej, tel. 600 700 800", ["name: Nowak-Zielińskiej", "phone: 600 700 800"]],
  ["nazywam się Anna Maria Wiśniewska, a.w@example.org", ["name: Anna Maria Wiśniewska", "email: a.w@example.org"]],
  ["PESEL 44051401359, sąsiadka Zofia", ["pesel: 44051401359", "name: Zofia"]],
  ["mieszkam Kalwaryjska 7 m. 3", ["address: Kalwaryjska 7 m. 3"]],
  ["пані Олена скаржиться, Mr Smith too", ["name: Олена", "name: Smith"]],
])("%s", (text, expected) => {
  expect(found(text)).toEqual(expected);
});

test.each([
  "Dziura na ul. Długiej 12, naprzeciwko sklepu, wielka",
  "panel na przystanku Rondo Mogilskie nie działa od 3 dni",
  "państwowa szkoła nr 12, plac Jana Nowaka-Jeziorańskiego",
  "zgłoszenie KR-2026-000123-7",
])("nothing in: %s", (text) => {
  expect(found(text)).toEqual([]);
});
