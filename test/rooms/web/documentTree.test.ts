import { yamlTree } from "../../../src/content/yamlTree";
import { byField, placed } from "../../../src/web/console/knowledge/documents/placed";
import {
  allOf,
  findIn,
  languagesIn,
  nearestTo,
  reopened,
  summaryOf,
  type Tree,
  waysTo,
  withValue,
} from "../../../src/web/console/knowledge/documents/tree";

function tree(text: string): Tree {
  const read = yamlTree(text);
  if (!read) throw new Error("this is no YAML");
  return read;
}

const dialog = tree(`
id: idea
title: {pl: Pomysł, en: An idea, uk: Ідея}
steps:
  - ask: {pl: Gdzie to jest?, en: Where is it?, uk: Де це?}
  - ask: {pl: Co zmienić?, en: What to change?, uk: Що змінити?}
    most: 5
`);
const part = (field: string) => {
  const found = allOf(dialog).find((one) => one.field === field);
  if (!found) throw new Error(field);
  return found;
};

test("a field knows all it stands in", () => {
  expect(waysTo("steps[0].ask.pl")).toEqual(["steps", "steps[0]", "steps[0].ask", "steps[0].ask.pl"]);
  expect(waysTo("[2].name")).toEqual(["[2]", "[2].name"]);
});

test("texts in several languages stand side by side, other maps do not", () => {
  expect(languagesIn(part("title"))?.map(({ language }) => language)).toEqual(["pl", "en", "uk"]);
  expect(languagesIn(part("steps[1]"))).toBeUndefined();
  expect(languagesIn(tree("pl: [a]\nen: [b]"))).toBeUndefined();
});

test("what is closed tells its first words", () => {
  expect(summaryOf(part("steps[0]"))).toBe("Gdzie to jest?");
  expect(summaryOf(tree(`a: ${"x".repeat(300)}`)).length).toBeLessThan(100);
});

test("fields are found by all typed words, without diacritics, with the way to them", () => {
  const { shown, found } = findIn(dialog, "zmienic co");
  expect(found).toBe(1);
  expect([...shown]).toEqual(["steps", "steps[1]", "steps[1].ask", "steps[1].ask.pl"]);
  expect(findIn(dialog, "rower").found).toBe(0);
});

test("a document of thousands of fields shows no more hits than can be drawn", () => {
  const long = tree(Array.from({ length: 3000 }, (_, n) => `- pole ${n}`).join("\n"));
  const { shown, found } = findIn(long, "pole");
  expect(found).toBe(3000);
  expect(shown.size).toBeLessThan(100);
});

test("a mistake is told at its field, one about what is missing where it should be, others elsewhere", () => {
  const mistakes = [
    { file: "dialogs/idea.yaml", line: 5, field: "steps[0].ask.pl", message: "za krótkie" },
    { file: "dialogs/idea.yaml", line: 6, field: "steps[1].slot", message: "brakuje tego pola" },
    { file: "dialogs/idea.yaml", line: 6, field: "steps[1].why.pl", message: "brakuje tego pola" },
    { file: "dialogs/_units.yaml", line: 1, field: "[0]", message: "inne" },
  ];
  const found = placed(mistakes, "dialogs/idea.yaml", dialog);
  expect(found.map(({ at }) => at)).toEqual(["steps[0].ask.pl", "steps[1]", "steps[1]", undefined]);
  expect(Object.fromEntries(byField(found))).toEqual({
    "steps[0].ask.pl": "za krótkie",
    "steps[1]": "slot: brakuje tego pola; why.pl: brakuje tego pola",
  });
  expect(nearestTo("nothing.here", dialog)).toBe("");
});

test("a saved value changes its field and no other", () => {
  const next = withValue(dialog, "steps[1].ask.en", "What should change?");
  const texts = (one: Tree) => allOf(one).flatMap((node) => (node.kind === "text" ? [node.value] : []));
  const before = texts(dialog);
  expect(texts(next)).toEqual(before.map((text) => (text === "What to change?" ? "What should change?" : text)));
  expect(withValue(dialog, "steps[1].most", 7)).not.toEqual(dialog);
});

test("what is open stays open when it moves, and what is taken away is forgotten", () => {
  const open = new Set(["steps", "steps[0]", "steps[1].ask", "steps[2]", "title"]);
  const swap = (place: number) => (place === 0 ? 1 : place === 1 ? 0 : place);
  expect([...reopened(open, "steps", swap)]).toEqual(["steps", "steps[1]", "steps[0].ask", "steps[2]", "title"]);
  const gone = (place: number) => (place === 1 ? undefined : place > 1 ? place - 1 : place);
  expect([...reopened(open, "steps", gone)]).toEqual(["steps", "steps[0]", "steps[1]", "title"]);
});
