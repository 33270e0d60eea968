import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { z } from "zod";
import { ContentError } from "../../../src/content/mistakes";
import { readMarkdownFolder, readYamlFile, readYamlFolder } from "../../../src/content/readFiles";

const Step = z.discriminatedUnion("step", [
  z.strictObject({ step: z.literal("ask"), say: z.string() }),
  z.strictObject({ step: z.literal("confirm") }),
]);
const Dialog = z.strictObject({ id: z.string(), size: z.int().min(2), steps: z.array(Step) });

let folder = "";
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "content-"));
});
afterEach(() => rmSync(folder, { recursive: true }));

function write(name: string, text: string): string {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
}

/** Every mistake as "file:line field". */
function mistakesOf(read: () => unknown): string[] {
  try {
    read();
  } catch (error) {
    if (!(error instanceof ContentError)) throw error;
    return error.mistakes.map(({ file, line, field }) => `${file.split("/").at(-1)}:${line} ${field}`);
  }
  return [];
}

test("a correct file is its value", () => {
  const path = write("a.yaml", "\uFEFFid: a\r\nsize: 3\r\nsteps:\r\n  - step: confirm\r\n");
  expect(readYamlFile(path, Dialog)).toEqual({ id: "a", size: 3, steps: [{ step: "confirm" }] });
});

test("every mistake of a file is named at once, with its line and field", () => {
  const path = write("a.yaml", "retyr: 1\nsize: 1\nsteps:\n  - step: ask\n    sey: x\n  - step: jump\n");
  expect(mistakesOf(() => readYamlFile(path, Dialog)).sort()).toEqual([
    "a.yaml:1 id",
    "a.yaml:1 retyr",
    "a.yaml:2 size",
    "a.yaml:4 steps[0].say",
    "a.yaml:5 steps[0].sey",
    "a.yaml:6 steps[1].step",
  ]);
});

test("a mistake reads as one line an editor can act on", () => {
  const path = write("a.yaml", "id: a\nsize: 2\nsteps: []\nretyr: 1\n");
  expect(() => readYamlFile(path, Dialog)).toThrow(/a\.yaml:4 retyr: nie ma takiego pola/);
});

test("mistakes of all files of a folder come together, and files beginning with _ are left out", () => {
  write("a.yaml", "id: a\nsize: 0\nsteps: []\n");
  write("b.yaml", "id: b\nid: c\n");
  write("_c.yaml", "anything: goes\n");
  expect(mistakesOf(() => readYamlFolder(folder, Dialog))).toEqual(["a.yaml:2 size", "b.yaml:2 "]);
});

test("front matter is checked with the lines of its file; the body follows with its own line", () => {
  write("a.md", "---\nid: a\nsize: 2\nsteps: []\n---\nFirst line\n");
  const [page] = readMarkdownFolder(folder, Dialog);
  expect(page).toMatchObject({ value: { id: "a" }, body: "First line\n", bodyLine: 6 });
  expect(page?.mistake(["size"], "too small")).toMatchObject({ line: 3, field: "size" });
  write("b.md", "---\nid: a\nsize: two\nsteps: []\n---\n");
  write("c.md", "no front matter\n");
  expect(mistakesOf(() => readMarkdownFolder(folder, Dialog))).toEqual(["b.md:3 size", "c.md:1 "]);
});
