import { fold, tidy } from "../conversation/fold";
import { WORD, wordsOf } from "../conversation/words";

const NEGATIONS = new Set(["nie", "not", "не", "no"]);

/** What is left of the text after its first words, without the punctuation between. */
export function afterWords(text: string, count: number): string {
  const tidied = tidy(text);
  const next = [...fold(tidied).matchAll(WORD)][count];
  return next ? tidied.slice(next.index).trim() : "";
}

type Pattern = { word: string; open: boolean }[];

/** Patterns come from editors' files, a few thousand in all; each is taken apart once. */
const parsed = new Map<string, Pattern>();

function parsePattern(pattern: string): Pattern {
  const known = parsed.get(pattern);
  if (known) return known;
  const pieces = pattern.split(/\s+/).flatMap((piece) => {
    const words = wordsOf(piece);
    return words.map((word, i) => ({ word, open: piece.endsWith("*") && i === words.length - 1 }));
  });
  parsed.set(pattern, pieces);
  return pieces;
}

function standsAt(words: string[], at: number, pattern: Pattern): boolean {
  return pattern.every(({ word, open }, i) => {
    const said = words[at + i];
    return said !== undefined && (open ? said.startsWith(word) : said === word);
  });
}

/** How many words from the beginning of `words` the pattern covers; 0 when it does not stand there. */
export function coveredAtStart(words: string[], pattern: string): number {
  const pieces = parsePattern(pattern);
  return pieces.length > 0 && standsAt(words, 0, pieces) ? pieces.length : 0;
}

/** Where in `words` the pattern stands first and how many words it covers; a "nie" right before it undoes it. */
export function findPattern(words: string[], pattern: string): { at: number; length: number } | undefined {
  const pieces = parsePattern(pattern);
  if (pieces.length === 0) return undefined;
  const negates = NEGATIONS.has(pieces[0]?.word ?? "");
  const at = words.findIndex((_, i) => {
    const undone = !negates && NEGATIONS.has(words[i - 1] ?? "");
    return !undone && standsAt(words, i, pieces);
  });
  return at === -1 ? undefined : { at, length: pieces.length };
}

/** Length in letters of the longest of the patterns found in the words; 0 when none is. */
export function longestFound(words: string[], patterns: string[]): number {
  return Math.max(0, ...patterns.filter((pattern) => findPattern(words, pattern)).map((pattern) => pattern.length));
}
