import {
  type ArticleForm,
  changedFields,
  isForm,
  sectionsIn,
  withoutSection,
  writeField,
} from "../../../src/web/console/knowledge/editor/fields";
import { pastedInto, withLineAfter, withoutLine } from "../../../src/web/console/knowledge/editor/lines";
import { differencesOf, mergedForm } from "../../../src/web/console/knowledge/editor/merging";
import { articleForm } from "./articleForm";

const before = articleForm();
const phrasings = (form: ArticleForm, lines: string[]) => writeField(form, "pl.phrasings", lines);

describe("two editors who wrote in the same article", () => {
  test("see only the fields that differ, and who changed them where only one did", () => {
    const mine = writeField(writeField(before, "pl.title", "Mój tytuł"), "en.fee", "Free.");
    const theirs = writeField(writeField(before, "pl.title", "Ich tytuł"), "unit", "Wydział Komunikacji");
    expect(differencesOf(before, mine, theirs).map(({ key, choice }) => [key, choice])).toEqual([
      ["pl.title", undefined],
      ["en.fee", "mine"],
      ["unit", "theirs"],
    ]);
  });

  test("get what each chose, and lose nothing that was not chosen about", () => {
    const mine = writeField(writeField(before, "pl.title", "Mój tytuł"), "pl.answer", "Moja odpowiedź.");
    const theirs = writeField(writeField(before, "pl.title", "Ich tytuł"), "checkedOn", "2026-10-01");
    const differences = differencesOf(before, mine, theirs);
    const merged = mergedForm(theirs, differences, new Map([["pl.title", "theirs"]]));
    expect(merged).toMatchObject({ title: "Ich tytuł", answer: "Moja odpowiedź.", checkedOn: "2026-10-01" });
    expect(mergedForm(theirs, differences, new Map()).title).toBe("Mój tytuł");
  });

  test("may keep what both did to a list", () => {
    const mine = phrasings(before, ["jak wyrobić dowód", "moje nowe"]);
    const theirs = phrasings(before, ["jak wyrobić dowód", "gdzie po dowód", "ich nowe"]);
    const differences = differencesOf(before, mine, theirs);
    const merged = mergedForm(theirs, differences, new Map([["pl.phrasings", "both"]]));
    // "gdzie po dowód" was there before, and one of us took it away.
    expect(merged.phrasings).toEqual(["jak wyrobić dowód", "ich nowe", "moje nowe"]);
  });

  test("do not differ by blanks, line ends, empty lines or an empty section", () => {
    const mine = phrasings(writeField(writeField(before, "pl.need", " dowód\r\nzdjęcie "), "uk.online", ""), [
      ...before.phrasings,
      " ",
    ]);
    expect(changedFields(before, mine)).toEqual([]);
  });
});

describe("an article's form", () => {
  test("has the sections that are written in any language, in their order", () => {
    const written = writeField(writeField(before, "uk.caution", "Увага."), "en.who", "Everybody.");
    expect(sectionsIn(written)).toEqual(["who", "need", "caution"]);
    expect(sectionsIn(withoutSection(written, "caution"))).toEqual(["who", "need"]);
  });

  test("is read back as it was kept, and an older shape is not taken for one", () => {
    const kept: unknown = JSON.parse(JSON.stringify(before));
    expect(isForm(kept)).toBe(true);
    const { whenOverdue, ...older } = before;
    expect([isForm(older), isForm({ ...before, en: { title: "x" } }), isForm(null)]).toEqual([false, false, false]);
    expect(isForm({ ...before, phrasings: [1] })).toBe(false);
  });

  test("takes only values its choices know", () => {
    expect(writeField(before, "confidence", "bardzo wysoka").confidence).toBe("medium");
    expect(writeField(before, "whenOverdue", "person").whenOverdue).toBe("person");
  });
});

describe("a list of lines", () => {
  test("grows by Enter and by pasting several, over what was selected, without their bullets", () => {
    expect(withLineAfter(["a", "b"], 0)).toEqual(["a", "", "b"]);
    expect(withoutLine(["a", "b"], 1)).toEqual(["a"]);
    expect(pastedInto("abc def", "- jeden\n• dwa\r\n\n3. trzy", [4, 7])).toEqual(["abc jeden", "dwa", "trzy"]);
    expect(pastedInto("abc", "x\ny", [0, 0])).toEqual(["x", "yabc"]);
  });

  test("leaves the pasting of a single line to the field", () => {
    expect(pastedInto("abc", "jeden", [0, 3])).toBeUndefined();
    expect(pastedInto("abc", " \n ", [0, 3])).toBeUndefined();
    expect(pastedInto("", "jeden\n", [0, 0])).toEqual(["jeden"]);
  });
});
