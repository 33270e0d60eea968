import type { Memory } from "../conversation/conversation";
import { inWarsaw } from "../conversation/openingHours";
import { wordsOf } from "../conversation/words";
import { findPattern } from "../dialogs/words";
import { daysAsked } from "./daysAsked";
import { hoursWord, spelt, UNTIL } from "./hoursWords";
import type { Content } from "./parts";

/** Offices a question about hours may mean, by id, and the days (YYYY-MM-DD) it names; none when it means now. */
export type HoursAsked = { offices: string[]; days: string[] };

type Known = { memory: Memory; content: Pick<Content, "offices" | "articles">; now: Date };

/** More buttons would not be read. */
const MOST_OFFERED = 6;
const MOST_DAYS = 3;

/**
 * Whether somebody asks if an office is open: "czy teraz otwarte?", "do której dziś na Wielickiej?", "a jutro?". Every
 * word has to belong to such a question, so that an open manhole, a shop or a matter beside it is never taken for one.
 */
export function hoursAsked(text: string, { memory, content, now }: Known): HoursAsked | undefined {
  if (!mayBeAboutHours(text, memory)) return undefined;
  const named = officesNamed(text, content);
  const { days, now: isNow, rest } = daysAsked(spelt(named.rest), inWarsaw(now).date);
  const words = wordsOf(rest.replace(UNTIL, " ")).filter((word) => !IS_NUMBER.test(word));
  const kinds = words.map(hoursWord);
  if (kinds.includes(undefined) || days.length > MOST_DAYS) return undefined;
  const before = officesBefore(memory, content);
  const office = named.offices.length > 0 || kinds.includes("office");
  const [asks, until] = [ASKS.test(text), UNTIL.test(rest)];
  // "Teraz działa" may be a lamp; asked after an article, it is the office of that.
  const atWork = kinds.includes("at_work") && (office || (before.length > 0 && (asks || until)));
  const said: Said = {
    open: kinds.includes("open") || atWork,
    until,
    day: isNow || days.length > 0,
    named: named.offices.length > 0,
    office,
    before: before.length > 0,
    asks,
    goesOn: memory.office !== undefined && !memory.dialog && (words.length === 0 || GOES_ON.test(text)),
  };
  if (!isAboutHours(said) || isBetterRead(named.offices, content)) return undefined;
  const meant = named.offices.length > 0 ? named.offices : before;
  return { offices: meant.length > 0 ? meant : mostVisited(content), days };
}

/** Most messages hold no word for being open, and need no closer look. */
function mayBeAboutHours(text: string, { office }: Memory): boolean {
  const said = spelt(text);
  const isOpening = (word: string) => ["open", "at_work"].includes(hoursWord(word) ?? "");
  return office !== undefined || UNTIL.test(said) || wordsOf(said).some(isOpening);
}

/** House numbers and times. */
const IS_NUMBER = /^\d{1,4}[a-z]?$/;
const GOES_ON = /\?|^\s*(?:a|i|w|we|and|what about|on|а|і|та|у|в)\s/iu;
const ASKS = /\?|^\s*(?:(?:a|і|и|and) )?(?:czy|is|are|do|does|чи)(?!\p{L})/iu;

/** What was found in the words. `office`: named, or in general; `before`: one was spoken of; `goesOn`: "a jutro?" */
type Said = Record<"open" | "until" | "day" | "named" | "office" | "before" | "asks" | "goesOn", boolean>;

function isAboutHours({ open, until, day, named, office, before, asks, goesOn }: Said): boolean {
  if (day) return open || goesOn || (until && (office || before));
  // In general ("o której otwierają okienka") the article says more than one office's hours.
  return until ? named && (open || asks) : open && office && asks;
}

/** Of a kind of places ("PSZOK") whose hours are all unknown the article tells more. */
function isBetterRead(named: string[], { offices }: Known["content"]): boolean {
  return named.length > 1 && named.every((id) => !offices.get(id)?.hours);
}

function mostVisited({ offices }: Known["content"]): string[] {
  return [...offices.keys()].slice(0, MOST_OFFERED);
}

/** The office told of last, or those of the article answered last. */
function officesBefore({ office, topic }: Memory, { offices, articles }: Known["content"]): string[] {
  if (office !== undefined && offices.has(office)) return [office];
  return articles.get(topic ?? "")?.offices.slice(0, MOST_OFFERED) ?? [];
}

/** The offices whose longest name stands in the text, and the text without all their names. */
function officesNamed(text: string, { offices }: Known["content"]): { offices: string[]; rest: string } {
  const words = wordsOf(text);
  const found = [...offices.values()].flatMap(({ id, called }) =>
    called.flatMap((pattern) => {
      const place = findPattern(words, pattern);
      return place ? [{ id, ...place }] : [];
    }),
  );
  if (found.length === 0) return { offices: [], rest: text };
  const longest = Math.max(...found.map(({ length }) => length));
  const best = found.filter(({ length }) => length === longest).map(({ id }) => id);
  const covered = new Set(found.flatMap(({ at, length }) => Array.from({ length }, (_, i) => at + i)));
  return {
    offices: [...new Set(best)].slice(0, MOST_OFFERED),
    rest: words.filter((_, i) => !covered.has(i)).join(" "),
  };
}
