import { fold, tidy } from "../../../src/conversation/fold";
import { stem } from "../../../src/understanding/stem";
import { terms, wordsOf } from "../../../src/understanding/words";

test("diacritics and capitals make no difference, letter for letter", () => {
  expect(fold("Zażółć GĘŚLĄ jaźń")).toBe("zazolc gesla jazn");
  expect(fold("Łódź İ 12").length).toBe("Łódź İ 12".length);
  expect(fold("йї")).toBe(fold("ии"));
});

test("letters typed as base and accent, and invisible signs, are the same text", () => {
  expect(wordsOf("do\u0301wo\u0301d oso\u200Bbisty")).toEqual(wordsOf("dówód osobisty"));
  expect(tidy("\uFEFFa\u00ADb")).toBe("ab");
});

test("words are found in Polish, in Cyrillic with its apostrophes, and in a mix", () => {
  expect(wordsOf("Gdzie złożyć wniosek SA-10, 7.40?")).toEqual(["gdzie", "zlozyc", "wniosek", "sa", "10", "7", "40"]);
  expect(wordsOf("пам'ятник, PESEL!")).toEqual(["памятник", "pesel"]);
  expect(wordsOf("🙂🙂 !!")).toEqual([]);
});

test.each([
  "dowód dowodu dowodem dowodzie dowody dowodów",
  "paszport paszportu paszportem paszporcie",
  "wniosek wniosku wnioskiem wnioski wniosków",
  "karta karty kartę kartą karcie kart",
  "ulica ulicy ulicę ulicą ulice ulic",
  "opłata opłaty opłatę opłat opłacie",
  "parkowanie parkować parkuje parkowania",
  "zameldowanie zameldowania zameldować",
  "rejestracja rejestracji rejestrację",
  "mieszkaniec mieszkańca mieszkańcy",
  "przystanek przystanku przystanki",
  "drzewo drzewa drzew drzewie",
  "urząd urzędu urzędzie",
])("forms of one word share a stem: %s", (forms) => {
  expect(new Set(terms(forms)).size).toBe(1);
});

test.each([
  ["park", "parkowanie"],
  ["karta", "kartka"],
  ["dowód", "dowódca"],
  ["mieszkanie", "mieszkaniec"],
])("%s and %s stay two words", (one, other) => {
  expect(terms(one)).not.toEqual(terms(other));
});

test("numbers and short words stay as they are", () => {
  expect(["112", "pit37", "kot", "ul"].map(stem)).toEqual(["112", "pit37", "kot", "ul"]);
});
