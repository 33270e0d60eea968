import { easterSunday, holidayOn } from "../../../src/conversation/holidays";
import { daysUntil, isOpen, nextOpening, openUntil } from "../../../src/conversation/openingHours";
import { OpeningHours } from "../../../src/handoff/openingHours";

const workday = [
  { from: "07:40", to: "12:00" },
  { from: "12:30", to: "15:30" },
];
const hours: OpeningHours = {
  monday: workday,
  tuesday: workday,
  wednesday: workday,
  thursday: workday,
  friday: workday,
  saturday: [],
  sunday: [],
  exceptions: [
    { date: "2026-12-31", open: [{ from: "08:00", to: "10:00" }], why: "Sylwester" },
    { date: "2026-11-11", open: [{ from: "09:00", to: "10:00" }], why: "dyżur w święto" },
  ],
};
const at = (utc: string) => new Date(utc);

test.each([
  ["a winter morning before the door opens", "2026-11-23T06:39:00Z", false],
  ["a winter morning at the minute it opens", "2026-11-23T06:40:00Z", true],
  ["the lunch break between two intervals", "2026-11-23T11:10:00Z", false],
  ["after lunch", "2026-11-23T11:30:00Z", true],
  ["the closing minute itself", "2026-11-23T14:30:00Z", false],
  ["a summer morning, two hours from UTC", "2026-07-20T05:40:00Z", true],
  ["Saturday", "2026-11-21T09:00:00Z", false],
  ["Corpus Christi", "2026-06-04T09:00:00Z", false],
  ["Christmas Eve, a day off since 2025", "2026-12-24T09:00:00Z", false],
  ["New Year's Eve, shortened", "2026-12-31T08:30:00Z", true],
  ["New Year's Eve, after the shortened day", "2026-12-31T09:30:00Z", false],
  ["a holiday with an exception", "2026-11-11T08:30:00Z", true],
])("%s", (_, utc, open) => {
  expect(isOpen(hours, at(utc))).toBe(open);
});

test.each([
  ["Saturday → Monday", "2026-11-21T09:00:00Z", "2026-11-23T06:40:00.000Z"],
  ["lunch → the same afternoon", "2026-11-23T11:10:00Z", "2026-11-23T11:30:00.000Z"],
  ["Friday before the clocks change → Monday in winter time", "2026-10-23T20:00:00Z", "2026-10-26T06:40:00.000Z"],
  ["Christmas Eve on Thursday → Monday after", "2026-12-24T09:00:00Z", "2026-12-28T06:40:00.000Z"],
])("the next opening: %s", (_, utc, opening) => {
  expect(nextOpening(hours, at(utc))?.toISOString()).toBe(opening);
});

test("a desk that never opens says so instead of a date", () => {
  const never = { ...hours, monday: [], tuesday: [], wednesday: [], thursday: [], friday: [], exceptions: [] };
  expect(nextOpening(never, at("2026-11-21T09:00:00Z"))).toBeUndefined();
});

test.each([
  ["before the door opens", "2026-11-23T06:39:00Z", undefined],
  ["until the break", "2026-11-23T08:00:00Z", "12:00"],
  ["after the break", "2026-11-23T12:00:00Z", "15:30"],
  ["on a shortened day", "2026-12-31T08:30:00Z", "10:00"],
])("open until: %s", (_, utc, until) => {
  expect(openUntil(hours, at(utc))).toBe(until);
});

test("two intervals that meet are one", () => {
  const meeting = [
    { from: "08:00", to: "10:00" },
    { from: "10:00", to: "12:00" },
  ];
  expect(openUntil({ ...hours, monday: meeting }, at("2026-11-23T08:00:00Z"))).toBe("12:00");
});

test.each([
  ["2026-04-05", "Wielkanoc"],
  ["2026-04-06", "Poniedziałek Wielkanocny"],
  ["2026-05-24", "Zielone Świątki"],
  ["2026-06-04", "Boże Ciało"],
  ["2026-11-11", "Święto Niepodległości"],
  ["2026-11-12", undefined],
])("%s is %s", (date, name) => {
  expect(holidayOn(date)?.pl).toBe(name);
});

test.each([
  [2024, "2024-03-31"],
  [2025, "2025-04-20"],
  [2026, "2026-04-05"],
  [2038, "2038-04-25"],
])("Easter %i is %s", (year, date) => {
  expect(easterSunday(year)).toBe(date);
});

