import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { fillOffices } from "../../../src/knowledge/fillOffices";
import { loadArticles } from "../../../src/knowledge/loadArticles";
import { loadOffices } from "../../../src/knowledge/offices";
import { loadContent } from "../../../src/loadParts";

const root = resolve(__dirname, "../../..");

let folder = "";
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "offices-"));
});
afterEach(() => rmSync(folder, { recursive: true }));

function write(name: string, text: string): void {
  writeFileSync(join(folder, name), text);
}

const office = (id: string, more = "") => `- id: ${id}
  name: { pl: Urząd, en: Office, uk: Уряд }
  address: ul. Długa 1
  purpose: { pl: a, en: a, uk: a }
  called: [długa]
  hours:
    monday: [{ from: "07:40", to: "18:00" }]
    tuesday: [{ from: "07:40", to: "12:00" }, { from: "12:30", to: "15:30" }]
    wednesday: [{ from: "07:40", to: "15:30" }]
    thursday: [{ from: "07:40", to: "15:30" }]
    friday: []
    saturday: []
    sunday: [{ from: "10:00", to: "11:00" }]
${more}  source: https://bip.krakow.pl/1
  source_date: "2025"
  checked_on: 2026-11-21
  confidence: low
`;

test("addresses and hours are filled in, in the language of the text", () => {
  write("_offices.yaml", office("a"));
  const text = "{{address:a}}: {{hours:a}}.";
  const said = (language: "pl" | "en" | "uk") => fillOffices(text, language, loadOffices(folder)).text;
  expect(said("pl")).toBe(
    "ul. Długa 1: poniedziałek 7.40–18.00, wtorek 7.40–12.00, 12.30–15.30, środa–czwartek 7.40–15.30, niedziela 10.00–11.00.",
  );
  expect(said("en")).toContain("Monday 7.40–18.00");
  expect(said("uk")).toContain("середа–четвер 7.40–15.30");
});

test.each([
  [
    "the end before the beginning",
    office("a").replace('"18:00"', '"07:00"'),
    /:7 \[0\]\.hours\.monday\[0\]: .*późniejsza/,
  ],
  ["overlapping intervals", office("a").replace('"12:30"', '"11:30"'), /:8 \[0\]\.hours\.tuesday: przedziały/],
  ["no clock", office("a").replace('"12:30"', '"12.30"'), /\[0\]\.hours\.tuesday\[1\]\.from: wpisz godzinę/],
  ["a day left out", office("a").replace("    friday: []\n", ""), /\[0\]\.hours\.friday: brakuje/],
  ["an unknown field", office("a", "  godziny: 8-16\n"), /:14 \[0\]\.godziny: nie ma takiego pola/],
  ["the same id twice", office("a") + office("a"), /:18 \[1\]\.id: to id/],
  [
    "an exceptional day twice",
    office("a", `  exceptions:\n${"    - { date: 2026-12-31, open: [], why: { pl: a, en: a, uk: a } }\n".repeat(2)}`),
    /:16 \[0\]\.exceptions\[1\]\.date: ten dzień/,
  ],
])("%s is named with its line", (_, text, message) => {
  write("_offices.yaml", text);
  expect(() => loadOffices(folder)).toThrow(message);
});

const article = (body: string, english = "Come.") => `---
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
en:
  title: ID card
  phrasings: [card a, card b, card c, card d]
  answer: ${english}
uk: { title: Посвідчення, phrasings: [посвідчення a, посвідчення b, посвідчення c, посвідчення d], answer: Подайте. }
---
${body}
`;

test("an article says what the offices say, and which they are", () => {
  write("_offices.yaml", office("a"));
  write("dowod.md", article("Przyjdź.\n\n## Gdzie\n- {{address:a}}", '"Come: {{address:a}}."'));
  mkdirSync(join(folder, "en"));
  write("en/dowod.md", "## Where\n{{address:a}}\n");
  expect(loadArticles(folder)[0]).toMatchObject({
    offices: ["a"],
    sections: { where: "- ul. Długa 1" },
    translations: { en: { answer: "Come: ul. Długa 1.", sections: { where: "ul. Długa 1" } } },
  });
});

test("an unknown office, an unknown field and hours nobody knows are mistakes, each at its line", () => {
  write("_offices.yaml", office("a").replace(/ {2}hours:[\s\S]*?(?= {2}source:)/, ""));
  write(
    "dowod.md",
    article("Przyjdź.\n\n## Gdzie\n- {{address:b}}\n- {{hours:a}}\n- {{godziny:a}}", '"{{address:c}}"'),
  );
  mkdirSync(join(folder, "uk"));
  write("uk/dowod.md", "## Де\n{{address:d}}\n");
  expect(() => loadArticles(folder)).toThrow(
    /dowod\.md:22: nie ma biura „b”[\s\S]*dowod\.md:23: biuro „a” nie ma w _offices\.yaml godzin[\s\S]*dowod\.md:24: „\{\{godziny:a\}\}”[\s\S]*dowod\.md:16 en\.answer: nie ma biura „c”[\s\S]*uk\/dowod\.md:2: nie ma biura „d”/,
  );
});

test("one change of an office is in every article that names it, and in the version of the content", () => {
  for (const name of ["dialogs", "knowledge"]) cpSync(join(root, name), join(folder, name), { recursive: true });
  const before = loadContent(folder).content;
  const file = "knowledge/_offices.yaml";
  write(file, readFileSync(join(folder, file), "utf8").replace("address: ul. Wielicka 28a\n", "address: ul. Nowa 3\n"));
  const after = loadContent(folder).content;
  expect(after.version).not.toBe(before.version);
  const naming = (content: typeof before) =>
    [...content.articles.values()].filter(({ sections, offices }) => {
      return offices.includes("wielicka") && JSON.stringify(sections).includes("ul. Wielicka 28a");
    });
  expect(naming(before).length).toBeGreaterThan(10);
  expect(naming(after)).toEqual([]);
});

test("the offices the project ships: every one can be named, hours are held against their sources", () => {
  const offices = loadOffices(join(root, "knowledge"));
  expect(offices.length).toBeGreaterThan(20);
  expect(offices.filter(({ hours, confidence }) => !hours && confidence === "high")).toEqual([]);
});
