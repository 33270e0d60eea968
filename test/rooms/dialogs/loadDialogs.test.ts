import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { ContentError } from "../../../src/content/mistakes";
import { dialogExamples, loadDialogs } from "../../../src/dialogs/loadDialogs";
import { parts, services } from "./chat";

const repository = join(__dirname, "../../..");
let folder = "";
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "dialogs-"));
  cpSync(join(repository, "dialogs"), folder, { recursive: true });
});
afterEach(() => rmSync(folder, { recursive: true }));

/** Every mistake as "file field: message" after one change to one file; the line must be where the change is. */
function mistakesAfter(file: string, from: string, to: string): string[] {
  const path = join(folder, file);
  const text = readFileSync(path, "utf8");
  expect(text).toContain(from);
  writeFileSync(path, text.replace(from, to));
  try {
    loadDialogs(folder);
  } catch (error) {
    if (!(error instanceof ContentError)) throw error;
    return error.mistakes.map((mistake) => `${mistake.file.split("/").at(-1)} ${mistake.field}: ${mistake.message}`);
  }
  return [];
}

test("a misspelt field is named with its file, line and path", () => {
  const path = join(folder, "idea.yaml");
  writeFileSync(path, readFileSync(path, "utf8").replace("    told_in_words: 8", "    told_in_word: 8"));
  const line = readFileSync(path, "utf8").split("\n").indexOf("    told_in_word: 8") + 1;
  expect(() => loadDialogs(folder)).toThrow(`idea.yaml:${line} steps[0].told_in_word: nie ma takiego pola`);
});

test.each([
  ["idea.yaml", "id: idea", "id: ideas", "idea.yaml id: id musi być takie jak nazwa pliku"],
  ["idea.yaml", "slot: place", "slot: description", "idea.yaml steps[1].slot: to pytanie już jest wyżej"],
  ["leave-contact.yaml", "thanks:", "thankyou:", "leave-contact.yaml thankyou: nie ma takiego pola"],
  [
    "idea.yaml",
    "It is saved as {service_request_id}.",
    "It is saved.",
    "idea.yaml thanks: podziękowanie podaje {service_request_id} w każdym języku",
  ],
  ["check-status.yaml", "uk: Номер заявки}", "}", "check-status.yaml steps[0].label.uk: brakuje tego pola"],
  ["_phrases.yaml", "kept:", "keptt:", "_phrases.yaml kept: brakuje tego pola"],
  ["_commands.yaml", "  back:", "  bak:", "_commands.yaml commands.back: brakuje tego pola"],
])("in %s „%s” → „%s” is a mistake that names its field", (file, from, to, expected) => {
  expect(mistakesAfter(file, from, to)).toContain(expected);
});

test("names of moments are no names of slots, and a choice needs two answers", () => {
  expect(mistakesAfter("idea.yaml", "slot: photo", "slot: confirm")).toEqual([
    expect.stringMatching(/^idea\.yaml steps\[2\]\.slot: /),
  ]);
  expect(mistakesAfter("idea.yaml", "slot: confirm\n    expects: photo", "slot: photo\n    expects: choice")).toEqual([
    "idea.yaml steps[2].expects: wybór wymaga co najmniej dwóch odpowiedzi",
  ]);
});

test("residents' own words teach fully, keywords less", () => {
  const examples = dialogExamples(parts);
  const weight = (text: string) => examples.find((example) => example.text === text);
  expect(weight("co z moim zgłoszeniem")).toEqual({
    text: "co z moim zgłoszeniem",
    intent: { kind: "dialog", id: "check-status" },
  });
  expect(weight("usterka")?.weight).toBeLessThan(1);
});

test("every group of reports can be chosen by a button, and no question of a service takes a dialog's name", () => {
  const report = parts.dialogs.get("report-problem");
  const slots = report?.steps.flatMap((step) => ("slot" in step ? [step] : [])) ?? [];
  const buttons = slots.find(({ expects }) => expects === "service")?.choices.map(({ value }) => value);
  // Ideas and letters have doors of their own.
  const groups = new Set(
    services.map(({ group }) => group).filter((group) => !["pomysly", "formalne"].includes(group)),
  );
  expect(new Set(buttons)).toEqual(groups);
  const names = new Set(slots.map(({ slot }) => slot));
  const clashes = services.flatMap(({ code, questions }) =>
    questions.filter(({ slot }) => names.has(slot)).map(({ slot }) => `${code}.${slot}`),
  );
  expect(clashes).toEqual([]);
});

test("titles of buttons under one question differ, in every language", () => {
  const questions = [...parts.dialogs.values()].flatMap(({ steps }) =>
    steps.flatMap((step) => ("slot" in step ? [step] : [])),
  );
  const all = [...questions, ...services.flatMap((service) => service.questions)];
  const twice = all.filter(({ choices, optional }) =>
    (["pl", "en", "uk"] as const).some((language) => {
      const own = choices.map(({ title }) => title[language]);
      const titles = optional ? [...own, parts.phrases.dont_know[language]] : own;
      return new Set(titles).size !== titles.length;
    }),
  );
  expect(twice.map(({ slot }) => slot)).toEqual([]);
});

test("the articles that services point to exist", () => {
  const missing = services.flatMap(({ article }) => {
    return article && !existsSync(join(repository, "knowledge", `${article}.md`)) ? [article] : [];
  });
  expect(missing).toEqual([]);
});
