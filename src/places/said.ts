import { tidy } from "../conversation/fold";
import type { Stop } from "./atlas";
import type { Mention } from "./mentions";
import type { Names } from "./names";
import { numberAt } from "./numbers";
import type { Token } from "./tokens";
import { prepositions, stopSorts } from "./words";

const LONGEST_NAME = 4;

/** "przystanek Teatr Bagatela": a stop of the list, or one named by what follows with capital letters. */
export function stopMention(tokens: Token[], at: number, text: string, stops: Names<Stop>): Mention | undefined {
  let from = at + 1;
  while (stopSorts.has(tokens[from]?.folded ?? "")) from++;
  const heard = stops.heardAt(tokens, from);
  const [known] = heard?.values ?? [];
  if (heard && known) return { is: "stop", stop: known.name, known, start: at, end: heard.end, score: heard.score };
  const end = afterCapitals(tokens, from);
  return end > from
    ? { is: "stop", stop: wordsBetween(tokens, text, from, end), start: at, end, score: 0.4 }
    : undefined;
}

/** "ul. Nieznana 5": a street that is on no list, named by what stands after "ulica". */
export function unknownStreet(tokens: Token[], at: number, text: string): Mention | undefined {
  const named = afterCapitals(tokens, at + 1);
  const end = named > at + 1 ? named : beforeNumber(tokens, at + 1);
  if (end === at + 1) return undefined;
  const { number, flat, end: after } = numberAt(tokens, end) ?? { end };
  const street = wordsBetween(tokens, text, at, end);
  return {
    is: "unlisted",
    street,
    start: at,
    end: after,
    score: number === undefined ? 0.3 : 0.4,
    ...(number === undefined ? {} : { number }),
    ...(flat === undefined ? {} : { flat }),
  };
}

function afterCapitals(tokens: Token[], at: number): number {
  let end = at;
  while (tokens[end]?.capital && end - at < LONGEST_NAME) end++;
  return end;
}

/** One to three words in small letters that a number ends: "ul. jakas tam 5". */
function beforeNumber(tokens: Token[], at: number): number {
  for (let end = at + 1; end <= at + 3; end++) {
    const word = tokens[end - 1]?.folded ?? "";
    if (!/^[a-z]{3,}$/.test(word) || prepositions.has(word)) return at;
    if (numberAt(tokens, end)) return end;
  }
  return at;
}

/** A text's own words between two tokens. */
export function wordsBetween(tokens: Token[], text: string, from: number, end: number): string {
  return tidy(text).slice(tokens[from]?.start, tokens[end - 1]?.end);
}
