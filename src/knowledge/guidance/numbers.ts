import type { Language } from "../../conversation/language";
import { withoutLinks } from "./prose";

/**
 * A number, a day or an amount as written; one of `keys` is the same for "1 000,00 zł", "1000" and "PLN 1,000". "1.09"
 * has two: it may be the first of September.
 */
export type Told = { keys: string[]; said: string };

const months = [
  "styczeń stycznia styczniu january jan січень січня",
  "luty lutego lutym february feb лютий лютого",
  "marzec marca marcu march mar березень березня",
  "kwiecień kwietnia kwietniu april apr квітень квітня",
  "maj maja maju may травень травня",
  "czerwiec czerwca czerwcu june jun червень червня",
  "lipiec lipca lipcu july jul липень липня",
  "sierpień sierpnia sierpniu august aug серпень серпня",
  "wrzesień września wrześniu september sept sep вересень вересня",
  "październik października październiku october oct жовтень жовтня",
  "listopad listopada listopadzie november nov листопад листопада",
  "grudzień grudnia grudniu december dec грудень грудня",
].map((forms) => forms.split(" "));
const MONTH = `(?:${months.flat().join("|")})(?!\\p{L})`;
const monthOf = (word: string) => 1 + months.findIndex((forms) => forms.includes(word.toLowerCase()));
const dayKey = (day: string, month: string | number) => `${Number(day)}/${Number(month)}`;
const SPACE = "[ \\u00a0]";
const MONEY = `(?:zł|złot\\p{L}*|PLN|zlot\\p{L}*|злот\\p{L}*|EUR|euro|€|грош\\p{L}*|gr(?!\\p{L}))`;

/** `keys`: of each thing told, with all it may stand for. */
type Shape = { pattern: string; keys(found: string[]): string[][] };

/** How numbers are written, the most exact first; each place in the text is read once. */
const shapes: Shape[] = [
  { pattern: "(\\d{4})-(\\d\\d)-(\\d\\d)", keys: ([y = "", m = "", d = ""]) => [[dayKey(d, m)], [y]] },
  { pattern: "(\\d{1,2})\\.(\\d{1,2})\\.(\\d{4})", keys: ([d = "", m = "", y = ""]) => [[dayKey(d, m)], [y]] },
  {
    pattern: `(\\d{1,2})(?:st|nd|rd|th)?\\.?${SPACE}(?:of${SPACE})?(${MONTH})`,
    keys: ([d = "", m = ""]) => [[dayKey(d, monthOf(m))]],
  },
  {
    pattern: `(${MONTH})${SPACE}(\\d{1,2})(?!\\d)(?:st|nd|rd|th)?`,
    keys: ([m = "", d = ""]) => [[dayKey(d, monthOf(m))]],
  },
  {
    pattern: `(\\d{1,2})(?:[:.](\\d\\d))?${SPACE}?([ap])(?:m(?!\\p{L})|\\.m\\.)`,
    keys: ([h = "", min = "00", half]) => [
      [decimal(String((Number(h) % 12) + (half?.toLowerCase() === "p" ? 12 : 0)), min)],
    ],
  },
  {
    pattern: `(\\d{1,3}(?:,\\d{3})+)(?:\\.(\\d\\d))?(?!\\d)`,
    keys: ([whole = "", rest = ""]) => [[decimal(whole, rest)]],
  },
  {
    pattern: `(\\d{1,3}(?:${SPACE}\\d{2,3})+)(?:,(\\d\\d))?(?!\\d)`,
    keys: ([whole = "", rest = ""]) => [[decimal(whole, rest)]],
  },
  {
    pattern: `(\\d{1,2})\\.(0[1-9]|1[0-2])(?!\\d|\\.\\d|${SPACE}?${MONEY})`,
    keys: ([d = "", m = ""]) => [[dayKey(d, m), decimal(d, m)]],
  },
  { pattern: "(\\d+)[.,:](\\d{1,2})(?!\\d)", keys: ([whole = "", rest = ""]) => [[decimal(whole, rest)]] },
  { pattern: "(\\d+)", keys: ([whole = ""]) => [[decimal(whole, "")]] },
];

/** "8:00", "8.00" and "8" are one; "12,5" and "12.50" are another. */
function decimal(whole: string, rest: string): string {
  const digits = whole.replace(/\D/g, "").replace(/^0+(?=\d)/, "");
  const part = rest.replace(/0+$/, "");
  return part === "" ? digits : `${digits}.${part}`;
}

const ALL = new RegExp(shapes.map(({ pattern }, i) => `(?<s${i}>(?<![\\p{L}\\d])${pattern})`).join("|"), "giu");
const whole = shapes.map(({ pattern }) => new RegExp(`^${pattern}$`, "iu"));

/** Everything told in digits, in the order it stands; money is shown with its unit. */
export function numbersIn(text: string): Told[] {
  const plain = withoutLinks(text).replace(/\S+@\S+/g, " ");
  return [...plain.matchAll(ALL)].flatMap((match) => {
    const shape = shapes.findIndex((_, i) => match.groups?.[`s${i}`] !== undefined);
    const found = whole[shape]?.exec(match[0])?.slice(1) ?? [];
    const said = withUnit(match[0], plain, match.index);
    return (shapes[shape]?.keys(found) ?? []).map((keys) => ({ keys, said }));
  });
}

function withUnit(said: string, text: string, at: number): string {
  const before = new RegExp(`${MONEY}${SPACE}?$`, "iu").exec(text.slice(Math.max(0, at - 6), at))?.[0] ?? "";
  const after = new RegExp(`^${SPACE}?${MONEY}`, "iu").exec(text.slice(at + said.length, at + said.length + 12))?.[0];
  return `${before}${said}${after ?? ""}`;
}

const written: Record<Language, [value: number, forms: string][]> = {
  pl: [
    [1, "jeden jedna jedno jednego jednej jednym jedną"],
    [2, "dwa dwie dwóch dwu dwoje dwoma"],
    [3, "trzy trzech troje trzema"],
    [4, "cztery czterech czworo"],
    [5, "pięć pięciu pięcioro"],
    [6, "sześć sześciu"],
    [7, "siedem siedmiu"],
    [8, "osiem ośmiu"],
    [9, "dziewięć dziewięciu"],
    [10, "dziesięć dziesięciu"],
    [12, "dwanaście dwunastu"],
  ],
  en: [
    [1, "one once"],
    [2, "two both twice"],
    [3, "three"],
    [4, "four"],
    [5, "five"],
    [6, "six"],
    [7, "seven"],
    [8, "eight"],
    [9, "nine"],
    [10, "ten"],
    [12, "twelve"],
  ],
  uk: [
    [1, "один одна одне одного одну одній"],
    [2, "два дві двох двоє"],
    [3, "три трьох троє"],
    [4, "чотири чотирьох"],
    [5, "п'ять п'яти"],
    [6, "шість шести"],
    [7, "сім семи"],
    [8, "вісім восьми"],
    [9, "дев'ять дев'яти"],
    [10, "десять десяти"],
    [12, "дванадцять дванадцяти"],
  ],
};

/** Small numbers told in letters: what one version writes "2" the other may write "two". */
export function numbersInLetters(text: string, language: Language): Set<string> {
  const words = new Set(
    text
      .toLowerCase()
      .replaceAll("’", "'")
      .match(/[\p{L}']+/gu) ?? [],
  );
  const there = written[language].filter(([, forms]) => forms.split(" ").some((form) => words.has(form)));
  return new Set(there.map(([value]) => String(value)));
}
