/** Small letters without diacritics, to compare what is typed with what is written. */
export const folded = (text: string): string =>
  text.toLowerCase().replaceAll("ł", "l").normalize("NFD").replace(/\p{M}/gu, "");

/** Whether every typed word begins some word of the text. */
export function fitsTyped(typed: string, text: string): boolean {
  const known = folded(text).split(/[^\p{L}\p{N}]+/u);
  const wanted = folded(typed)
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean);
  return wanted.every((word) => known.some((one) => one.startsWith(word)));
}
