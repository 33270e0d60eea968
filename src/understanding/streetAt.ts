import { afterCapitals, afterNumber, is, type Token } from "./placeTokens";
import { isWord } from "./placeWords";
import { letterOf } from "./whenWords";

// "Długiej", "karmelicka", "Wielickiego": a street named by an adjective.
const STREET_ENDING = /(?:..ej|.[sc]ka|.[sc]kiego|..[sc]kim|.owa|..nej)$/;
const NOMINATIVE = /\p{L}{3}[sc]ka$/u;

/** Where the street that begins at this token ends ("na Długiej 12", "Długa 12"); the token itself when none begins here. */
export function street(tokens: Token[], at: number, preposition: boolean): number {
  const token = tokens[at];
  if (!token || token.number || isOther(tokens, at)) return at;
  const adjective = STREET_ENDING.test(token.folded);
  if (!token.capital && !adjective) return at;
  const named = token.capital ? afterCapitals(tokens, at + 1) : at + 1;
  const numbered = afterNumber(tokens, named);
  if (numbered > named) return preposition || isAddress(tokens, at, numbered) ? numbered : at;
  if (!preposition) return bare(tokens, at);
  if (!adjective) return token.capital && followsStreetPreposition(tokens, at) ? named : at;
  return token.capital || standsAlone(tokens[at + 1]) ? named : at;
}

/** "Długa 12" without a preposition; "Kod 404 wyskakuje" only opens a sentence. */
function isAddress(tokens: Token[], at: number, end: number): boolean {
  const token = tokens[at];
  if (tokens.length < 5) return true;
  if (!token?.capital) return false;
  return STREET_ENDING.test(token.folded) || !opensSentence(tokens, at) || isSign(tokens[end]);
}

/** A street's name alone between signs, or two of them: "dziura, Opolska, przy sklepie", "Wrocławska / Mazowiecka". */
function bare(tokens: Token[], at: number): number {
  if (!isName(tokens[at]) || (at > 0 && !isSign(tokens[at - 1]))) return at;
  if (tokens[at + 1]?.folded === "/" && isName(tokens[at + 2])) return at + 3;
  return tokens.length > 1 && isSign(tokens[at + 1]) ? at + 1 : at;
}

function isName(token: Token | undefined): boolean {
  return token?.capital === true && !token.upper && NOMINATIVE.test(token.folded) && !isWord("noStreet", token.folded);
}

function isSign(token: Token | undefined): boolean {
  return !token || !/[\p{L}\p{N}]/u.test(token.folded);
}

/** A day, a month, an abbreviation or an address on the net, but no street. */
function isOther(tokens: Token[], at: number): boolean {
  const token = tokens[at];
  if (!token || token.upper || is(tokens, at, "noStreet")) return true;
  return /[DM]/.test(letterOf(token.folded, false)) || tokens[at + 1]?.folded === "@";
}

function opensSentence(tokens: Token[], at: number): boolean {
  return at === 0 || /^[!?:;]$/.test(tokens[at - 1]?.folded ?? "");
}

/** After these a capital letter is most likely a street: "na Dietla". After "w" or "z" it may be a town or a person. */
function followsStreetPreposition(tokens: Token[], at: number): boolean {
  const token = tokens[is(tokens, at - 1, "whole") ? at - 2 : at - 1];
  return /^(?:na|przy|on|nad|pod|kolo|obok|za|wzdluz|naprzeciwko|near|at)$/.test(token?.folded ?? "");
}

function standsAlone(next: Token | undefined): boolean {
  return !next || !/\p{L}/u.test(next.folded) || isWord("after", next.folded);
}
