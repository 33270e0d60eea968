import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { ContentError } from "../../../src/content/mistakes";
import { articleExamples } from "../../../src/knowledge/articleExamples";
import { dueArticles, loadArticles } from "../../../src/knowledge/loadArticles";
import { createSearch } from "../../../src/knowledge/search";

let folder = "";
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "articles-"));
});
afterEach(() => rmSync(folder, { recursive: true }));

const translation = (name: string) =>
  `{ title: ${name}, phrasings: [a ${name}, b ${name}, c ${name}, d ${name}], answer: ${name} }`;

function write(id: string, change: (text: string) => string = (text) => text): void {
  const text = `---
title: Tytuł ${id}
phrasings:
${Array.from({ length: 8 }, (_, number) => `  - pytanie ${number} o ${id}`).join("\n")}
keywords: [słowo ${id}]
unit: Wydział
competence: city
sources: [https://example.org/a]
source_date: "2025"
checked_on: 2026-11-21
confidence: high
check_again: 2027-05-21
related: []
en: ${translation(`english ${id}`)}
uk: ${translation(`українською ${id}`)}
---
Krótka odpowiedź o ${id}.

## Co przygotować
- zdjęcie

## Gdzie
Przy okienku.
`;
  writeFileSync(join(folder, `${id}.md`), change(text));
}

function mistakes(): string[] {
  try {
    loadArticles(folder);
  } catch (error) {
    if (error instanceof ContentError)
      return error.message
        .split("\n")
        .slice(1)
        .map((line) => line.replace(/^✖ \S*\//, ""));
    throw error;
  }
  return [];
}

test("an article is its front matter, its short answer and its sections", () => {
  write("dowod");
  expect(loadArticles(folder)).toMatchObject([
    {
      id: "dowod",
      title: "Tytuł dowod",
      checkedOn: "2026-11-21",
      answer: "Krótka odpowiedź o dowod.",
      sections: { need: "- zdjęcie", where: "Przy okienku." },
      translations: { en: { title: "english dowod" } },
    },
  ]);
});

test("a file beginning with _ is not an article", () => {
  write("dowod");
  write("_notes", () => "anything");
  expect(loadArticles(folder).map(({ id }) => id)).toEqual(["dowod"]);
});

test("too few phrasings, an unknown field and a wrong date are named with file, line and field", () => {
  write("dowod", (text) =>
    text.replace("  - pytanie 7 o dowod\n", "").replace("unit:", "unti:").replace("2027-05-21", "kiedyś"),
  );
  expect(mistakes().map((line) => line.split(":").slice(0, 2).join(":"))).toEqual([
    "dowod.md:3 phrasings",
    "dowod.md:2 unit",
    "dowod.md:18 check_again",
    "dowod.md:12 unti",
  ]);
});

test("sections that are unknown, twice, empty or out of order are named with their line", () => {
  write("dowod", (text) => `${text}\n## Ceny\nx\n\n## Dla kogo\n\n## Gdzie\nTu.\n`);
  expect(mistakes()).toEqual([
    expect.stringMatching(/^dowod\.md:32: nie ma sekcji „Ceny”/),
    expect.stringMatching(/^dowod\.md:35: sekcja „Dla kogo” jest nie po kolei/),
    expect.stringMatching(/^dowod\.md:35: sekcja „Dla kogo” jest pusta/),
    expect.stringMatching(/^dowod\.md:37: sekcja „Gdzie” jest dwa razy/),
  ]);
});

test("over several files: a phrasing used twice and an unknown related article", () => {
  write("dowod");
  write("paszport", (text) =>
    text.replace("pytanie 0 o paszport", "O DOWOD pytanie 3?").replace("related: []", "related: [dowod, wiza]"),
  );
  expect(mistakes()).toEqual([
    expect.stringMatching(/^paszport\.md:20 related\[1\]: nie ma artykułu „wiza”/),
    expect.stringMatching(/^paszport\.md:4 phrasings\[0\]: to samo jest już w .*dowod\.md/),
  ]);
});

test("an article whose day has come is due, not wrong", () => {
  write("dowod");
  const articles = loadArticles(folder);
  expect(dueArticles(articles, new Date("2027-05-20T12:00:00Z"))).toEqual([]);
  expect(dueArticles(articles, new Date("2027-05-21T12:00:00Z"))).toEqual(["dowod"]);
});

test("residents' own words teach fully, keywords less, prose nothing", () => {
  write("dowod");
  const weights = new Map(articleExamples(loadArticles(folder)).map(({ text, weight = 1 }) => [text, weight]));
  expect(weights.get("pytanie 3 o dowod")).toBe(1);
  expect(weights.get("d українською dowod")).toBe(1);
  expect(weights.get("słowo dowod")).toBeLessThan(1);
  expect(weights.has("Krótka odpowiedź o dowod.")).toBe(false);
});

const words = (text: string) => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];

test("search finds the article that says it, best first, and nothing for unknown words", () => {
  write("dowod");
  write("paszport");
  const search = createSearch(loadArticles(folder), words);
  expect(search(words("Pytanie o paszport")).map(({ article }) => article.id)).toEqual(["paszport", "dowod"]);
  expect(search(["xyzzy"])).toEqual([]);
  expect(search([])).toEqual([]);
});

test("the articles of this repository load without a mistake", () => {
  const articles = loadArticles(join(__dirname, "../../../knowledge"));
  expect(articles.length).toBeGreaterThanOrEqual(107);
});

test("an article may have an owner, days on which it holds, and what is done once it is out of date", () => {
  write("a");
  write("b", (text) =>
    text.replace(
      "related: []",
      "related: []\nowner: Referat Dowodów\nvalid_from: 2026-01-01\nvalid_until: 2026-12-31\nwhen_overdue: person",
    ),
  );
  const [a, b] = loadArticles(folder);
  expect(a).toMatchObject({ whenOverdue: "caution" });
  expect(a).not.toHaveProperty("validUntil");
  expect(b).toMatchObject({
    owner: "Referat Dowodów",
    validFrom: "2026-01-01",
    validUntil: "2026-12-31",
    whenOverdue: "person",
  });
});

test("days that end before they begin are a mistake at the field, and so are words nobody knows", () => {
  write("a", (text) => text.replace("related: []", "related: []\nvalid_from: 2026-12-31\nvalid_until: 2026-12-30"));
  expect(mistakes()).toEqual([
    expect.stringMatching(/^a\.md:\d+ valid_until: koniec ważności jest przed jej początkiem/),
  ]);
  write("a", (text) => text.replace("related: []", "related: []\nvalid_until: wiosna\nwhen_overdue: nic"));
  expect(mistakes()).toEqual([
    expect.stringMatching(/^a\.md:\d+ valid_until: /),
    expect.stringMatching(/^a\.md:\d+ when_overdue: /),
  ]);
});
