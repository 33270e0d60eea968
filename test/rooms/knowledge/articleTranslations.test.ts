import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { ContentError } from "../../../src/content/mistakes";
import { articleExamples } from "../../../src/knowledge/articleExamples";
import { missingParts } from "../../../src/knowledge/guidance/versions";
import { loadArticles } from "../../../src/knowledge/loadArticles";
import { createSearch } from "../../../src/knowledge/search";

let folder = "";
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "translations-"));
  for (const language of ["en", "uk"]) mkdirSync(join(folder, language));
  write("dowod.md", POLISH);
});
afterEach(() => rmSync(folder, { recursive: true }));

const POLISH = `---
title: Dowód
phrasings: [dowód a, dowód b, dowód c, dowód d, dowód e, dowód f, dowód g, dowód h]
keywords: []
unit: Wydział
competence: city
sources: []
source_date: "2025"
checked_on: 2026-11-21
confidence: high
check_again: 2027-05-21
related: []
en: { title: ID card, phrasings: [card a, card b, card c, card d], answer: Apply. }
uk: { title: Посвідчення, phrasings: [посвідчення a, посвідчення b, посвідчення c, посвідчення d], answer: Подайте. }
---
Złóż wniosek.

## Co przygotować
- zdjęcie

## Gdzie
Przy okienku.
`;
const ENGLISH = "## What to prepare\n- a photograph\n\n## Where\nAt the counter.\n";
const UKRAINIAN = "## Що підготувати\n- фотографія\n\n## Де\nБіля віконця.\n";

function write(name: string, text: string): void {
  writeFileSync(join(folder, name), text);
}

