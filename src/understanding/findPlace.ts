import { tidy } from "../conversation/fold";
import { afterCapitals, afterKind, afterName, afterNumber, is, type Token, tokensOf } from "./placeTokens";
import { street } from "./streetAt";

/** The place a text speaks of, in the resident's own words with the preposition ("na Długiej 12"); undefined if none. */
export function findPlace(text: string): string | undefined {
  const tidied = tidy(text);
  const tokens = tokensOf(tidied);
  for (let at = 0; at < tokens.length; at++) {
    let end = placeAt(tokens, at);
    if (end === at) continue;
    // "naprzeciwko Biedronki na Czarnowiejskiej" is one place.
    for (let next = placeAfter(tokens, end); next > end; next = placeAfter(tokens, end)) end = next;
    return tidied.slice(tokens[at]?.start, tokens[end - 1]?.end);
  }
  return undefined;
}

function placeAfter(tokens: Token[], end: number): number {
  const next = tokens[end]?.folded === "," ? end + 1 : end;
  const found = placeAt(tokens, next);
  return found > next ? found : end;
}

/** Where the place that begins at this token ends; the token itself when none begins here. */
function placeAt(tokens: Token[], at: number, deep = 0): number {
  const core = is(tokens, at, "preposition") ? at + 1 : at;
  const preposition = core > at;
  const near = /^(?:poblizu|okolic[ye]|okolicach|rejonie|sasiedztwie)$/.test(tokens[core]?.folded ?? "");
  const next = near || (preposition && is(tokens, core, "whole")) ? core + 1 : core;
  for (const read of [crossing, typed, named, landmark, area, beside, street]) {
    const end = read(tokens, next, preposition, deep);
    if (end > next) return end;
  }
  return at;
}

/** "skrzyżowanie Dietla i Starowiślnej" */
function crossing(tokens: Token[], at: number): number {
  if (!is(tokens, at, "crossing")) return at;
  const first = afterName(tokens, afterKind(tokens, tokens[at + 1]?.folded === "of" ? at + 2 : at + 1));
  if (!is(tokens, first, "link")) return at;
  const from = afterKind(tokens, first + 1);
  const second = afterName(tokens, from);
  return second > from ? second : at;
}

/** "ul. Karmelicka 5/7", "rondzie Mogilskim" */
function typed(tokens: Token[], at: number): number {
  if (!is(tokens, at, "kind")) return at;
  const end = afterName(tokens, at + 1);
  return end > at + 1 ? afterNumber(tokens, end) : at;
}

/** "Kładka Bernatka", "lesie wolskim" */
function named(tokens: Token[], at: number, preposition: boolean): number {
  const name = tokens[at + 1];
  if (!is(tokens, at, "named") || !name || name.upper) return at;
  const end = afterCapitals(tokens, at + 1);
  if (end > at + 1) return afterNumber(tokens, end);
  const adjective = /..[sc]k(?:im|iego|iej|a)$/.test(name.folded) && !is(tokens, at + 1, "noStreet");
  return preposition && adjective ? at + 2 : at;
}

/** "parkingu" before "pod Tauron Areną", "wylocie Bronowickiej" */
function beside(tokens: Token[], at: number, preposition: boolean, deep: number): number {
  if (!preposition || deep > 2 || !is(tokens, at, "beside")) return at;
  const end = afterCapitals(tokens, at + 1);
  if (end > at + 1) return afterNumber(tokens, end);
  const owner = named(tokens, at + 1, true);
  if (owner > at + 1) return owner;
  const next = is(tokens, at + 1, "landmarkAfter") ? at + 2 : at + 1;
  return is(tokens, next, "preposition") && placeAt(tokens, next, deep + 1) > next ? next : at;
}

/** "Biedronki", "szkoły nr 5", "kościoła św. Anny" — only after a preposition. */
function landmark(tokens: Token[], at: number, preposition: boolean): number {
  if (!preposition || !is(tokens, at, "landmark")) return at;
  const described = /^(?:nr|numer)$/.test(tokens[at + 2]?.folded ?? "") || is(tokens, at + 1, "landmarkAfter");
  return afterNumber(tokens, afterCapitals(tokens, described ? at + 2 : at + 1));
}

/** "w Nowej Hucie", "na Ruczaju" */
function area(tokens: Token[], at: number, preposition: boolean): number {
  if (!preposition) return at;
  const name = is(tokens, at, "areaBefore") && is(tokens, at + 1, "area") ? at + 1 : at;
  if (!is(tokens, name, "area")) return at;
  return is(tokens, name + 1, "areaAfter") ? name + 2 : name + 1;
}
