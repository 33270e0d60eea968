import { mkdtempSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Example } from "../../../src/conversation/understanding";
import { createUnderstanding } from "../../../src/understanding/understanding";

const examples: Example[] = ["dziura w jezdni", "wyrwa w asfalcie", "jama na drodze"]
  .map((text): Example => ({ text, intent: { kind: "service", id: "pothole" } }))
  .concat(
    ["ile kosztuje paszport", "paszport dla dziecka"].map((text) => ({
      text,
      intent: { kind: "article", id: "paszport" },
    })),
  );
const folder = mkdtempSync(join(tmpdir(), "hejnal-model-"));
const file = join(folder, "model.bin");
afterAll(() => rmSync(folder, { recursive: true }));

const heard = (from: Example[]) =>
  createUnderstanding({ examples: from }, file).understand("dziura na drodze", { language: "pl" });

test("what is kept understands exactly as what was learnt", () => {
  const learnt = heard(examples);
  const { mtimeMs } = statSync(file);
  expect(heard(examples)).toEqual(learnt);
  expect(statSync(file).mtimeMs).toBe(mtimeMs);
});

test("other examples are learnt anew", () => {
  heard(examples);
  const more: Example[] = [...examples, { text: "dziura na drodze", intent: { kind: "service", id: "sidewalk" } }];
  expect(heard(more)).toEqual(
    createUnderstanding({ examples: more }).understand("dziura na drodze", { language: "pl" }),
  );
});

test.each(["", "not a model"])("a broken file counts for nothing: %j", (bytes) => {
  writeFileSync(file, bytes);
  expect(heard(examples).candidates[0]?.intent.id).toBe("pothole");
});
