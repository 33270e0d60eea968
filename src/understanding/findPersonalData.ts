import { DIGITS, personalNumbers } from "./digitRuns";
import { EMAIL } from "./findContacts";
import { PLATE } from "./findPlates";
import { FOREIGN_ACCOUNT, ID_CARD } from "./maskPersonalData";
import { isBankAccount, isIdCard, isPlate } from "./personalNumbers";

/** Where in a text something looks personal; `to` is the position after it. */
export type PersonalData = {
  from: number;
  to: number;
  kind: "email" | "account" | "idCard" | "pesel" | "phone" | "plate" | "name" | "address";
};

type Finder = { kind: PersonalData["kind"]; pattern: RegExp; holds?(found: string): boolean };

const NAME = "\\p{Lu}[\\p{Ll}'’]{1,30}(?:-\\p{Lu}\\p{Ll}{1,30})?";
const BEFORE_NAMES = [
  "[Pp]an(?:a|u|em|ie|i|ią|ią)?|[Pp]aństw(?:o|a|u|em)",
  "[Nn]azywam się|[Mm]am na imię|[Ii]mię i nazwisko:?|[Ss]ąsiad(?:a|em|ka|ki|kę|ką)?",
  "Mr\\.?|Mrs\\.?|Ms\\.?|[Mm]y name is",
  "[Пп]ан(?:а|у|ом|і|ові)?|[Пп]ані|[Мм]ене звати",
].join("|");

/** In this order; what one has found no later one looks at. Quantifiers are bounded, as in `maskPersonalData.ts`. */
const finders: Finder[] = [
  { kind: "email", pattern: EMAIL },
  { kind: "account", pattern: FOREIGN_ACCOUNT, holds: isBankAccount },
  { kind: "idCard", pattern: ID_CARD, holds: isIdCard },
];
const laterFinders: Finder[] = [
  { kind: "plate", pattern: PLATE, holds: isPlate },
  // Only who is called so: words in capitals alone are streets, shops and institutions as well.
  { kind: "name", pattern: new RegExp(`(?<=(?<!\\p{L})(?:${BEFORE_NAMES})\\s{1,3})${NAME}(?:\\s${NAME}){0,2}`, "gu") },
  // A house is where something is broken; a flat is where somebody lives.
  {
    kind: "address",
    pattern:
      /(?<!\p{L})\p{Lu}\p{Ll}{1,30} \d{1,4}[A-Za-z]?(?: ?\/ ?| ?m\.? ?| ?lok\.? ?|,? mieszkani[ea] )\d{1,4}(?![\p{L}\p{N}])/gu,
  },
];

/** What in a text looks like somebody's data, in order, for a person to look at; the text itself stays as it is. */
export function findPersonalData(text: string): PersonalData[] {
  const found: PersonalData[] = [];
  let rest = text;
  // Covered with a sign no pattern knows, as long as what it covers.
  const take = (from: number, to: number, kind: PersonalData["kind"]): void => {
    found.push({ from, to, kind });
    rest = rest.slice(0, from) + "\0".repeat(to - from) + rest.slice(to);
  };
  const look = ({ kind, pattern, holds = () => true }: Finder): void => {
    for (const { 0: one, index } of rest.matchAll(pattern)) if (holds(one)) take(index, index + one.length, kind);
  };
  finders.forEach(look);
  for (const { 0: run, index } of rest.matchAll(DIGITS))
    for (const { start, end, kind } of personalNumbers(run)) take(index + start, index + end, kind);
  laterFinders.forEach(look);
  return found.sort((a, b) => a.from - b.from);
}
