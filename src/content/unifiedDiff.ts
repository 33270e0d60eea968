import { type LineStep, lineSteps } from "./lineSteps";

/** So many lines that stay are shown around what changes. */
const AROUND = 3;

/** How a document changes, as `git diff` writes it and `git apply` reads it; null where there is none. */
export function unifiedDiff(path: string, before: string | null, after: string | null): string {
  const [a, b] = [before === null ? "/dev/null" : `a/${path}`, after === null ? "/dev/null" : `b/${path}`];
  const head = [
    `diff --git a/${path} b/${path}`,
    ...(before === null ? ["new file mode 100644"] : []),
    ...(after === null ? ["deleted file mode 100644"] : []),
  ];
  const hunks = hunksOf(lineSteps(linesOf(before ?? ""), linesOf(after ?? "")));
  const names = hunks.length > 0 ? [`--- ${a}`, `+++ ${b}`] : [];
  return `${[...head, ...names, ...hunks].join("\n")}\n`;
}

/** Each line with its end: a last line without one differs from one with it. */
const linesOf = (text: string): string[] => text.match(/[^\n]*\n|[^\n]+$/g) ?? [];

function hunksOf(steps: LineStep[]): string[] {
  const changes = steps.flatMap(({ kind }, at) => (kind === " " ? [] : [at]));
  const spans: [from: number, to: number][] = [];
  for (const at of changes) {
    const last = spans.at(-1);
    if (last && at - AROUND <= last[1]) last[1] = at + AROUND + 1;
    else spans.push([Math.max(0, at - AROUND), at + AROUND + 1]);
  }
  return spans.map(([from, to]) => hunk(steps.slice(0, from), steps.slice(from, to)));
}

function hunk(above: LineStep[], shown: LineStep[]): string {
  const range = (but: LineStep["kind"]) => {
    const [before, lines] = [above, shown].map((steps) => steps.filter(({ kind }) => kind !== but).length);
    // A place between two lines is named by the one above it.
    return `${(before ?? 0) + (lines ? 1 : 0)},${lines ?? 0}`;
  };
  return [`@@ -${range("+")} +${range("-")} @@`, ...shown.map(written)].join("\n");
}

const written = ({ kind, line }: LineStep): string =>
  line.endsWith("\n") ? `${kind}${line.slice(0, -1)}` : `${kind}${line}\n\\ No newline at end of file`;
