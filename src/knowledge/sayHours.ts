import type { Language } from "../conversation/language";
import { type Intervals, type Week, type Weekday, weekdays } from "../conversation/openingHours";

const days: Record<Language, Record<Weekday, string>> = {
  pl: {
    monday: "poniedziałek",
    tuesday: "wtorek",
    wednesday: "środa",
    thursday: "czwartek",
    friday: "piątek",
    saturday: "sobota",
    sunday: "niedziela",
  },
  en: {
    monday: "Monday",
    tuesday: "Tuesday",
    wednesday: "Wednesday",
    thursday: "Thursday",
    friday: "Friday",
    saturday: "Saturday",
    sunday: "Sunday",
  },
  uk: {
    monday: "понеділок",
    tuesday: "вівторок",
    wednesday: "середа",
    thursday: "четвер",
    friday: "п’ятниця",
    saturday: "субота",
    sunday: "неділя",
  },
};

/** "poniedziałek 7.40–18.00, wtorek–piątek 7.40–15.30": days with the same hours together, closed ones left out. */
export function sayWeek(week: Week, language: Language): string {
  const groups: { from: Weekday; to: Weekday; said: string }[] = [];
  for (const [index, day] of weekdays.entries()) {
    const said = sayIntervals(week[day]);
    const last = groups.at(-1);
    if (last && last.said === said && last.to === weekdays[index - 1]) last.to = day;
    else if (said) groups.push({ from: day, to: day, said });
  }
  const name = (day: Weekday) => days[language][day];
  return groups
    .map(({ from, to, said }) => `${from === to ? name(from) : `${name(from)}–${name(to)}`} ${said}`)
    .join(", ");
}

/** "7.40–12.00, 12.30–15.30"; empty when closed. */
export function sayIntervals(intervals: Intervals): string {
  const inOrder = [...intervals].sort((one, other) => one.from.localeCompare(other.from));
  return inOrder.map(({ from, to }) => `${sayClock(from)}–${sayClock(to)}`).join(", ");
}

/** "07:40" as "7.40". */
export function sayClock(clock: string): string {
  return clock.replace(/^0/, "").replace(":", ".");
}
