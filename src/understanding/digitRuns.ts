import { isBankAccount, isPesel } from "./personalNumbers";

/** Digits with what people put between them. Bounded, so a hostile text costs no more than its length. */
export const DIGITS =
  /(?<![\p{L}\p{N}/-]|(?<!\p{L})\.|regon:? )\(?\+? ?(?:PL ?)?\d[\d \-.()]{6,48}\d(?![\p{L}\p{N}])/giu;

/** Where in a run of digits something personal stands. */
export type PersonalNumber = { start: number; end: number; kind: "pesel" | "phone" | "account" };

type Group = { digits: string; start: number; end: number };

/** Finds accounts, PESEL numbers and phones in a run that may hold a house number or a date as well. */
export function personalNumbers(run: string): PersonalNumber[] {
  const groups = [...run.matchAll(/\d+/g)].map((match): Group => {
    return { digits: match[0], start: match.index, end: match.index + match[0].length };
  });
  const found: PersonalNumber[] = [];
  for (let first = 0; first < groups.length; ) {
    const personal = personalFrom(groups, first);
    if (personal) found.push(personal.number);
    first = personal ? personal.next : first + 1;
  }
  return found;
}

function personalFrom(groups: Group[], first: number): { number: PersonalNumber; next: number } | undefined {
  let digits = "";
  let shape = "";
  for (let next = first; next < groups.length && digits.length <= 26; next++) {
    const group = groups[next];
    if (!group) return undefined;
    if (next === first && isCountry(group, groups.slice(next + 1))) return undefined;
    digits += group.digits;
    shape += group.digits.length;
    const kind = kindOf(digits, shape);
    const start = groups[first]?.start ?? 0;
    if (kind) return { number: { start, end: group.end, kind }, next: next + 1 };
  }
  return undefined;
}

/** "+380" before a number of its own: a phone of Ukraine, whose code must not be taken for its first digits. */
function isCountry({ digits }: Group, after: Group[]): boolean {
  return /^(?:00)?380$/.test(digits) && after.reduce((sum, group) => sum + group.digits.length, 0) >= 9;
}

function kindOf(digits: string, shape: string): PersonalNumber["kind"] | undefined {
  if (digits.length === 26 && isBankAccount(digits)) return "account";
  if (isPesel(digits)) return "pesel";
  return isPhone(digits, shape) ? "phone" : undefined;
}

/** How people group the nine digits of a phone; 11 to 14 have the country's 48 or 380 written without a space. */
const PHONE_SHAPES = [
  "9",
  "333",
  "2322",
  "27",
  "36",
  "3222",
  "63",
  "2223",
  "234",
  "243",
  "12222",
  "1233",
  "11",
  "12",
  "13",
  "14",
];

// The city's own lines are no one's personal data, and records are read to see whether they were given out.
const CITY_LINE = /^12616/;

function isPhone(digits: string, shape: string): boolean {
  const abroad = /^(?:00)?(?:48|380)(?=\d{9}$)/.exec(digits)?.[0].length ?? 0;
  const own = digits.slice(abroad);
  if (own.length !== 9 || own.startsWith("0") || CITY_LINE.test(own)) return false;
  return PHONE_SHAPES.includes(abroad > 0 ? shape.replace(/^[24](?=.)/, "") : shape);
}
