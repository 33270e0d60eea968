import { holidayOn } from "../conversation/holidays";
import type { Language } from "../conversation/language";
import { intervalsOn, inWarsaw } from "../conversation/openingHours";
import type { Choice, Reply } from "../conversation/reply";
import { hoursOf, type PublicOffice } from "../knowledge/offices";
import { sayWeek } from "../knowledge/sayHours";
import { fill } from "./fill";
import type { Phrases } from "./phrases/phrases";
import { type AskedOfOffice, capital, sayDay, sayWhen, sayWhy } from "./sayOpenDays";
import { saySource } from "./saySource";

const HELPLINE = "12 616 55 55";

/** Whether an office is open, until or from when, with its ordinary hours, doubts and source. */
export function sayOffice(office: PublicOffice, asked: AskedOfOffice): Reply {
  const { language, phrases } = asked;
  const { source, source_date: sourceDate, checked_on: checkedOn } = office;
  const hours = hoursOf(office);
  const told = hours
    ? [...sayWhen({ ...office, hours }, asked), ...sayUsual(office, asked)]
    : sayUnknown(office, asked);
  const doubt = hours ? sayDoubt(office, phrases) : "";
  const from = saySource({ sources: [source], sourceDate, checkedOn }, phrases);
  const what = fill(phrases.hours.purpose, { purpose: office.purpose[language] });
  return { text: [`${titleOf(office, language)}\n${what}`, told.join("\n"), doubt, from].filter(Boolean).join("\n\n") };
}

/** Asks which office is meant; what is the same for all is said at once: closed on those days, or hours nobody knows. */
export function askWhichOffice(offices: PublicOffice[], asked: AskedOfOffice): Reply {
  const { days, language } = asked;
  const { allClosed, allUnknown, which } = asked.phrases.hours;
  if (offices.every(({ hours }) => !hours)) {
    const titles = offices.map((office) => `- ${titleOf(office, language)}`);
    return { text: `${fill(allUnknown, { phone: HELPLINE })}\n\n${titles.join("\n")}` };
  }
  const closed = daysOf(asked).filter((day) => offices.every((office) => isClosedOn(office, day)));
  const lines = closed.map((day) => fill(allClosed, { day: sayDay(day, asked), why: sayWhy(day, [], language) }));
  const choices = offices.map((office): Choice => {
    return { title: titleOf(office, language), wish: { kind: "hours", office: office.id, days } };
  });
  return { text: [...lines, which].join("\n\n"), choices };
}

function isClosedOn(office: PublicOffice, day: string): boolean {
  const hours = hoursOf(office);
  return hours !== undefined && intervalsOn(hours, day).length === 0;
}

/** The days asked about; now is today. */
function daysOf({ days, now }: AskedOfOffice): string[] {
  return days.length > 0 ? days : [inWarsaw(now).date];
}

function titleOf({ name, address }: PublicOffice, language: Language): string {
  return [name[language], address].filter(Boolean).join(", ");
}

function sayUsual({ hours, cash_desk: cashDesk }: PublicOffice, { language, phrases }: AskedOfOffice): string[] {
  return [
    ...(hours ? [fill(phrases.hours.usual, { hours: sayWeek(hours, language) })] : []),
    ...(cashDesk ? [fill(phrases.hours.cashDesk, { hours: sayWeek(cashDesk, language) })] : []),
  ];
}

function sayDoubt({ confidence, phone = HELPLINE }: PublicOffice, { hours }: Phrases): string {
  return confidence === "high" ? "" : fill(hours.doubts[confidence], { phone });
}

/** Nothing is guessed; that a day is a public holiday is known all the same. */
function sayUnknown({ phone = HELPLINE }: PublicOffice, asked: AskedOfOffice): string[] {
  const { language, phrases } = asked;
  const { unknown, dayOff } = phrases.hours;
  const off = daysOf(asked).flatMap((day) => {
    const name = holidayOn(day)?.[language];
    return name === undefined ? [] : [fill(dayOff, { day: capital(sayDay(day, asked)), name })];
  });
  return [fill(unknown, { phone }), ...off];
}
