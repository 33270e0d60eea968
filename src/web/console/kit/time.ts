import { useEffect, useMemo, useState } from "react";
import { type Language, useLanguage } from "./language";

const ZONE = "Europe/Warsaw";
const MINUTE = 60_000;

const units = {
  pl: { now: "chwilę", min: "min", h: "godz.", days: (n: number) => (n === 1 ? "1 dzień" : `${n} dni`) },
  en: { now: "a moment", min: "min", h: "h", days: (n: number) => (n === 1 ? "1 day" : `${n} days`) },
  uk: { now: "мить", min: "хв", h: "год", days: (n: number) => `${n} дн.` },
};

/** "3 min", "2 godz. 5 min", "4 dni"; under a minute "chwilę". */
function durationWords(ms: number, language: Language): string {
  const { now, min, h, days } = units[language];
  const minutes = Math.floor(ms / MINUTE);
  if (minutes < 1) return now;
  if (minutes < 60) return `${minutes} ${min}`;
  const hours = Math.floor(minutes / 60);
  if (hours >= 24) return days(Math.floor(hours / 24));
  return minutes % 60 === 0 ? `${hours} ${h}` : `${hours} ${h} ${minutes % 60} ${min}`;
}

function formats(language: Language) {
  const make = (options: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat(language === "en" ? "en-GB" : language, { timeZone: ZONE, ...options });
  const clock = make({ hour: "2-digit", minute: "2-digit" });
  const short = make({ day: "numeric", month: "short" });
  const withYear = make({ day: "numeric", month: "short", year: "numeric" });
  const day = make({ weekday: "long", day: "numeric", month: "long" });
  const full = make({
    weekday: "long",
    day: "numeric",
    month: "long",
    year: "numeric",
    hour: "2-digit",
    minute: "2-digit",
  });
  return { clock, short, withYear, day, full };
}

/** "until" and "tomorrow" as they stand in a deadline. */
const ends = {
  pl: { until: "do", tomorrow: "jutra" },
  en: { until: "until", tomorrow: "tomorrow" },
  uk: { until: "до", tomorrow: "завтра" },
};

/** YYYY-MM-DD of that moment in Kraków. */
export const dayInKrakow = (at: Date): string => new Intl.DateTimeFormat("sv-SE", { timeZone: ZONE }).format(at);

/** The day after one written YYYY-MM-DD. */
const dayAfter = (day: string): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) + 24 * 60 * MINUTE).toISOString().slice(0, 10);

/** Times as words, in Kraków and in the reader's language. */
export function useTime() {
  const { language } = useLanguage();
  return useMemo(() => {
    const { clock, short, withYear, day, full } = formats(language);
    const { until, tomorrow } = ends[language];
    return {
      /** How long from `since` to `now` (or of that many milliseconds). */
      duration: (since: string | number, now = Date.now()) =>
        durationWords(typeof since === "number" ? since : now - Date.parse(since), language),
      /** 14:05 */
      clock: (at: string | Date) => clock.format(new Date(at)),
      /** 14:05 today, "20 lis, 14:05" on another day, with the year in another one. */
      moment(at: string, now = Date.now()) {
        const [then, today] = [dayInKrakow(new Date(at)), dayInKrakow(new Date(now))];
        if (then === today) return clock.format(new Date(at));
        const date = then.slice(0, 4) === today.slice(0, 4) ? short : withYear;
        return `${date.format(new Date(at))}, ${clock.format(new Date(at))}`;
      },
      /** "do 14:05" today, "do jutra, 14:05", "do 26 lis, 14:05". */
      deadline(at: string, now = Date.now()) {
        const [then, today] = [dayInKrakow(new Date(at)), dayInKrakow(new Date(now))];
        const date = then === dayAfter(today) ? tomorrow : short.format(new Date(at));
        return `${until} ${then === today ? "" : `${date}, `}${clock.format(new Date(at))}`;
      },
      /** "sobota, 21 listopada" */
      day: (at: string | Date) => day.format(new Date(at)),
      /** With everything, for titles. */
      full: (at: string | Date) => full.format(new Date(at)),
    };
  }, [language]);
}

/** The time now, anew every so often; ask once for a whole list. */
export function useNow(everyMs: number): number {
  const [now, setNow] = useState(Date.now);
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), everyMs);
    return () => clearInterval(timer);
  }, [everyMs]);
  return now;
}
