import { findPlace } from "../../../src/understanding/findPlace";

test.each([
  ["na całej Fredry zgasły latarnie", "na całej Fredry"],
  ["motocykle ścigają się po Nowohuckiej", "po Nowohuckiej"],
  ["Kładka Bernatka jest śliska", "Kładka Bernatka"],
  ["łabędź nad Zalewem Nowohuckim", "nad Zalewem Nowohuckim"],
  ["drzewo w lesie wolskim", "w lesie wolskim"],
  ["na parkingu pod Tauron Areną olej", "na parkingu pod Tauron Areną"],
  ["znak na wylocie Bronowickiej", "na wylocie Bronowickiej"],
  ["śmieci w okolicach Ronda Barei", "w okolicach Ronda Barei"],
  ["dzik na placu zabaw przy Strakowej", "na placu zabaw przy Strakowej"],
  ["studzienka bez pokrywy! Wrocławska / Mazowiecka", "Wrocławska / Mazowiecka"],
  ["lampa bzyczy, Opolska, od rana", "Opolska"],
  ["bus stop at Rondo Ofiar Katynia", "at Rondo Ofiar Katynia"],
])("the place in „%s” is „%s”", (text, place) => {
  expect(findPlace(text)).toBe(place);
});

test.each([
  "Kod 404 wyskakuje w formularzu",
  "Tramwaj 52 dzisiaj nie przyjechał",
  "Please open on Saturdays",
  "odpiszcie na OLEK-B@proton.example",
  "Telefon 733 045 619",
  "mój numer KR 2026 67 3 to zgłoszenie",
  "dziura na chodniku",
  "kiedy będzie plac zabaw",
  "parking jest za drogi",
])("„%s” names no place", (text) => {
  expect(findPlace(text)).toBeUndefined();
});

test.each(["na parkingu ", "Na Wylocie ", "na ", "A ", "Polska / ", "1/1", "A-"])(
  "10 000 characters of „%s” end",
  (part) => {
    expect(() => findPlace(part.repeat(10_000 / part.length))).not.toThrow();
  },
);
