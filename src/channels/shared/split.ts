/** Where a text may be parted, the best places first: between paragraphs, lines, sentences, words. */
const BORDERS = [/\n{2,}/g, /\n/g, /(?<=[.!?…:;])\s+/g, /\s+/g];

type Limits = { most: number; last: number };

/** A text in pieces no longer than `most`, the last one no longer than `last`, parted where a reader would part it. */
export function split(text: string, { most, last }: Limits): string[] {
  const whole = text.trim();
  if (whole.length <= Math.min(most, last)) return [whole];
  // What fits as one piece but not as the last one is parted near its middle, so that no crumb is left.
  const least = Math.max(whole.length - last, Math.ceil(whole.length * 0.6));
  const at = borderIn(whole, whole.length <= most ? least : most);
  const [first, rest] = [whole.slice(0, at).trim(), whole.slice(at).trim()];
  return rest === "" ? [first] : [first, ...split(rest, { most, last })];
}

/** The last good place to part within the first `most` units, but not so early that the pieces become crumbs. */
function borderIn(text: string, most: number): number {
  for (const border of BORDERS) {
    const places = [...text.slice(0, most + 1).matchAll(border)].map(({ index }) => index).filter((at) => at <= most);
    const best = places.at(-1);
    if (best !== undefined && best >= most / 3) return best;
  }
  return wholeCharacters(text, most);
}

const segments = new Intl.Segmenter("pl", { granularity: "grapheme" });

/** So many units at most without cutting a character, as a reader sees characters, in two. */
function wholeCharacters(text: string, most: number): number {
  const around = segments.segment(text).containing(most);
  return around && around.index > 0 ? around.index : most;
}

/** A title no longer than `most`, with an ellipsis where something was left out. */
export function shortened(title: string, most: number): string {
  if (title.length <= most) return title;
  return `${title.slice(0, wholeCharacters(title, most - 1)).trimEnd()}…`;
}
