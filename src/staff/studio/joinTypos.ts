/** Shorter stems differ by a letter too often without being the same word. */
const SHORTEST = 5;
/** From this length one other last letter is a slip, too: "paszporr". */
const LONG = 6;

/**
 * Which stem each misspelt one stands for: one that more texts hold, begins with the same letter and is one slip away
 * (a letter too many, too few, wrong, or two swapped).
 */
export function joinTypos(texts: readonly string[][]): Map<string, string> {
  const times = new Map<string, number>();
  for (const stem of texts.flat()) if (isWord(stem)) times.set(stem, (times.get(stem) ?? 0) + 1);
  const frequentFirst = [...times].sort(([a, one], [b, other]) => other - one || (a < b ? -1 : 1));
  const joined = new Map<string, string>();
  const near = new Map<string, string[]>();
  for (const [stem] of frequentFirst) {
    const forms = [stem, ...withoutOne(stem)];
    const slips = forms.flatMap((form) => near.get(form) ?? []).filter((other) => isSlip(stem, other));
    const meant = slips.find((other) => !joined.has(other)) ?? slips[0];
    if (meant !== undefined) joined.set(stem, joined.get(meant) ?? meant);
    // Two slips of one word may be no slip of each other; what is further away is another word.
    if (meant !== undefined && joined.has(meant)) continue;
    for (const form of forms) near.set(form, [...(near.get(form) ?? []), stem]);
  }
  return joined;
}

const isWord = (stem: string) => stem.length >= SHORTEST && !/\d/.test(stem);

/** Every form that lacks one letter, but for the first. */
const withoutOne = (stem: string) =>
  [...stem].slice(1).map((_, index) => stem.slice(0, index + 1) + stem.slice(index + 2));

/** Two stems that share a form with one letter left out may still be two slips apart. */
function isSlip(one: string, other: string): boolean {
  const [short, long] = one.length < other.length ? [one, other] : [other, one];
  if (long.length - short.length > 1) return false;
  if (short.length < LONG && short.at(-1) !== long.at(-1)) return false;
  let from = 0;
  while (from < short.length && short[from] === long[from]) from += 1;
  const [rest, longRest] = [short.slice(from), long.slice(from)];
  if (short.length < long.length) return rest === longRest.slice(1);
  const isSwapped = rest[0] === longRest[1] && rest[1] === longRest[0] && rest.slice(2) === longRest.slice(2);
  return isSwapped || rest.slice(1) === longRest.slice(1);
}
