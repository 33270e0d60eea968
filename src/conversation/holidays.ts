import type { Localized } from "./language";

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

const fixed: Record<string, Localized> = {
  "01-01": { pl: "Nowy Rok", en: "New Year's Day", uk: "Новий рік" },
  "01-06": { pl: "Trzech Króli", en: "Epiphany", uk: "Богоявлення (Трьох королів)" },
  "05-01": { pl: "Święto Pracy", en: "Labour Day", uk: "День праці" },
  "05-03": { pl: "Święto Konstytucji 3 Maja", en: "Constitution Day", uk: "День Конституції 3 травня" },
  "08-15": { pl: "Wniebowzięcie NMP", en: "Assumption Day", uk: "Успіння Пресвятої Діви Марії" },
  "11-01": { pl: "Wszystkich Świętych", en: "All Saints' Day", uk: "День усіх святих" },
  "11-11": { pl: "Święto Niepodległości", en: "Independence Day", uk: "День незалежності Польщі" },
  "12-24": { pl: "Wigilia", en: "Christmas Eve", uk: "Святвечір" },
  "12-25": { pl: "Boże Narodzenie", en: "Christmas Day", uk: "Різдво" },
  "12-26": { pl: "drugi dzień świąt", en: "the second day of Christmas", uk: "другий день Різдва" },
};

/** By how many days they follow Easter Sunday. */
const movable: Record<number, Localized> = {
  0: { pl: "Wielkanoc", en: "Easter Sunday", uk: "Великдень" },
  1: { pl: "Poniedziałek Wielkanocny", en: "Easter Monday", uk: "Великодній понеділок" },
  49: { pl: "Zielone Świątki", en: "Whit Sunday", uk: "Зелені свята" },
  60: { pl: "Boże Ciało", en: "Corpus Christi", uk: "свято Божого Тіла" },
};

const EVE_FREE_SINCE = 2025;

/**
 * The name of a day off by the Act of 18 January 1951 on days free from work; undefined on other days. `date` is
 * YYYY-MM-DD.
 */
export function holidayOn(date: string): Localized | undefined {
  const year = Number(date.slice(0, 4));
  const day = date.slice(5);
  if (day === "12-24" && year < EVE_FREE_SINCE) return undefined;
  return fixed[day] ?? movable[daysBetween(easterSunday(year), date)];
}

/** Easter Sunday as YYYY-MM-DD, by the anonymous Gregorian algorithm (Nature, 20 April 1876). */
export function easterSunday(year: number): string {
  const a = year % 19;
  const b = Math.floor(year / 100);
  const c = year % 100;
  const d = Math.floor(b / 4);
  const f = Math.floor((b + 8) / 25);
  const g = Math.floor((b - f + 1) / 3);
  const h = (19 * a + b - d - g + 15) % 30;
  const l = (32 + 2 * (b % 4) + 2 * Math.floor(c / 4) - h - (c % 4)) % 7;
  const m = Math.floor((a + 11 * h + 22 * l) / 451);
  const n = h + l - 7 * m + 114;
  const pad = (value: number) => String(value).padStart(2, "0");
  return `${year}-${pad(Math.floor(n / 31))}-${pad((n % 31) + 1)}`;
}

export function addDays(date: string, days: number): string {
  return new Date(noonOf(date) + days * DAY).toISOString().slice(0, 10);
}

export function daysBetween(from: string, to: string): number {
  return Math.round((noonOf(to) - noonOf(from)) / DAY);
}

const noonOf = (date: string) => Date.parse(`${date}T12:00:00Z`);
