import { cutQuotes } from "../../../src/delivery/letters/cutQuotes";

const WORDS = "Dzień dobry,\nile to kosztuje?";

/** How the programs people here use put our letter under their answer. */
test.each([
  ["Gmail", "pt., 20 lis 2026 o 11:00 Hejnał <hejnal@krakow.example> napisał(a):\n\n> Opłata: 0 zł\n> …"],
  [
    "Gmail, a long name on two lines",
    "W dniu pt., 20 lis 2026 o 11:00 Krakowskie Centrum Kontaktu <\nhejnal+c234567@krakow.example> napisał(a):\n\n> Opłata",
  ],
  ["Thunderbird", "W dniu 20.11.2026 o 11:00, Hejnał pisze:\n> Opłata: 0 zł"],
  [
    "Apple Mail",
    "> Wiadomość napisana przez Hejnał <hejnal@krakow.example> w dniu 20 lis 2026, o godz. 11:00:\n> \n> Opłata: 0 zł",
  ],
  [
    "Apple Mail, without marks",
    "Wiadomość napisana przez Hejnał <hejnal@krakow.example> w dniu 20 lis\n2026, o godz. 11:00:\n\nOpłata: 0 zł",
  ],
  [
    "iPhone",
    "Wysłane z iPhone’a\n\nW dniu 20 lis 2026, o godz. 11:00, Hejnał <hejnal@krakow.example> napisał(a):\n\n﻿Opłata",
  ],
  [
    "Outlook",
    "________________________________\nOd: Hejnał <hejnal@krakow.example>\nWysłano: piątek, 20 listopada 2026 11:00\nDo: Anna\nTemat: Re: dowód\n\nOpłata",
  ],
  [
    "Outlook on the web, no address",
    "Od: Hejnał\nWysłano: piątek, 20 listopada 2026 11:00\nDo: Anna\nTemat: Re: dowód\n\nOpłata",
  ],
  [
    "Outlook, in HTML",
    `${"-".repeat(80)}\n\nFrom: Hejnał <hejnal@krakow.example>\nSent: Friday, November 20, 2026 11:00 AM\nTo: Anna\nSubject: Re: dowód\n\nOpłata`,
  ],
  ["WP, o2", "Dnia 20 listopada 2026 11:00 Hejnał <hejnal@krakow.example> napisał(a):\n\nOpłata: 0 zł"],
  ["Onet", "W dniu 2026-11-20 11:00:00 użytkownik Hejnał <hejnal@krakow.example> napisał:\n\nOpłata: 0 zł"],
  [
    "Interia",
    'Od: "Hejnał" <hejnal@krakow.example>\nDo: "Anna" <anna@interia.example>;\nWysłane: 11:00 Piątek 2026-11-20\nTemat: Re: dowód\n\nOpłata',
  ],
  ["a signature", "-- \nAnna Nowak\ntel. 600 000 000"],
])("what %s puts under an answer is not the resident's", (_, under) => {
  expect(cutQuotes(`${WORDS}\n\n${under}`)).toBe(WORDS);
});

test("an answer below or between what is quoted is kept", () => {
  const quoted = "W dniu 20.11.2026 o 11:00, Hejnał pisze:\n> Opłata: 0 zł\n> Czas: 30 dni\n";
  expect(cutQuotes(`${quoted}\nA kiedy odbiór?\n-- \nAnna`)).toBe("A kiedy odbiór?");
  const between =
    "W dniu 20.11.2026 o 11:00, Hejnał pisze:\n> Opłata: 0 zł\nDla dziecka też?\n> Czas: 30 dni\nZa długo.";
  expect(cutQuotes(between)).toBe("Dla dziecka też?\nZa długo.");
});

test.each([
  "W dniu 3 maja sąsiad napisał na drzwiach:\nproszę nie parkować. Czy tak wolno?",
  "Dnia 3 maja urząd pisze:\nproszę przyjść. Nie mogę.",
  "Parking zamknięty.\nOd: poniedziałku\nDo: piątku\nDlaczego?",
  "Dziura jest głęboka -- bardzo -- i duża.",
])("what only looks like a quote is kept: %j", (text) => {
  expect(cutQuotes(text)).toBe(text);
});

test("a letter of nothing but endless line ends does not take long", () => {
  expect(cutQuotes(`W dniu ${"a ".repeat(20_000)}\n`.repeat(20) + "\n".repeat(100_000))).toContain("W dniu");
});
