import {
  easterSunday,
  isOpen,
  isPublicHoliday,
  nextOpening,
  type OpeningHours,
} from "../../../src/handoff/openingHours";

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
  [2024, "2024-03-31"],
  [2025, "2025-04-20"],
  [2026, "2026-04-05"],
  [2038, "2038-04-25"],
])("Easter %i is %s", (year, date) => {
  expect(easterSunday(year)).toBe(date);
});

test("Christmas Eve 2024 was still a working day", () => {
  expect(isPublicHoliday("2024-12-24")).toBe(false);
  expect(isPublicHoliday("2025-12-24")).toBe(true);
});
