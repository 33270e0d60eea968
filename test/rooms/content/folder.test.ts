import { resolve } from "node:path";
import { changed, difference, isDocumentPath } from "../../../src/content/documents";
import { folderOf, namesIn, sourceOf, within } from "../../../src/content/folder";
import { ContentError } from "../../../src/content/mistakes";
import { readDocuments } from "../../../src/content/readDocuments";
import { loadContent } from "../../../src/loadParts";

const root = resolve(__dirname, "../../..");
const documents = readDocuments(root);

test("the same content comes of documents in memory as of the files on disk", () => {
  const held = loadContent(folderOf(documents));
  const onDisk = loadContent(root);
  expect(held.content.version).toBe(onDisk.content.version);
  expect(held.examples).toEqual(onDisk.examples);
  expect(held.labelled).toEqual(onDisk.labelled);
});

test("a mistake in memory is named with its document, line and field, as one on disk is", () => {
  const path = "knowledge/dowod-osobisty-wymiana.md";
  const text = documents.get(path) ?? "";
  const broken = changed(documents, new Map([[path, text.replace("competence: city", "competence: mayor")]]));
  const line = text.split("\n").indexOf("competence: city") + 1;
  try {
    loadContent(folderOf(broken));
    throw new Error("was taken");
  } catch (error) {
    if (!(error instanceof ContentError)) throw error;
    expect(error.mistakes).toMatchObject([{ file: path, line, field: "competence" }]);
  }
});

test("a folder in memory lists what lies right in it", () => {
  const folder = folderOf(
    new Map([
      ["knowledge/b.md", "b"],
      ["knowledge/a.md", "a"],
      ["knowledge/en/a.md", "A"],
    ]),
  );
  expect(namesIn(within(folder, "knowledge"))).toEqual(["a.md", "b.md"]);
  expect(sourceOf(within(within(folder, "knowledge"), "en/a.md")).text).toBe("A");
  expect(() => sourceOf(within(folder, "knowledge/c.md"))).toThrow("knowledge/c.md");
});

test("a difference leads from one state to the other and back", () => {
  const from = new Map([
    ["dialogs/a.yaml", "1"],
    ["dialogs/b.yaml", "2"],
  ]);
  const to = new Map([
    ["dialogs/b.yaml", "3"],
    ["knowledge/c.md", "4"],
  ]);
  expect(Object.fromEntries(changed(from, difference(from, to)))).toEqual(Object.fromEntries(to));
  expect(Object.fromEntries(changed(to, difference(to, from)))).toEqual(Object.fromEntries(from));
  expect(difference(from, from).size).toBe(0);
});

test.each([
  ["knowledge/dowod.md", true],
  ["knowledge/en/dowod.md", true],
  ["knowledge/_offices.yaml", true],
  ["dialogs/services/pothole.yaml", true],
  ["knowledge/../src/app.md", false],
  ["/etc/passwd.md", false],
  ["knowledge/.hidden.md", false],
  ["src/app.ts", false],
  ["knowledge", false],
])("%s names a document: %s", (path, is) => {
  expect(isDocumentPath(path)).toBe(is);
});
