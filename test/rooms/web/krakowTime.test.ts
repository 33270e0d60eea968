import { fromKrakowField, toKrakowField } from "../../../src/web/console/knowledge/review/krakowTime";

test.each([
  ["in winter", "2026-11-21T22:30", "2026-11-21T21:30:00.000Z"],
  ["in summer", "2026-07-01T08:00", "2026-07-01T06:00:00.000Z"],
  ["the hour before the clock goes forward", "2026-03-29T01:30", "2026-03-29T00:30:00.000Z"],
  ["an hour that there is not", "2026-03-29T02:30", "2026-03-29T01:30:00.000Z"],
  ["the hour after the clock went forward", "2026-03-29T03:30", "2026-03-29T01:30:00.000Z"],
  ["the day the clock goes back", "2026-10-25T12:00", "2026-10-25T11:00:00.000Z"],
  ["midnight of the new year", "2027-01-01T00:00", "2026-12-31T23:00:00.000Z"],
])("%s", (_, field, moment) => {
  expect(fromKrakowField(field)?.toISOString()).toBe(moment);
});

test.each(["", "jutro", "2026-13-01T10:00", "2026-11-21"])("%p is no time", (field) => {
  expect(fromKrakowField(field)).toBeUndefined();
});

test("a moment and its field are the same, every hour of a year", () => {
  const start = Date.parse("2026-01-01T00:00:00Z");
  for (let hour = 0; hour < 366 * 24; hour += 1) {
    const field = toKrakowField(new Date(start + hour * 3_600_000));
    const moment = fromKrakowField(field);
    expect(moment && toKrakowField(moment)).toBe(field);
  }
});
