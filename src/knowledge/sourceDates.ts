/**
 * The dates in an editor's note about an article's sources, oldest first, without the remarks:
 * "2020-05 (godziny), 2023-06 (e-wniosek)" is 2020-05 and 2023-06, "unknown (po 2022)" is nothing.
 */
export function sourceDates(note: string): string[] {
  if (note.startsWith("unknown")) return [];
  return [...new Set(note.match(/\b20\d\d(?:-(?:0[1-9]|1[0-2])(?:-\d\d)?)?\b/g) ?? [])].sort();
}
