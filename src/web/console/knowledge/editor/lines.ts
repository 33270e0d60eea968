/** The lines with an empty one after the `at`-th. */
export const withLineAfter = (lines: string[], at: number): string[] => lines.toSpliced(at + 1, 0, "");

export const withoutLine = (lines: string[], at: number): string[] => lines.toSpliced(at, 1);

/** The marks lists begin with in other programs are no part of what is said. */
const MARK = /^\s*(?:[-*•–]|\d+[.)])\s+/;

/**
 * The lines a line becomes when a text of several is pasted over what is selected in it; undefined for a text of one
 * line, which needs no help.
 */
export function pastedInto(line: string, text: string, [start, end]: readonly [number, number]): string[] | undefined {
  const several = text.split(/\r?\n/);
  if (several.length < 2) return undefined;
  const pasted = several.map((one) => one.replace(MARK, "").trim()).filter((one) => one !== "");
  if (pasted.length === 0) return undefined;
  const first = line.slice(0, start) + pasted[0];
  return [first, ...pasted.slice(1)].map((one, n) => (n === pasted.length - 1 ? one + line.slice(end) : one));
}
