import { readFileSync } from "node:fs";
import { folderOf, within } from "../../../src/content/folder";
import { ContentError } from "../../../src/content/mistakes";
import type { Language } from "../../../src/conversation/language";
import { loadBotPhrases } from "../../../src/loadBotPhrases";
import { greeting } from "../../../src/turn/greeting";

const languages: Language[] = ["pl", "en", "uk"];
const real = new Map(languages.map((language) => [fileOf(language), readFileSync(fileOf(language), "utf8")]));

function fileOf(language: Language): string {
  return `dialogs/_bot.${language}.yaml`;
}

/** The bot's words with one file's text changed; every mistake as a line. */
function mistakesAfter(language: Language, change: (text: string) => string): string[] {
  const documents = new Map(real).set(fileOf(language), change(real.get(fileOf(language)) ?? ""));
  try {
    loadBotPhrases(within(folderOf(documents), "dialogs"));
    return [];
  } catch (error) {
    if (!(error instanceof ContentError)) throw error;
    return error.mistakes.map(({ file, line, field, message }) => `${file}:${line} ${field}: ${message}`);
  }
}

/** The line, counted from 1, on which a text of the file stands. */
function lineOf(language: Language, text: string): number {
  const before = (real.get(fileOf(language)) ?? "").split(text)[0] ?? "";
  return before.split("\n").length;
}

function valuesIn(value: unknown, at = ""): string[] {
  if (typeof value === "string") return (value.match(/\{\w+\}/g) ?? []).map((name) => `${at} ${name}`);
  return Object.entries(value ?? {}).flatMap(([key, inner]) => valuesIn(inner, `${at}.${key}`));
}

test("the bot knows the same words in all three languages, with the same values in them", () => {
  const { pl, en, uk } = loadBotPhrases("dialogs");
  const values = new Set(valuesIn(pl));
  expect(values.size).toBeGreaterThan(50);
  for (const other of [en, uk]) expect(new Set(valuesIn(other))).toEqual(values);
});

test("a changed file changes what is said", () => {
  const documents = new Map(real).set(
    fileOf("en"),
    (real.get(fileOf("en")) ?? "").replace(/^greeting: \|-\n/m, "greeting: |-\n  Welcome to Kraków!\n"),
  );
  const botPhrases = loadBotPhrases(within(folderOf(documents), "dialogs"));
  expect(greeting("en", { botPhrases }).text).toMatch(/^Welcome to Kraków!\nHello!/);
  expect(greeting("pl", { botPhrases }).text).toMatch(/^Dzień dobry!/);
});

test("a value the bot cannot fill in is refused with file, line and field, and the values it can", () => {
  expect(mistakesAfter("uk", (text) => text.replace("{id} є помилка", "{number} є помилка"))).toEqual([
    `dialogs/_bot.uk.yaml:${lineOf("uk", "statusMistyped:")} statusMistyped: nieznana wartość {number}; tu można wstawić tylko {id}`,
  ]);
  expect(mistakesAfter("en", (text) => text.replace('"Yes, withdraw it"', '"Yes, withdraw {id}"'))).toEqual([
    `dialogs/_bot.en.yaml:${lineOf("en", "Yes, withdraw it")} acts.withdraw.yes: nieznana wartość {id}; tu nie wstawia się żadnych wartości`,
  ]);
});

test("a brace without its partner is refused, before a resident reads it", () => {
  const open = mistakesAfter("pl", (text) => text.replace('"ok. {metres} m stąd"', '"ok. {metres m stąd"'));
  expect(open).toEqual([expect.stringContaining("metresAway: nieznana wartość {metres m stąd")]);
  const closed = mistakesAfter("pl", (text) => text.replace('"ok. {metres} m stąd"', '"ok. metres} m stąd"'));
  expect(closed).toEqual([expect.stringContaining("metresAway: nieznana wartość }")]);
});

test("a word that is missing, empty or not known is named; so are mistakes of several words at once", () => {
  const wrong = mistakesAfter("pl", (text) =>
    text
      .replace(/^noneOfThese: .*$/m, 'noneOfThese: ""')
      .replace(/^ {2}fee: .*$/m, '  price: "Cena"')
      .replace(/^offer: .*$/m, "offer: 5"),
  );
  expect(wrong.map((line) => line.split(" ")[1])).toEqual(["offer:", "noneOfThese:", "section.fee:", "section.price:"]);
});
