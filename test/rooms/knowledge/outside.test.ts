import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { loadArticles } from "../../../src/knowledge/loadArticles";
import { loadOutside, outsideExamples } from "../../../src/knowledge/outside";

const knowledge = join(__dirname, "../../../knowledge");

test("the matters of other institutions load, and none says the same as another or as an article", () => {
  const articles = loadArticles(knowledge);
  const matters = loadOutside(join(knowledge, "_outside.yaml"), articles);
  const phrasings = new Set(articles.flatMap(({ phrasings }) => phrasings.map((text) => text.toLowerCase())));
  const examples = outsideExamples(matters).map(({ text }) => text.toLowerCase());
  expect(examples.filter((text) => phrasings.has(text))).toEqual([]);
  expect(examples.filter((text, index) => examples.indexOf(text) !== index)).toEqual([]);
});

test("an unknown article, a repeated id and too few examples are named with their lines", () => {
  const folder = mkdtempSync(join(tmpdir(), "outside-"));
  const file = join(folder, "_outside.yaml");
  const entry = (examples: number) =>
    `- id: zus\n  whose: { pl: a, en: a, uk: a }\n  reply: { pl: a, en: a, uk: a }\n  article: nowhere\n` +
    `  examples: [${Array.from({ length: examples }, (_, n) => `x${n}`).join(", ")}]\n`;
  writeFileSync(file, entry(25) + entry(25));
  expect(() => loadOutside(file, [])).toThrow(
    /:4 \[0\]\.article: nie ma[\s\S]*:9 \[1\]\.article: nie ma[\s\S]*:6 \[1\]\.id: to id/,
  );
  writeFileSync(file, entry(24));
  expect(() => loadOutside(file, [])).toThrow(/:5 \[0\]\.examples: /);
  rmSync(folder, { recursive: true });
});
