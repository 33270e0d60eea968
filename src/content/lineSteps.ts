/** What becomes of a line on the way from one text to the other: it stays, goes or comes. */
export type LineStep = { kind: " " | "-" | "+"; line: string };

/** Texts that differ in more lines than that share nothing worth looking for. */
const MOST_DIFFERENCES = 2_000;

/** As few steps as lead from `a` to `b` (Myers 1986); from very different ones, all of `a` and then all of `b`. */
export function lineSteps(a: readonly string[], b: readonly string[]): LineStep[] {
  const most = Math.min(a.length, b.length);
  let head = 0;
  while (head < most && a[head] === b[head]) head++;
  let tail = 0;
  while (tail < most - head && a[a.length - 1 - tail] === b[b.length - 1 - tail]) tail++;
  const [gone, fresh] = [a.slice(head, a.length - tail), b.slice(head, b.length - tail)];
  const between = fewest(gone, fresh) ?? [...all("-", gone), ...all("+", fresh)];
  return [...all(" ", a.slice(0, head)), ...between, ...all(" ", a.slice(a.length - tail))];
}

const all = (kind: LineStep["kind"], lines: readonly string[]): LineStep[] => lines.map((line) => ({ kind, line }));

/** How far into `a` each diagonal from -n to n gets with fewer than n differences. */
type Reached = (diagonal: number) => number;

function fewest(a: readonly string[], b: readonly string[]): LineStep[] | undefined {
  const middle = MOST_DIFFERENCES + 1;
  const furthest = new Int32Array(2 * middle + 1);
  const rounds: Reached[] = [];
  for (let n = 0; n <= MOST_DIFFERENCES; n++) {
    const before = furthest.slice(middle - n - 1, middle + n + 2);
    const reached: Reached = (diagonal) => before[diagonal + n + 1] ?? 0;
    rounds.push(reached);
    for (let diagonal = -n; diagonal <= n; diagonal += 2) {
      let x = comes(reached, diagonal, n) ? reached(diagonal + 1) : reached(diagonal - 1) + 1;
      while (x < a.length && x - diagonal < b.length && a[x] === b[x - diagonal]) x++;
      furthest[middle + diagonal] = x;
      if (x >= a.length && x - diagonal >= b.length) return walkedBack(rounds, a, b);
    }
  }
  return undefined;
}

/** Whether the last difference on the way to this diagonal is a line that comes; otherwise one goes. */
function comes(reached: Reached, diagonal: number, n: number): boolean {
  return diagonal === -n || (diagonal !== n && reached(diagonal - 1) < reached(diagonal + 1));
}

function walkedBack(rounds: Reached[], a: readonly string[], b: readonly string[]): LineStep[] {
  const walked: LineStep[] = [];
  let [x, y] = [a.length, b.length];
  for (const [n, reached] of [...rounds.entries()].reverse()) {
    const isNew = comes(reached, x - y, n);
    const before = x - y + (isNew ? 1 : -1);
    while (x > reached(before) && y > reached(before) - before) {
      walked.push({ kind: " ", line: a[--x] ?? "" });
      y--;
    }
    if (n > 0) walked.push(isNew ? { kind: "+", line: b[--y] ?? "" } : { kind: "-", line: a[--x] ?? "" });
  }
  return walked.reverse();
}
