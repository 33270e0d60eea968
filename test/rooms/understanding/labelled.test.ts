import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Example } from "../../../src/conversation/understanding";
import { loadLabelled } from "../../../src/understanding/labelled";

const folder = mkdtempSync(join(tmpdir(), "hejnal-labelled-"));
const file = join(folder, "_labelled.jsonl");
afterAll(() => rmSync(folder, { recursive: true }));

const examples: Example[] = [
  { text: "Jak wyrobić paszport?", intent: { kind: "article", id: "paszport" } },
  { text: "dziura w jezdni", intent: { kind: "service", id: "pothole" } },
];
const load = (...lines: string[]) => {
  writeFileSync(file, lines.join("\n"));
  return loadLabelled(file, examples);
};

test("texts with their right meanings are read; none means that asking back is right", () => {
  expect(
    load(
      '{"text": "paszport na szybko", "right": ["article:paszport"]}',
      "",
      '{"text": "hm", "right": [], "drill": true}',
    ),
  ).toEqual([
    { text: "paszport na szybko", right: [{ kind: "article", id: "paszport" }], drill: false },
    { text: "hm", right: [], drill: true },
  ]);
});

test("without the file nothing is labelled", () => {
  expect(loadLabelled(join(folder, "none.jsonl"), examples)).toEqual([]);
});

test("every mistake is named with its line: no JSON, an unknown meaning, a text that is learnt by heart", () => {
  expect(() =>
    load(
      "nie json",
      '{"text": "a", "right": ["article:brak"]}',
      '{"text": "jak wyrobic PASZPORT", "right": ["article:paszport"]}',
    ),
  ).toThrow(
    /:1: oczekiwano[\s\S]*:2: nie ma „article:brak”[\s\S]*:3: „jak wyrobic PASZPORT” jest też wśród przykładów/,
  );
});
