import type { Article } from "../article";
import { missing } from "./differences";
import { numbersIn, numbersInLetters } from "./numbers";
import { type Part, partsOf } from "./versions";

/** What a part of the Polish article tells in digits and no quote from its sources holds, as it is written. */
export type Unquoted = { part: Part["part"]; said: string[] };

/** Where an article tells numbers, days or amounts that its sources, as far as they are quoted, do not. */
export function unquotedIn(article: Article, quotes: string[]): Unquoted[] {
  const text = quotes.join("\n");
  const quoted = new Set([...numbersIn(text).flatMap(({ keys }) => keys), ...numbersInLetters(text, "pl")]);
  return partsOf(article).flatMap(({ part, text }) => {
    const said = missing(numbersIn(text), quoted);
    return said.length > 0 ? [{ part, said }] : [];
  });
}
