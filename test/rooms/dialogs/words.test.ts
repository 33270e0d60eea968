import { fold, tidy } from "../../../src/conversation/fold";
import { wordsOf } from "../../../src/conversation/words";
import { afterWords, coveredAtStart, findPattern, longestFound } from "../../../src/dialogs/words";

test.each([
  ["Łódź ŻÓŁĆ", "lodz zolc"],
  ["zmien\u0301 ulice\u0328", "zmien ulice"],
  ["wy\u200Bślij\uFEFF", "wyslij"],
  ["ґанок їжа", "ганок ижа"],
])("„%s” folds to „%s”, however it was typed", (text, folded) => {
  expect(fold(text)).toBe(folded);
  expect(fold(text).length).toBe(tidy(text).length);
});

test("words are the same with every apostrophe and without it", () => {
  const typed = ["don't", "don’t", "donʼt", "DONT"].map(wordsOf);
  expect(new Set(typed.map((words) => words.join(" "))).size).toBe(1);
  expect(wordsOf("не пам’ятаю!")).toEqual(wordsOf("не памʼятаю"));
  expect(wordsOf("'duża', \"dziura\"… 🙂")).toEqual(["duza", "dziura"]);
});

test("a pattern is one or more words; a star stands for any ending", () => {
  expect(findPattern(wordsOf("bardzo DUŻĄ dziurę widać"), "duż*")).toEqual({ at: 1, length: 1 });
  expect(findPattern(wordsOf("jest duża dziura tu"), "duża dziura")).toEqual({ at: 1, length: 2 });
  expect(findPattern(wordsOf("dużaa"), "duża")).toBeUndefined();
  expect(findPattern(wordsOf("cokolwiek"), "…")).toBeUndefined();
});

test("a „nie” right before undoes a pattern, unless the pattern itself negates", () => {
  expect(findPattern(wordsOf("nie duża"), "duża")).toBeUndefined();
  expect(findPattern(wordsOf("nie duża, ale ta obok duża"), "duża")).toEqual({ at: 5, length: 1 });
  expect(findPattern(wordsOf("wcale nie świeci"), "nie świec*")).toEqual({ at: 1, length: 2 });
});

test("at the beginning only what stands there counts, and the longest wording wins", () => {
  expect(coveredAtStart(wordsOf("zmień tę ulicę"), "zmień")).toBe(1);
  expect(coveredAtStart(wordsOf("proszę zmień"), "zmień")).toBe(0);
  expect(longestFound(wordsOf("duża dziura"), ["duża", "duża dziura"])).toBe("duża dziura".length);
  expect(longestFound(wordsOf("mała"), ["duża"])).toBe(0);
});

test("what follows the first words is kept as it was typed", () => {
  expect(afterWords("Zmień ulicę:  Krótka 5, m. 2", 2)).toBe("Krótka 5, m. 2");
  expect(afterWords("zmien\u0301 uli\u200Bcę na Długą", 2)).toBe("na Długą");
  expect(afterWords("zmień", 1)).toBe("");
});
