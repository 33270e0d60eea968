import { fold, tidy } from "../conversation/fold";
import { letterOf } from "./whenWords";

type Piece = { letter: string; start: number; end: number };

// The text is folded: its letters are these.
const PIECE =
  /\d[a-zа-я\d]{0,12}(?:[.:/\u2010-\u2013-]\d[a-zа-я\d]{0,12}|-[a-z]{1,5}){0,6}|(?:godz|ok|pon|wt|sr|czw|pt|sob|niedz|tyg|mies|min|g)\.|[a-zа-я]+(?:['’ʼ][a-zа-я]+)?|[^\s]/g;
const MOST_PIECES = 400;

// A sentence's shape has one letter for each word (see whenWords.ts); these are the shapes of what says when.
const CLOCK = "g?(?:[TtHe]|n(?!c|[UyNnY])p?|R(?!c))";
const DAY = "(?:[Ee](?!c)y?|(?:[nNORV]|s[nNO]d[nNO]|f?[nNO]i[nNO])M(?:Yy?)?|M[nNO](?![nNc]))";
const COUNT = "&?a?q?(?:N&?|[nLR]|N&N|O)?";
const HOUR = `(?:${CLOCK}|V{1,2}(?!c))`;
const shapes = [
  "d(?:[nN]|U)O(?!U)",
  `[wfbidsou]?U?${DAY}`,
  `[fbiw]q?M(?:Yy?)?|fYy?`,
  "[wfbidsk]?[qlO]{0,2}D",
  "[wfbidrsoka][ql]{0,2}P|(?<![wfbidrsok])qP|v?[fb]q?Z",
  "[fids]?l?m",
  `[fdb]j?${COUNT}(?:U|y(?!c))|w?k[nNLO]?[UPDy]|fU|wqj?[nNL]?[Uy]|wU|(?<=j)(?:[nNLO]?U|[nN]y)|[wfd]?q[nNL]?U`,
  `a?q?(?:N&?|[nLR])?[UyDP]A`,
  "[wd]?[Ug]J|OU|[wfbidr]?h(?:M(?:Yy?)?|q?[UyD])",
  `(?:[oa]a?|v?ba?)${HOUR}|f${HOUR}i${HOUR}|B${HOUR}&${HOUR}|[wf]?[gU][THtR]|[gf]?gn(?!c)|w?UR|[fi]?T|[fi]n(?=m|[rw]P)|np|w?H`,
];
// Clear only beside something that says when: "codziennie od 22".
const beside = `(?:[fi]${HOUR}|[tR]|i?(?:V)|U[nt])`;
const WHEN = new RegExp(`(?:${shapes.join("|")})(?:[,&-]?(?:${shapes.join("|")}|${beside})){0,5}`);

/** The words of a text that say when, as said ("wczoraj około 18"); undefined if none. */
export function findWhen(text: string, folded = fold(text)): string | undefined {
  const tidied = tidy(text);
  const pieces = piecesOf(tidied, folded);
  const found = WHEN.exec(pieces.map(({ letter }) => letter).join(""));
  if (!found) return undefined;
  return tidied.slice(pieces[found.index]?.start, pieces[found.index + found[0].length - 1]?.end);
}

function piecesOf(text: string, folded: string): Piece[] {
  const pieces: Piece[] = [];
  for (const { 0: word, index } of folded.matchAll(PIECE)) {
    pieces.push({ letter: letterIn(text, word, index, pieces.at(-1)), start: index, end: index + word.length });
    if (pieces.length === MOST_PIECES) break;
  }
  return pieces;
}

function letterIn(text: string, word: string, index: number, before: Piece | undefined): string {
  if (word === "," || word === "-") return word;
  // "mają" (they have) folds like "maja" (of May), "zimą" (in winter) like "zima".
  const nasal = text.charAt(index + 3) === "ą";
  if (word === "maja" && nasal) return "x";
  if (word === "zima") return nasal ? "m" : "x";
  const plain = word
    .replace(/\.$/, "")
    .replace(/[’ʼ]/g, "'")
    .replace(/[\u2010-\u2013]/g, "-");
  return letterOf(plain, before !== undefined && /[nNLRteVTH]/.test(before.letter));
}
