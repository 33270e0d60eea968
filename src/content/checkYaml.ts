import { CORE_SCHEMA, load } from "js-yaml";
import { type Document, isMap, isNode, LineCounter, parseDocument, type YAMLError } from "yaml";
import type { z } from "zod";
import type { Mistake } from "./mistakes";
import { plainWords } from "./plainWords";

/** A piece of YAML: a file, or the front matter of one. `firstLine` is where it begins in its file. */
export type Source = { file: string; text: string; firstLine: number };

/** A place in a YAML document, as zod names it. */
export type Path = readonly PropertyKey[];

/** A checked value that can still say where in its file a field stands, for checks over several files. */
export type Piece<T> = {
  file: string;
  value: T;
  /** A mistake at the line of that field, or of the nearest field around it. */
  mistake(path: Path, message: string): Mistake;
};

/** What reading one file gave: a piece, or everything wrong with it. */
export type Result<P> = { piece: P; mistakes: [] } | { piece?: never; mistakes: Mistake[] };

type Remembered = { source: Source; result: unknown };

/** By schema, then by file: of thousands of documents a few change between two looks at all of them. */
const remembered = new WeakMap<z.ZodType, Map<string, Remembered>>();

/**
 * Parses YAML and checks it against the schema; every mistake knows its line and field. The value of a text that was
 * checked before is the same one as then, so nobody may change it.
 */
export function checkYaml<S extends z.ZodType>(source: Source, schema: S): Result<Piece<z.infer<S>>> {
  const known = remembered.get(schema) ?? new Map<string, Remembered>();
  remembered.set(schema, known);
  const last = known.get(source.file);
  // What is kept under a schema was made by it.
  if (last && isSame(last.source, source)) return last.result as Result<Piece<z.infer<S>>>;
  const result = checked(source, schema);
  known.set(source.file, { source, result });
  return result;
}

const isSame = (one: Source, other: Source) => one.text === other.text && one.firstLine === other.firstLine;

function checked<S extends z.ZodType>(source: Source, schema: S): Result<Piece<z.infer<S>>> {
  // The parser that knows lines takes four times as long, so it is asked only once there is something to tell.
  let tracked: Tracked | undefined;
  const track = () => (tracked ??= trackLines(source));
  const mistake = (path: Path, message: string): Mistake => ({
    file: source.file,
    line: track().lineAt(offsetOf(track().document, path)),
    field: fieldName(path),
    message,
  });
  const parsed = parseQuickly(source.text);
  if (!parsed) {
    const { document, lineAt } = track();
    const broken: YAMLError[] = [...document.errors, ...document.warnings];
    const tell = ({ pos, message }: YAMLError) => ({ file: source.file, line: lineAt(pos[0]), field: "", message });
    return { mistakes: broken.length > 0 ? broken.map(tell) : [mistake([], "tego pliku nie da się odczytać")] };
  }
  const result = schema.safeParse(parsed.value, { error: plainWords });
  if (result.success) return { piece: { file: source.file, value: result.data, mistake }, mistakes: [] };
  return { mistakes: result.error.issues.flatMap(plain).map(({ path, message }) => mistake(path, message)) };
}

function parseQuickly(text: string): { value: unknown } | undefined {
  try {
    return { value: load(text, { schema: CORE_SCHEMA }) };
  } catch {
    return undefined;
  }
}

type Tracked = { document: Document; lineAt(offset: number): number };

function trackLines({ text, firstLine }: Source): Tracked {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false });
  return { document, lineAt: (offset) => lines.linePos(offset).line - 1 + firstLine };
}

type Plain = { path: Path; message: string };

/** One entry per correction: unknown keys one by one, a union's complaint as that of its nearest option. */
function plain(issue: z.core.$ZodIssue): Plain[] {
  if (issue.code === "unrecognized_keys") {
    return issue.keys.map((key) => ({ path: [...issue.path, key], message: "nie ma takiego pola" }));
  }
  if (issue.code === "invalid_union" && issue.errors.length > 0) {
    const options = issue.errors.map((option) => option.flatMap(plain));
    const nearest = options.reduce((best, option) => (depth(option) > depth(best) ? option : best));
    return nearest.map(({ path, message }) => ({ path: [...issue.path, ...path], message }));
  }
  return [{ path: issue.path, message: issue.message }];
}

const depth = (issues: Plain[]) => Math.max(...issues.map(({ path }) => path.length)) - issues.length / 100;

/** Where the field stands; when it is missing, where the nearest thing around it stands. */
function offsetOf(document: Document, path: Path): number {
  for (let length = path.length; length > 0; length--) {
    const at = path.slice(0, length);
    const key = keyOffset(document, at);
    if (key !== undefined) return key;
    const node = document.getIn(at, true);
    if (isNode(node) && node.range) return node.range[0];
  }
  return document.contents?.range?.[0] ?? 0;
}

function keyOffset(document: Document, path: Path): number | undefined {
  const parent = path.length === 1 ? document.contents : document.getIn(path.slice(0, -1), true);
  if (!isMap(parent)) return undefined;
  const key = parent.items.find((item) => String(item.key) === String(path.at(-1)))?.key;
  return isNode(key) && key.range ? key.range[0] : undefined;
}

/** As mistakes name a field: `steps[0].ask.pl`. */
export function fieldName(path: Path): string {
  return path
    .map((key) => (typeof key === "number" ? `[${key}]` : `.${String(key)}`))
    .join("")
    .replace(/^\./, "");
}
