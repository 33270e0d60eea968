import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { loadShortcuts } from "../../../src/handoff/shortcuts";

const ours = loadShortcuts(join(__dirname, "../../../dialogs"));

/** The shortcuts of a file with these lines. */
function read(yaml: string) {
  const folder = mkdtempSync(join(tmpdir(), "hejnal-shortcuts-"));
  writeFileSync(join(folder, "_shortcuts.yaml"), yaml);
  try {
    return loadShortcuts(folder);
  } finally {
    rmSync(folder, { recursive: true });
  }
}
const one = (code: string, pl = "Chwileczkę") =>
  `- {code: ${code}, title: T, text: {pl: "${pl}", en: "A moment", uk: "Хвилинку"}}\n`;

describe("the ready replies of this repository", () => {
  test("are enough for a shift, each under a title of its own", () => {
    expect(ours.length).toBeGreaterThanOrEqual(30);
    expect(new Set(ours.map(({ title }) => title)).size).toBe(ours.length);
  });

  test.each(ours.map((shortcut) => [shortcut.code, shortcut] as const))(
    "%s is short and says the same in every language",
    (_, { text }) => {
      for (const words of Object.values(text)) expect(words.length).toBeLessThanOrEqual(300);
      const marks = Object.values(text).map((words) => [...words.matchAll(/\{\w+\}/g)].map(String).sort());
      expect(marks).toEqual([marks[0], marks[0], marks[0]]);
      const numbers = Object.values(text).map((words) => words.match(/\d[\d ]*\d/g));
      expect(numbers).toEqual([numbers[0], numbers[0], numbers[0]]);
      expect(text.uk).toMatch(/\p{Script=Cyrillic}/u);
    },
  );

  test("guess nobody's gender and call nobody Pan or Pani", () => {
    for (const { text } of ours)
      expect(text.pl).not.toMatch(/\p{L}+(?:łem|łam|łeś|łaś)(?!\p{L})|(?<!\p{L})Pan[iu]?(?!\p{L})/u);
  });

  test("hold only phones that were checked", () => {
    const phones = ours.flatMap(({ text }) => text.pl.match(/\d\d \d{3} \d\d \d\d/g) ?? []);
    expect(new Set(phones)).toEqual(new Set(["12 616 55 55", "12 616 75 55", "12 429 92 41"]));
  });
});

describe("the file", () => {
  test("refuses a code used twice, naming the line", () => {
    expect(() => read(one("chwila") + one("chwila"))).toThrow(/_shortcuts\.yaml:2.*„chwila” jest już wyżej/s);
  });

  test("refuses a placeholder nobody fills", () => {
    expect(() => read(one("chwila", "Tu {imie}"))).toThrow(/nie ma znacznika \{imie\}; są: \{name\}/);
    expect(read(one("chwila", "Tu {name}, {greeting} {number} {topic}"))).toHaveLength(1);
  });

  test.each(["Chwila", "chwila moment", "/chwila"])(
    "refuses the code %j, which cannot be typed after a slash",
    (code) => {
      expect(() => read(one(JSON.stringify(code)))).toThrow(/code/);
    },
  );
});
