/** What happens to a stretch of the one sequence on the way to the other: `a` and `b` are the same where it stays. */
export type Step<T> = { kind: "same"; a: T; b: T } | { kind: "gone"; a: T } | { kind: "new"; b: T };

/** A table of more cells is not filled; what both have exactly once splits it first. */
const MOST_CELLS = 2_000_000;

/** The steps from `a` to `b`, as few as may be; of very long ones that share hardly anything, simply all of both. */
export function stepsBetween(a: readonly string[], b: readonly string[]): Step<string>[] {
  const most = Math.min(a.length, b.length);
  let head = 0;
  while (head < most && a[head] === b[head]) head += 1;
  let tail = 0;
  while (tail < most - head && a[a.length - 1 - tail] === b[b.length - 1 - tail]) tail += 1;
  return [
    ...same(a.slice(0, head)),
    ...middle(a.slice(head, a.length - tail), b.slice(head, b.length - tail)),
    ...same(a.slice(a.length - tail)),
  ];
}

const same = (items: readonly string[]): Step<string>[] => items.map((item) => ({ kind: "same", a: item, b: item }));
const gone = (items: readonly string[]): Step<string>[] => items.map((a) => ({ kind: "gone", a }));
const fresh = (items: readonly string[]): Step<string>[] => items.map((b) => ({ kind: "new", b }));

function middle(a: readonly string[], b: readonly string[]): Step<string>[] {
  if (a.length === 0 || b.length === 0) return [...gone(a), ...fresh(b)];
  if (a.length * b.length <= MOST_CELLS) return byTable(a, b);
  const anchors = anchorsOf(a, b);
  if (anchors.length === 0) return [...gone(a), ...fresh(b)];
  const steps: Step<string>[] = [];
  let [fromA, fromB] = [0, 0];
  for (const [atA, atB] of anchors) {
    for (const step of stepsBetween(a.slice(fromA, atA), b.slice(fromB, atB))) steps.push(step);
    steps.push(...same(a.slice(atA, atA + 1)));
    [fromA, fromB] = [atA + 1, atB + 1];
  }
  for (const step of stepsBetween(a.slice(fromA), b.slice(fromB))) steps.push(step);
  return steps;
}

/** The longest common subsequence by the table every textbook has, filled from the end. */
function byTable(a: readonly string[], b: readonly string[]): Step<string>[] {
  const width = b.length + 1;
  const longest = new Uint32Array((a.length + 1) * width);
  const at = (i: number, j: number) => longest[i * width + j] ?? 0;
  for (let i = a.length - 1; i >= 0; i -= 1)
    for (let j = b.length - 1; j >= 0; j -= 1)
      longest[i * width + j] = a[i] === b[j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1));
  const steps: Step<string>[] = [];
  let [i, j] = [0, 0];
  while (i < a.length && j < b.length) {
    if (a[i] === b[j]) {
      steps.push(...same(a.slice(i, i + 1)));
      [i, j] = [i + 1, j + 1];
    } else if (at(i + 1, j) >= at(i, j + 1)) {
      steps.push(...gone(a.slice(i, i + 1)));
      i += 1;
    } else {
      steps.push(...fresh(b.slice(j, j + 1)));
      j += 1;
    }
  }
  return [...steps, ...gone(a.slice(i)), ...fresh(b.slice(j))];
}

/** Where what both have exactly once stands in either, the most of it that keeps its order. */
function anchorsOf(a: readonly string[], b: readonly string[]): [number, number][] {
  const inB = onlyPlaces(b);
  const pairs = [...onlyPlaces(a)].flatMap(([item, atA]): [number, number][] => {
    const atB = inB.get(item);
    return atB === undefined ? [] : [[atA, atB]];
  });
  return rising(pairs);
}

function onlyPlaces(items: readonly string[]): Map<string, number> {
  const places = new Map<string, number>();
  const twice = new Set<string>();
  for (const [at, item] of items.entries()) {
    if (places.has(item)) twice.add(item);
    places.set(item, at);
  }
  for (const item of twice) places.delete(item);
  return places;
}

type Link = { pair: [number, number]; before: Link | undefined };

/** Of pairs in the order of the first number, the longest row in which the second one rises, too. */
function rising(pairs: [number, number][]): [number, number][] {
  const ends: Link[] = [];
  for (const pair of pairs) {
    let [low, high] = [0, ends.length];
    while (low < high) {
      const half = (low + high) >> 1;
      if ((ends[half]?.pair[1] ?? 0) < pair[1]) low = half + 1;
      else high = half;
    }
    ends[low] = { pair, before: ends[low - 1] };
  }
  const found: [number, number][] = [];
  for (let link = ends.at(-1); link; link = link.before) found.unshift(link.pair);
  return found;
}