test("Christmas Eve 2024 was still a working day", () => {
  expect(holidayOn("2024-12-24")).toBeUndefined();
  expect(holidayOn("2025-12-24")?.en).toBe("Christmas Eve");
});

describe("nights and breaks", () => {
  const closed = { monday: [], tuesday: [], wednesday: [], thursday: [], friday: [], saturday: [], sunday: [] };
  const only = (date: string, ...open: [from: string, to: string][]): OpeningHours =>
    OpeningHours.parse({
      ...closed,
      exceptions: [{ date, open: open.map(([from, to]) => ({ from, to })), why: "test" }],
    });

  test("a day may end at midnight, written 24:00, and go on in the next", () => {
    const night = OpeningHours.parse({
      ...closed,
      friday: [{ from: "22:00", to: "24:00" }],
      saturday: [{ from: "00:00", to: "02:00" }],
      exceptions: [],
    });
    const open = (utc: string) => isOpen(night, at(utc));
    expect(open("2026-11-20T20:59:59Z")).toBe(false);
    expect(open("2026-11-20T22:59:59Z")).toBe(true);
    expect(open("2026-11-20T23:00:00Z")).toBe(true);
    expect(open("2026-11-21T01:00:00Z")).toBe(false);
    expect(() => only("2026-11-20", ["24:00", "24:00"])).toThrow();
    expect(() => only("2026-11-20", ["22:00", "00:00"])).toThrow("'to' musi być późniejsza niż 'from'");
  });

  test("in spring the hour that is left out begins when the clocks are put forward", () => {
    const hours = only("2026-03-29", ["02:30", "05:00"]);
    expect(nextOpening(hours, at("2026-03-28T12:00:00Z"))?.toISOString()).toBe("2026-03-29T01:00:00.000Z");
    expect(isOpen(hours, at("2026-03-29T00:59:59Z"))).toBe(false);
    expect(isOpen(hours, at("2026-03-29T01:00:00Z"))).toBe(true);
  });

  test("in autumn the hour that comes twice begins with its first time", () => {
    const hours = only("2026-10-25", ["02:30", "05:00"]);
    expect(nextOpening(hours, at("2026-10-24T12:00:00Z"))?.toISOString()).toBe("2026-10-25T00:30:00.000Z");
    expect(isOpen(hours, at("2026-10-25T00:29:59Z"))).toBe(false);
    expect(isOpen(hours, at("2026-10-25T00:30:00Z"))).toBe(true);
    // The clocks are back at two: the same hours close and open once more.
    expect(isOpen(hours, at("2026-10-25T01:10:00Z"))).toBe(false);
    expect(nextOpening(hours, at("2026-10-25T01:10:00Z"))?.toISOString()).toBe("2026-10-25T01:30:00.000Z");
  });

  test("intervals may be written in any order", () => {
    const hours = only("2026-11-23", ["13:00", "15:00"], ["08:00", "12:00"]);
    expect(nextOpening(hours, at("2026-11-22T12:00:00Z"))?.toISOString()).toBe("2026-11-23T07:00:00.000Z");
    expect(nextOpening(hours, at("2026-11-23T11:30:00Z"))?.toISOString()).toBe("2026-11-23T12:00:00.000Z");
  });

  test("one-off closures come before everything, and before the holiday's own", () => {
    const workdays = { ...hours, exceptions: [{ date: "2026-11-23", open: [], why: "szkolenie" }] };
    expect(isOpen(workdays, at("2026-11-23T09:00:00Z"))).toBe(false);
    expect(nextOpening(workdays, at("2026-11-23T06:00:00Z"))?.toISOString()).toBe("2026-11-24T06:40:00.000Z");
    const holiday = only("2026-11-11", ["09:00", "10:00"]);
    expect(nextOpening(holiday, at("2026-11-10T12:00:00Z"))?.toISOString()).toBe("2026-11-11T08:00:00.000Z");
  });

  test.each([
    ["2026-11-23T11:10:00Z", "2026-11-23T11:30:00Z", 0],
    ["2026-11-22T22:59:00Z", "2026-11-23T06:40:00Z", 1],
    ["2026-11-22T23:01:00Z", "2026-11-23T06:40:00Z", 0],
    ["2026-03-28T22:30:00Z", "2026-03-29T22:30:00Z", 2],
    ["2026-12-30T12:00:00Z", "2027-01-04T06:40:00Z", 5],
  ])("midnights between %s and %s: %i", (now, moment, days) => {
    expect(daysUntil(at(moment), at(now))).toBe(days);
  });
});
