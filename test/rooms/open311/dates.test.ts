import { readDate, writeDate } from "../../../src/open311/dates";

test.each([
  ["2026-01-15T12:00:00Z", "2026-01-15T13:00:00+01:00"],
  ["2026-07-15T22:30:05Z", "2026-07-16T00:30:05+02:00"],
  // The night clocks are put forward, and the one they are put back: no hour twice under one name, none lost.
  ["2026-03-29T00:59:59Z", "2026-03-29T01:59:59+01:00"],
  ["2026-03-29T01:00:00Z", "2026-03-29T03:00:00+02:00"],
  ["2026-10-25T00:30:00Z", "2026-10-25T02:30:00+02:00"],
  ["2026-10-25T01:30:00Z", "2026-10-25T02:30:00+01:00"],
])("83: %s is shown as %s and read as the same moment", (instant, local) => {
  expect(writeDate(new Date(instant))).toBe(local);
  expect(readDate(local)?.from).toEqual(new Date(instant));
});

test.each([
  ["2026-07-01T12:00:00", "2026-07-01T10:00:00.000Z", "2026-07-01T10:00:00.999Z"],
  ["2026-01-01", "2025-12-31T23:00:00.000Z", "2026-01-01T22:59:59.999Z"],
  ["2026-03-29", "2026-03-28T23:00:00.000Z", "2026-03-29T21:59:59.999Z"],
  ["2026-01-01T00:00:00 02:00", "2025-12-31T22:00:00.000Z", "2025-12-31T22:00:00.999Z"],
  ["2026-01-01T10:00:00.123Z", "2026-01-01T10:00:00.000Z", "2026-01-01T10:00:00.999Z"],
  ["2026-01-01T10:00-05:30", "2026-01-01T15:30:00.000Z", "2026-01-01T15:30:00.999Z"],
])("69: %s means Kraków's time where it has no zone", (text, from, to) => {
  expect(readDate(text)).toEqual({ from: new Date(from), to: new Date(to) });
});

test.each(["2026-13-01", "2026-02-30", "2026-01-01T25:00:00", "2026-01-01T10:00:00+19:00", "wczoraj", "1.1.2026", ""])(
  "69: %j is no date",
  (text) => expect(readDate(text)).toBeUndefined(),
);
