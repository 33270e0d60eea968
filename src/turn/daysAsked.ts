import { fold } from "../conversation/fold";
import { addDays, easterSunday } from "../conversation/holidays";
import { type Weekday, weekdayOf } from "../conversation/openingHours";
import { anyWord } from "./anyWord";

/** The days (YYYY-MM-DD) a folded text names, whether it speaks of now or today, and what is left of it. */
export type DaysAsked = { days: string[]; now: boolean; rest: string };

const NOW = anyWord(
  "teraz aktualnie obecnie dziś dzisiaj now today currently tonight зараз тепер сьогодні сегодня сейчас",
);

const weekdayWords: Record<Weekday, RegExp> = {
  monday: anyWord("poniedział* poniedzial* pon monday mondays понеділ*"),
  tuesday: anyWord("wtor* tuesday tuesdays вівтор*"),
  wednesday: anyWord("środa środę środy wednesday wednesdays серед*"),
  thursday: anyWord("czwart* thursday thursdays четвер*"),
  friday: anyWord("piątek piątku piątki friday fridays п'ятниц* п’ятниц* пятниц*"),
  saturday: anyWord("sobot* weekend* saturday saturdays субот*"),
  sunday: anyWord("niedziel* sunday sundays неділ*"),
};

/** A month beside a day's number. */
const MONTHS = [
  "styczni* january січня",
  "lutego february лютого",
  "marca march березня",
  "kwietni* april квітня",
  "maja may травня",
  "czerwca june червня",
  "lipca july липня",
  "sierpnia august серпня",
  "września wrzesnia september вересня",
  "października pazdziernika october жовтня",
  "listopada november листопада",
  "grudnia december грудня",
].map((names) => {
  const { source: month } = anyWord(names);
  return new RegExp(`(\\d{1,2})(?:st|nd|rd|th|-?go)?\\.? (?:of )?${month}|${month} (\\d{1,2})(?:st|nd|rd|th)?`, "u");
});

type Named = { words: RegExp; on(year: number): string };
const fixed = (words: string, day: string): Named => ({ words: phrase(words), on: (year) => `${year}-${day}` });
const movable = (words: string, days: number): Named => {
  return { words: phrase(words), on: (year) => addDays(easterSunday(year), days) };
};

/** Days with a name of their own; several words count together. */
const namedDays: Named[] = [
  fixed("wigili(?:a|i|e)|christmas eve|святвеч[\\p{L}]*", "12-24"),
  fixed("boze(?:go)? narodzeni[ae]|christmas day|christmas|риздв[\\p{L}]*", "12-25"),
  fixed("drugi(?:ego)? dzien swiat", "12-26"),
  fixed("sylwest(?:er|ra|rze)|new year'?s eve", "12-31"),
  fixed("nowy rok|nowego roku|new year'?s day|нов(?:ии|ого) р(?:ик|оку)", "01-01"),
  fixed("trzech kroli|epiphany", "01-06"),
  fixed("wszystkich swietych|all saints'?(?: day)?", "11-01"),
  fixed("zaduszki|dzien zaduszny", "11-02"),
  fixed("swieto niepodleglosci|independence day", "11-11"),
  movable("wielki(?:m|ego)? piat(?:ek|ku)|good friday", -2),
  movable("wielk(?:a|iej) sobot[aey]", -1),
  movable("poniedzial(?:ek|ku) wielkanocny(?:m)?|lan(?:y|ego) poniedzial(?:ek|ku)|easter monday", 1),
  movable("wielkanoc[\\p{L}]*|easter(?: sunday)?|великд[\\p{L}]*", 0),
  movable("boz(?:e|ego|ym) ci(?:alo|ala|ele)|corpus christi", 60),
];

function phrase(alternatives: string): RegExp {
  return new RegExp(`(?<!\\p{L})(?:${alternatives})(?!\\p{L})`, "u");
}

const TOMORROW = anyWord("jutro jutra tomorrow завтра");
const DAY_AFTER = phrase("pojutrze|day after tomorrow|the day after tomorrow|писл[яа]завтра");
/** "24.12", but not "o 15.10", which is a time. */
const NUMBERS = /(?<!\d|(?<!\p{L})(?:o|do|od|po|at|until|після|о) )(\d{1,2})[./](\d{1,2})(?:[./](?:20)?\d\d)?(?!\d)/u;

type DayWords = { pattern: RegExp; date: string };

/** Reads which days are asked about; `today` is YYYY-MM-DD. A day without a year is the next one. */
export function daysAsked(text: string, today: string): DaysAsked {
  let rest = fold(text);
  const days = new Set<string>();
  for (const { pattern, date } of [...namedAfter(today), ...datesIn(rest, today), ...closeTo(today)]) {
    const without = withoutFirst(rest, pattern);
    if (without === undefined) continue;
    rest = without;
    days.add(date);
  }
  return { days: [...days].sort(), now: NOW.test(rest), rest: rest.replace(new RegExp(NOW, "gu"), " ") };
}

/** The text without what the pattern found, to the end of its last word; undefined when it finds nothing. */
function withoutFirst(text: string, pattern: RegExp): string | undefined {
  const found = pattern.exec(text);
  if (!found) return undefined;
  const after = text.slice(found.index + found[0].length).replace(/^\p{L}+/u, "");
  return `${text.slice(0, found.index)} ${after}`;
}

function namedAfter(today: string): DayWords[] {
  return namedDays.map(({ words, on }) => ({ pattern: words, date: nextOf(on, today) }));
}

/** Tomorrow, the day after, and the days of the week, today's first. */
function closeTo(today: string): DayWords[] {
  const week = [0, 1, 2, 3, 4, 5, 6].map((ahead) => addDays(today, ahead));
  return [
    { pattern: DAY_AFTER, date: addDays(today, 2) },
    { pattern: TOMORROW, date: addDays(today, 1) },
    ...week.map((date) => ({ pattern: weekdayWords[weekdayOf(date)], date })),
  ];
}

/** Days by number and month: "24 grudnia", "December 24", "24.12". */
function datesIn(folded: string, today: string): DayWords[] {
  const byName = MONTHS.map((pattern, index) => ({ pattern, month: index + 1 }));
  return [{ pattern: NUMBERS, month: undefined }, ...byName].flatMap(({ pattern, month }) => {
    const [, day, other] = pattern.exec(folded) ?? [];
    const date = month === undefined ? dateOf(day, other, today) : dateOf(day ?? other, month, today);
    return date === undefined ? [] : [{ pattern, date }];
  });
}

function dateOf(day: string | undefined, month: string | number | undefined, today: string): string | undefined {
  if (day === undefined || month === undefined) return undefined;
  const pad = (value: string | number) => String(value).padStart(2, "0");
  const date = nextOf((year) => `${year}-${pad(month)}-${pad(day)}`, today);
  // There is no 31 June: such a date comes back as another one.
  return Number.isNaN(Date.parse(date)) || addDays(date, 0) !== date ? undefined : date;
}

/** This year's, or next year's when that has passed. */
function nextOf(on: (year: number) => string, today: string): string {
  const year = Number(today.slice(0, 4));
  return on(year) >= today ? on(year) : on(year + 1);
}