/** Every mistake as "file:line: words", the file without the temporary folder. */
function mistakes(): string[] {
  try {
    loadArticles(folder);
  } catch (error) {
    if (!(error instanceof ContentError)) throw error;
    return error.message
      .split("\n")
      .slice(1)
      .map((line) => line.replace(/^✖ .*translations-[^/]*\//, ""));
  }
  return [];
}

test("translated sections stand beside the Polish ones, under the same names", () => {
  write("en/dowod.md", ENGLISH);
  write("uk/dowod.md", UKRAINIAN);
  expect(loadArticles(folder)[0]).toMatchObject({
    sections: { need: "- zdjęcie", where: "Przy okienku." },
    translations: {
      en: { title: "ID card", sections: { need: "- a photograph", where: "At the counter." } },
      uk: { title: "Посвідчення", sections: { need: "- фотографія", where: "Біля віконця." } },
    },
  });
});

test("an article without translations has none, and neither folder need be there", () => {
  write("en/dowod.md", ENGLISH);
  rmSync(join(folder, "uk"), { recursive: true });
  const { en, uk } = loadArticles(folder)[0]?.translations ?? {};
  expect(Object.keys(en?.sections ?? {})).toEqual(["need", "where"]);
  expect(uk?.sections).toEqual({});
});

test("what nobody has translated stands there in Polish, is called so, and teaches nothing twice", () => {
  const text = readFileSync(join(folder, "dowod.md"), "utf8");
  write("dowod.md", text.replace(/^uk: .*\n/m, ""));
  const articles = loadArticles(folder);
  const [article] = articles;
  expect(article?.translations.uk).toMatchObject({ title: article?.title, answer: "Złóż wniosek.", missing: true });
  expect(article?.translations.en).not.toHaveProperty("missing");
  expect(article && missingParts(article)).toContainEqual({ language: "uk", parts: ["need", "where"] });
  expect(articleExamples(articles).filter((example) => example.text === article?.title)).toHaveLength(1);
});

test.each<[string, string, string, string[]]>([
  [
    "an unknown heading",
    "en/dowod.md",
    `${ENGLISH}\n## Opening hours\n8–16\n`,
    ["en/dowod.md:7: nie ma sekcji „Opening hours”; dozwolone: Who it is for, What to prepare, Step by step,"],
  ],
  [
    "a heading of another language",
    "uk/dowod.md",
    `${UKRAINIAN}\n## Online\nТак.\n`,
    ["uk/dowod.md:7: nie ma sekcji „Online”; dozwolone: Для кого, Що підготувати,"],
  ],
  [
    "an empty section",
    "en/dowod.md",
    "## What to prepare\n\n## Where\nAt the counter.\n",
    ["en/dowod.md:1: sekcja „What to prepare” jest pusta"],
  ],
  [
    "the wrong order",
    "uk/dowod.md",
    "## Де\nБіля віконця.\n\n## Що підготувати\n- фотографія\n",
    ["uk/dowod.md:4: sekcja „Що підготувати” jest nie po kolei: Для кого,"],
  ],
  ["a section twice", "en/dowod.md", `${ENGLISH}\n## Where\nHere.\n`, ["en/dowod.md:7: sekcja „Where” jest dwa razy"]],
  [
    "a section the Polish article has not",
    "en/dowod.md",
    `${ENGLISH}\n## Online\nYes.\n`,
    ["en/dowod.md:7: sekcja „Online”, a polski artykuł nie ma sekcji „Przez internet”"],
  ],
  [
    "a missing section",
    "uk/dowod.md",
    "## Де\nБіля віконця.\n",
    ["uk/dowod.md:1: brakuje sekcji „Що підготувати” („Co przygotować”)"],
  ],
  [
    "nothing at all",
    "en/dowod.md",
    "",
    ["en/dowod.md:1: brakuje sekcji „What to prepare”", "en/dowod.md:1: brakuje sekcji „Where” („Gdzie”)"],
  ],
  ["no article of that name", "uk/paszport.md", UKRAINIAN, ["uk/paszport.md:1: nie ma artykułu „paszport”"]],
  [
    "text before the first heading",
    "en/dowod.md",
    `\n\nApply.\n\n${ENGLISH}`,
    ["en/dowod.md:3: tekst przed pierwszą sekcją; tłumaczenie to same sekcje"],
  ],
])("a translation with %s is named with file and line", (_, name, text, expected) => {
  write(name, text);
  expect(mistakes()).toEqual(expected.map((words) => expect.stringContaining(words)));
});

test("mistakes of articles and of both languages are told together", () => {
  write("dowod.md", POLISH.replace("## Gdzie", "## Ceny"));
  write("en/dowod.md", ENGLISH);
  write("en/paszport.md", "## Price\n1 zł\n");
  write("uk/dowod.md", "## Що підготувати\n");
  expect(mistakes()).toEqual([
    expect.stringMatching(/^dowod\.md:21: nie ma sekcji „Ceny”/),
    expect.stringMatching(/^en\/dowod\.md:4: sekcja „Where”, a polski artykuł nie ma/),
    expect.stringMatching(/^en\/paszport\.md:1: nie ma sekcji „Price”/),
    expect.stringMatching(/^en\/paszport\.md:1: nie ma artykułu „paszport”/),
    expect.stringMatching(/^uk\/dowod\.md:1: sekcja „Що підготувати” jest pusta/),
  ]);
});

test("search finds an article by words that only its translated sections have", () => {
  write("en/dowod.md", ENGLISH);
  write("uk/dowod.md", UKRAINIAN);
  const search = createSearch(loadArticles(folder), (text) => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []);
  for (const word of ["photograph", "counter", "фотографія", "віконця"])
    expect(search([word]).map(({ article }) => article.id)).toEqual(["dowod"]);
});

test("of this repository's articles at least 25 are complete in both languages", () => {
  const knowledge = join(__dirname, "../../../knowledge");
  const articles = new Map(loadArticles(knowledge).map((article) => [article.id, article]));
  const ids = readdirSync(join(knowledge, "en")).map((name) => name.replace(/\.md$/, ""));
  const complete = ids.filter((id) => {
    const article = articles.get(id);
    const parts = Object.keys(article?.sections ?? {});
    const { en, uk } = article?.translations ?? {};
    return [en, uk].every((words) => parts.length > 0 && parts.join() === Object.keys(words?.sections ?? {}).join());
  });
  expect(complete.length).toBeGreaterThanOrEqual(25);
});
