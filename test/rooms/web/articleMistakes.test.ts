import { headings } from "../../../src/knowledge/article";
import { idOfPlace, mistakesByPlace, placeOf } from "../../../src/web/console/knowledge/editor/mistakes";

const polish = `---
title: Dowód
phrasings:
  # Gdzie
  - jak wyrobić dowód
---
Złóż wniosek.

## Gdzie
W urzędzie.

## Ile kosztuje
`;
const documents = [
  { path: "knowledge/dowod.md", text: polish },
  { path: "knowledge/en/dowod.md", text: "## Where\nAt the office.\n\n## What it costs\n" },
  { path: "knowledge/uk/dowod.md", text: null },
];
const place = (file: string, line: number, field = "", message = "źle") =>
  placeOf({ file, line, field, message }, "dowod", documents, headings);

describe("where on the page a mistake of an article is", () => {
  test("fields of the front matter have their own, lists line by line", () => {
    const at = (field: string) => place("knowledge/dowod.md", 2, field);
    expect(at("title")).toEqual({ key: "pl.title" });
    expect(at("phrasings[2]")).toEqual({ key: "pl.phrasings", line: 2 });
    expect(at("uk.phrasings[0]")).toEqual({ key: "uk.phrasings", line: 0 });
    expect(at("en.answer")).toEqual({ key: "en.answer" });
    expect(at("check_again")).toEqual({ key: "checkAgain" });
    expect(at("sources[1]")).toEqual({ key: "sources", line: 1 });
    expect(at("related[0]")).toEqual({ key: "related" });
    expect(at("en")).toEqual({ key: "en.title" });
    expect(at("colour")).toBeUndefined();
  });

  test("lines of the text belong to the part they stand in", () => {
    expect(place("knowledge/dowod.md", 7)).toEqual({ key: "pl.answer" });
    expect(place("knowledge/dowod.md", 10)).toEqual({ key: "pl.where" });
    expect(place("knowledge/dowod.md", 12)).toEqual({ key: "pl.fee" });
    expect(place("knowledge/en/dowod.md", 4)).toEqual({ key: "en.fee" });
  });

  test("comments of the front matter are no headings", () => {
    expect(place("knowledge/dowod.md", 5)).toBeUndefined();
  });

  test("a section that is missing from a translation is named by what it says", () => {
    const message = "brakuje sekcji „Скільки коштує” („Ile kosztuje”)";
    expect(place("knowledge/uk/dowod.md", 1, "", message)).toEqual({ key: "uk.fee" });
  });

  test("mistakes of other files have none", () => {
    expect(place("knowledge/paszport.md", 2, "title")).toBeUndefined();
    expect(place("knowledge/_offices.yaml", 2)).toBeUndefined();
    expect(place("/srv/hejnal/knowledge/dowod.md", 2, "title")).toEqual({ key: "pl.title" });
  });

  test("each field is told all that is wrong with it", () => {
    const told = mistakesByPlace([
      { place: { key: "pl.phrasings", line: 1 }, message: "za krótkie" },
      { place: { key: "pl.phrasings", line: 1 }, message: "to samo jest już obok" },
      { place: undefined, message: "gdzie indziej" },
    ]);
    expect([...told]).toEqual([["field-pl-phrasings-1", "za krótkie; to samo jest już obok"]]);
    expect(idOfPlace({ key: "en.title" })).toBe("field-en-title");
  });
});
