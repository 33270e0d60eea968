import { createSpeller } from "../../../src/understanding/speller";

const words = { latarnia: 40, latarnie: 12, smieci: 90, smierci: 5, dowod: 60, dowodzie: 8, zgloszenie: 70, kosz: 30 };
const correct = createSpeller(new Map(Object.entries(words)));

test.each([
  ["ltarnia", "latarnia", "a letter left out"],
  ["latarrnia", "latarnia", "a letter doubled"],
  ["latarnai", "latarnia", "two letters swapped"],
  ["latatnia", "latarnia", "the key beside it"],
  ["zgloszneie", "zgloszenie", "a swap in the middle"],
  ["dowo", "dowod", "the last letter left out"],
  ["smiecii", "smieci", "of two near ones the more frequent"],
])("“%s” was meant to be “%s”: %s", (said, meant) => {
  expect(correct(said)).toBe(meant);
});

test.each(["latarnia", "smierci", "kot", "xyzzy", "12345", "latrnai", "", "kosza2"])(
  "“%s” is left as it is: known, too short, too far, or no word",
  (said) => {
    expect(correct(said)).toBeUndefined();
  },
);

test("a hostile word costs no more than its length", () => {
  expect(correct("a".repeat(10_000))).toBeUndefined();
});
