import type { Token } from "./tokens";
import { counted, flatWords, numberWords } from "./words";

/** A house number with what follows it: "8a/3", "12 m 4", "blok 7". */
export type HouseNumber = { number: string; flat?: string; end: number };

const NUMBER = /^[1-9]\d{0,2}[a-z]?$/;

/** The house number that begins at this token; undefined when none does, or when it counts something. */
export function numberAt(tokens: Token[], at: number): HouseNumber | undefined {
  let from = tokens[at]?.folded === "," ? at + 1 : at;
  if (numberWords.has(tokens[from]?.folded ?? "")) from++;
  const number = tokens[from]?.folded;
  if (number === undefined || !NUMBER.test(number)) return undefined;
  const next = tokens[from + 1]?.folded ?? "";
  const flat = flatAt(tokens, from + 1);
  if (flat) return { number, ...flat };
  if (counted.has(next) || (from > at && tokens[at]?.folded === "," && from === at + 1 && /^\d/.test(next)))
    return undefined;
  // "8 a" at the end of what is said is "8a".
  const letter = /^[a-h]$/.test(next) && !/[a-z\d]/.test(tokens[from + 2]?.folded ?? "");
  return letter && /\d$/.test(number) ? { number: number + next, end: from + 2 } : { number, end: from + 1 };
}

function flatAt(tokens: Token[], at: number): { flat: string; end: number } | undefined {
  const sign = tokens[at]?.folded ?? "";
  const flat = tokens[at + 1]?.folded;
  const leads = sign === "/" || sign === "\\" || flatWords.has(sign);
  return leads && flat !== undefined && NUMBER.test(flat) ? { flat, end: at + 2 } : undefined;
}
