import { replaceCodes } from "../conversation/continuation";
import { DIGITS, personalNumbers } from "./digitRuns";
import { EMAIL } from "./findContacts";
import { PLATE } from "./findPlates";
import { isBankAccount, isIdCard, isPlate } from "./personalNumbers";

/** What stands in the text instead of the personal data. */
const marks = {
  email: "[e-mail]",
  pesel: "[PESEL]",
  phone: "[telefon]",
  account: "[rachunek]",
  idCard: "[dowód]",
  plate: "[tablica]",
  code: "[kod]",
};

// Every quantifier is bounded and starts at a word's edge, so a hostile text costs no more than its length.

export const FOREIGN_ACCOUNT =
  /(?<![\p{L}\p{N}])\p{Lu}{2}\d{2}(?: ?[A-Z0-9]{4}){3,7}(?: ?[A-Z0-9]{1,3})?(?![\p{L}\p{N}])/gu;
export const ID_CARD = /(?<![\p{L}\p{N}])[A-Za-z]{3}[ -]?\d{6}(?![\p{L}\p{N}])/gu;

/** The text with personal data replaced; the only form that may be logged or recorded. */
export function maskPersonalData(text: string): string {
  return replaceCodes(text, () => marks.code)
    .replace(EMAIL, marks.email)
    .replace(FOREIGN_ACCOUNT, (found) => (isBankAccount(found) ? marks.account : found))
    .replace(ID_CARD, (found) => (isIdCard(found) ? marks.idCard : found))
    .replace(DIGITS, maskNumbers)
    .replace(PLATE, (found) => (isPlate(found) ? marks.plate : found));
}

/** A run of digits may hold a house number, a phone and more: replaces what is personal among its groups. */
function maskNumbers(run: string): string {
  let masked = "";
  let from = 0;
  for (const { start, end, kind } of personalNumbers(run)) {
    // A plus sign, brackets and the country belong to the number they open.
    masked += run.slice(from, start).replace(/(?:[+(]+|\+?PL) ?$/i, "") + marks[kind];
    from = end;
  }
  return masked + (from > 0 ? run.slice(from).replace(/^\)/, "") : run);
}

const MARKS = new RegExp(
  Object.values(marks)
    .map((mark) => mark.replace(/[[\]]/g, "\\$&"))
    .join("|"),
  "g",
);

/** A masked text without the marks: what is left to be understood. */
export function withoutMarks(masked: string): string {
  return masked.replace(MARKS, " ");
}
