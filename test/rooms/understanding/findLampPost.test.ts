import { findLampPost } from "../../../src/understanding/findLampPost";

test.each([
  ["latarnia nr 12/45 nie świeci", "12/45"],
  ["slup 1234 iskrzy", "1234"],
  ["numer na słupie 03/17A", "03/17A"],
  ["tabliczka na latarni: 11/230B", "11/230B"],
  ["na lampie naklejka K/204", "K/204"],
  ["lampa o numerze 345", "345"],
  ["słup oświetleniowy nr 12 stoi krzywo", "12"],
  ["Street light no. 22/8 is off", "22/8"],
  ["ліхтар № 45/2", "45/2"],
])("the lamp post in „%s” is %s", (text, number) => {
  expect(findLampPost(text)).toBe(number);
});

test.each([
  "latarnia przy Długiej 12",
  "lampa na ul. Karmelickiej 5/7",
  "latarnia 3 dni nie świeci",
  "lampa o 18 gaśnie",
  "słup ma 5 metrów",
  "lampa 60W",
  "lampa nr 600 123 456",
  "Długa 12, latarnia nie działa",
  "",
])("„%s” names no lamp post", (text) => {
  expect(findLampPost(text)).toBeUndefined();
});

test.each(["latarnia ", "słup na nim ", "słup 1/1/1-", "lampa jest ", "1"])("10 000 characters of „%s” end", (part) => {
  expect(() => findLampPost(part.repeat(10_000 / part.length))).not.toThrow();
});
