/**
 * The quasigroup of order 10 given by H. Michael Damm ("Total anti-symmetrische Quasigruppen", Marburg 2004).
 * A digit chosen with it reveals every single wrong digit and every swap of two neighbours.
 */
const DAMM = [
  [0, 3, 1, 7, 5, 9, 8, 6, 4, 2],
  [7, 0, 9, 2, 1, 5, 4, 8, 6, 3],
  [4, 2, 0, 6, 8, 7, 1, 3, 5, 9],
  [1, 7, 5, 0, 9, 8, 3, 4, 2, 6],
  [6, 1, 2, 3, 0, 4, 5, 9, 7, 8],
  [3, 6, 7, 4, 2, 0, 9, 5, 8, 1],
  [5, 8, 6, 9, 7, 2, 0, 1, 3, 4],
  [8, 9, 4, 5, 3, 6, 2, 0, 1, 7],
  [9, 4, 3, 8, 6, 1, 7, 2, 0, 5],
  [2, 5, 8, 1, 4, 3, 6, 7, 9, 0],
];

/** "KR" counts as this digit; it makes the number shown in every text and document, KR-2026-000123-7, a right one. */
const PREFIX = "5";

function checkDigit(digits: string): number {
  return [...PREFIX, ...digits].reduce((sum, digit) => DAMM[sum]?.[Number(digit)] ?? 0, 0);
}

/** The number residents get: `KR-2026-000123-7`; the last digit checks the others. */
export function formatNumber(year: number, n: number): string {
  const counter = String(n).padStart(6, "0");
  return `KR-${year}-${counter}-${checkDigit(`${year}${counter}`)}`;
}

/**
 * The number in its proper form, or undefined when the text is not a number or a digit is wrong.
 * Case, spaces, dashes and leading zeros do not matter, nor does a "KR" left out or typed in Cyrillic.
 */
export function parseNumber(text: string): string | undefined {
  const said = text.normalize("NFKC").replace(/[\s\p{Pd}_./#]+/gu, "");
  const found = /^(?:[KК][RР])?(20\d\d)(\d{1,9})(\d)$/iu.exec(said);
  if (!found) return undefined;
  const [, year, counter, check] = found;
  const number = formatNumber(Number(year), Number(counter));
  return number.endsWith(`-${check}`) ? number : undefined;
}
