import { basename, extname } from "node:path";
import type { z } from "zod";
import { checkYaml, type Piece, type Result, type Source } from "./checkYaml";
import { type Folder, isThere, namesIn, sourceOf, within } from "./folder";
import { ContentError, complain } from "./mistakes";

/** An article-like file: checked front matter, and the text under it. `bodyLine` is the line the body begins at. */
export type Page<T> = Piece<T> & { body: string; bodyLine: number };

/** Reads one YAML file; throws a ContentError that names every mistake with its line and field. */
export function readYamlFile<S extends z.ZodType>(file: Folder, schema: S): z.infer<S> {
  return checkedYamlFile(file, schema).value;
}

/** The same for callers that check further and then have to name lines themselves. */
export function checkedYamlFile<S extends z.ZodType>(file: Folder, schema: S): Piece<z.infer<S>> {
  const { piece, mistakes } = checkYaml(sourceOf(file), schema);
  if (!piece) throw new ContentError(mistakes);
  return piece;
}

/** Reads every YAML file of a folder; mistakes of all files are thrown together. Names beginning with `_` are left out. */
export function readYamlFolder<S extends z.ZodType>(folder: Folder, schema: S): Piece<z.infer<S>>[] {
  return gather(filesIn(folder, [".yaml", ".yml"]).map((file) => checkYaml(sourceOf(file), schema)));
}

/** Reads every Markdown file of a folder, with YAML front matter between two lines of `---`. */
export function readMarkdownFolder<S extends z.ZodType>(folder: Folder, schema: S): Page<z.infer<S>>[] {
  return gather(filesIn(folder, [".md"]).map((file) => checkPage(file, schema)));
}

/** Every Markdown file of a folder as it is, for text without front matter; none where there is no such folder. */
export function readTextFolder(folder: Folder): Source[] {
  return isThere(folder) ? filesIn(folder, [".md"]).map(sourceOf) : [];
}

/** The name of a file without folder and ending: the id of what it holds. */
export function idOf(file: string): string {
  return basename(file, extname(file));
}

function checkPage<S extends z.ZodType>(at: Folder, schema: S): Result<Page<z.infer<S>>> {
  const { file, text } = sourceOf(at);
  const [, frontMatter, body] = text.match(/^---\n([\s\S]*?\n)---\n([\s\S]*)$/) ?? [];
  if (frontMatter === undefined || body === undefined) {
    const message = "plik zaczyna się od linii ---, potem pola, potem druga linia ---, potem treść";
    return { mistakes: [{ file, line: 1, field: "", message }] };
  }
  const checked = checkYaml({ file, text: frontMatter, firstLine: 2 }, schema);
  if (!checked.piece) return checked;
  const bodyLine = frontMatter.split("\n").length + 2;
  return { piece: { ...checked.piece, body, bodyLine }, mistakes: [] };
}

function filesIn(folder: Folder, endings: string[]): Folder[] {
  const names = namesIn(folder).filter((name) => endings.includes(extname(name)) && !name.startsWith("_"));
  return names.map((name) => within(folder, name));
}

function gather<P>(results: Result<P>[]): P[] {
  complain(results.flatMap(({ mistakes }) => mistakes));
  return results.flatMap(({ piece }) => (piece === undefined ? [] : [piece]));
}
