import { stepsBetween } from "./sequence";

/** A piece of a line; `changed` where the other side has something else. */
export type Piece = { text: string; changed: boolean };
export type Line = { number: number; pieces: Piece[] };
/** A line of both texts, or what stands in its place: changed, gone (no `after`) or new (no `before`). */
export type Row =
  | { kind: "same"; before: number; after: number; text: string }
  | { kind: "changed"; before?: Line; after?: Line };
/** Rows to be shown, or unchanged ones that nobody needs to read. */
export type Block = { kind: "shown" | "folded"; rows: Row[] };

/** So many unchanged lines stay around each change. */
const AROUND = 3;
/** Folding fewer than these saves nothing. */
const LEAST_FOLDED = 4;
/** Lines that share less of their words are not the same line changed. */
const LEAST_ALIKE = 0.3;
/** Longer lines are told as changed on the whole. */
const LONGEST_COMPARED = 4_000;

/** Two texts line by line; null where there is none. */
export function rowsBetween(before: string | null, after: string | null): Row[] {
  const rows: Row[] = [];
  let [gone, fresh]: [Numbered[], Numbered[]] = [[], []];
  let [a, b] = [0, 0];
  const flush = () => {
    for (const row of paired(gone, fresh)) rows.push(row);
    [gone, fresh] = [[], []];
  };
  for (const step of stepsBetween(linesOf(before), linesOf(after))) {
    if (step.kind !== "new") a += 1;
    if (step.kind !== "gone") b += 1;
    if (step.kind === "gone") gone.push({ number: a, text: step.a });
    else if (step.kind === "new") fresh.push({ number: b, text: step.b });
    else {
      flush();
      rows.push({ kind: "same", before: a, after: b, text: step.a });
    }
  }
  flush();
  return rows;
}

/** A line break at the end ends the last line, it does not begin another. */
function linesOf(text: string | null): string[] {
  if (text === null || text === "") return [];
  return text.replace(/\r?\n$/, "").split(/\r?\n/);
}

type Numbered = { number: number; text: string };

/** Lines that went and lines that came in the same place, one beside the other. */
function paired(gone: Numbered[], fresh: Numbered[]): Row[] {
  return Array.from({ length: Math.max(gone.length, fresh.length) }, (_, at) => beside(gone[at], fresh[at]));
}

function beside(before: Numbered | undefined, after: Numbered | undefined): Row {
  const [was, is] = before && after ? piecesBetween(before.text, after.text) : [undefined, undefined];
  return {
    kind: "changed",
    ...(before && { before: { number: before.number, pieces: was ?? whole(before.text) } }),
    ...(after && { after: { number: after.number, pieces: is ?? whole(after.text) } }),
  };
}

const whole = (text: string): Piece[] => [{ text, changed: true }];
/** Words, spaces and every other sign by itself. */
const wordsOf = (text: string) => text.match(/[\p{L}\p{N}]+|\s+|[^\p{L}\p{N}\s]/gu) ?? [];

/** What of the two lines differs, word by word; nothing where they are too different for that. */
function piecesBetween(before: string, after: string): [Piece[], Piece[]] | [undefined, undefined] {
  if (before.length + after.length > LONGEST_COMPARED) return [undefined, undefined];
  const steps = stepsBetween(wordsOf(before), wordsOf(after));
  const shared = steps.reduce((sum, step) => sum + (step.kind === "same" ? step.a.trim().length : 0), 0);
  if (shared < LEAST_ALIKE * Math.max(before.length, after.length)) return [undefined, undefined];
  const [was, is]: [Piece[], Piece[]] = [[], []];
  for (const step of steps) {
    if (step.kind !== "new") add(was, step.a, step.kind !== "same");
    if (step.kind !== "gone") add(is, step.b, step.kind !== "same");
  }
  return [was, is];
}

function add(pieces: Piece[], text: string, changed: boolean): void {
  const last = pieces.at(-1);
  if (last?.changed === changed) last.text += text;
  else pieces.push({ text, changed });
}

/** The rows with long unchanged stretches folded; a few lines around every change stay. */
export function folded(rows: Row[]): Block[] {
  const near = new Uint8Array(rows.length);
  for (const [at, row] of rows.entries())
    if (row.kind === "changed") near.fill(1, Math.max(0, at - AROUND), at + AROUND + 1);
  const blocks: Block[] = [];
  for (const [at, row] of rows.entries()) {
    const kind = near[at] ? "shown" : "folded";
    const last = blocks.at(-1);
    if (last?.kind === kind) last.rows.push(row);
    else blocks.push({ kind, rows: [row] });
  }
  return blocks.map((block) => (block.rows.length < LEAST_FOLDED ? { ...block, kind: "shown" } : block));
}

/** How many lines came and went. */
export function countsOf(rows: Row[]): { added: number; removed: number } {
  const changed = rows.filter((row) => row.kind === "changed");
  return {
    added: changed.filter(({ after }) => after).length,
    removed: changed.filter(({ before }) => before).length,
  };
}
