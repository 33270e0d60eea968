import { mkdtempSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Example } from "../../src/conversation/understanding";
import type * as Understanding from "../../src/understanding/understanding";

const folder = mkdtempSync(join(tmpdir(), "hejnal-model-"));
const file = join(folder, "model.bin");
afterAll(() => rmSync(folder, { recursive: true }));

const example = (text: string, id: string): Example => ({ text, intent: { kind: "service", id } });
const examples = [example("dziura w jezdni", "pothole"), example("lampa nie świeci", "street-lamp")];

/** Understanding by a program whose normaliser is of this version; tells which file it left behind. */
function keptBy(normaliserVersion: string, from: Example[]): { version: string; writtenAt: number } {
  jest.resetModules();
  jest.doMock("../../src/understanding/normaliser", () => ({ normaliserVersion }));
  const { createUnderstanding }: typeof Understanding = require("../../src/understanding/understanding");
  const { version } = createUnderstanding({ examples: from }, file);
  return { version, writtenAt: statSync(file).mtimeMs };
}

test("a kept model is taken only by the same normaliser with the same content", () => {
  const first = keptBy("one", examples);
  expect(keptBy("one", examples)).toEqual(first);

  const otherNormaliser = keptBy("other", examples);
  expect(otherNormaliser.version).not.toBe(first.version);
  expect(otherNormaliser.writtenAt).toBeGreaterThan(first.writtenAt);

  const otherContent = keptBy("other", [...examples, example("ławka złamana", "playground")]);
  expect(otherContent.version).not.toBe(otherNormaliser.version);
  expect(otherContent.writtenAt).toBeGreaterThan(otherNormaliser.writtenAt);
});
