import { formatNumber, parseNumber } from "../../../src/serviceRequests/number";

const samples = [1, 123, 4567, 89_012, 345_678, 999_999].flatMap((n) =>
  [2025, 2026, 2031].map((year) => formatNumber(year, n)),
);

test("a number shows the year, the counter and a check digit", () => {
  expect(formatNumber(2026, 123)).toBe("KR-2026-000123-7");
  expect(formatNumber(2026, 1_234_567)).toMatch(/^KR-2026-1234567-\d$/);
});

test.each(samples)("%s is read back as itself", (number) => {
  expect(parseNumber(number)).toBe(number);
});

test("residents may leave out case, spaces, dashes, leading zeros and KR", () => {
  const number = formatNumber(2026, 123);
  const check = number.at(-1);
  const said = [`kr-2026-000123-${check}`, ` KR 2026 000123 ${check}`, `kr2026000123${check}`, `KR-2026-123-${check}`];
  expect([...said, `2026 123 ${check}`, `КР–2026–123–${check}`].map(parseNumber)).toEqual(Array(6).fill(number));
});

test("every single wrong digit is noticed", () => {
  const passed = samples.flatMap((number) =>
    withOneDigitWrong(number).filter((wrong) => parseNumber(wrong) !== undefined),
  );
  expect(passed).toEqual([]);
});

test("every swap of two neighbouring digits is noticed", () => {
  const passed = samples.flatMap((number) =>
    withTwoSwapped(number).filter((wrong) => parseNumber(wrong) !== undefined),
  );
  expect(passed).toEqual([]);
});

test.each(["", "KR", "512 345 678", "ul. Długa 12", "KR-2026", "2026"])("%p is no number of a report", (text) => {
  expect(parseNumber(text)).toBeUndefined();
});

function withOneDigitWrong(number: string): string[] {
  return [...number].flatMap((old, i) => {
    if (!/\d/.test(old)) return [];
    const others = [..."0123456789"].filter((digit) => digit !== old);
    return others.map((digit) => number.slice(0, i) + digit + number.slice(i + 1));
  });
}

function withTwoSwapped(number: string): string[] {
  const places = [...number].flatMap((letter, i) => (/\d/.test(letter) ? [i] : []));
  return places.slice(1).flatMap((second, i) => {
    const letters = [...number];
    const first = places[i] ?? 0;
    [letters[first], letters[second]] = [letters[second] ?? "", letters[first] ?? ""];
    return letters.join("") === number ? [] : [letters.join("")];
  });
}
