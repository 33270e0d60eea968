import { findPlates } from "../../../src/understanding/findPlates";

test.each([
  ["auta KR 1AB23 i KRA12AB, kr 12345", ["KR1AB23", "KRA12AB", "KR12345"]],
  ["WX 1234C stoi na chodniku, tak, WX-1234C", ["WX1234C"]],
  ["motocykl KR 71A4", ["KR71A4"]],
  ["krk-5x77", ["KRK5X77"]],
  ["з номером KA 4521 BX", ["KA4521BX"]],
])("„%s” names plates %j", (text, plates) => {
  expect(findPlates(text)).toEqual(plates);
});

test.each(["rok 2026, PIT 2026", "KR-2026-000123-7", "od 12345 zł", "dowód ABA300000", "linia 139", ""])(
  "„%s” names no plate",
  (text) => {
    expect(findPlates(text)).toEqual([]);
  },
);

test.each(["KR", "KR1", "kr-", "KA 1234 ", "1"])("10 000 characters of „%s” end", (part) => {
  expect(() => findPlates(part.repeat(10_000 / part.length))).not.toThrow();
});
