import { findLines } from "../../../src/understanding/findLines";

test.each([
  ["tramwaj 52 się spóźnia", ["52"]],
  ["linia nr 144", ["144"]],
  ["jechałam autobusem 503", ["503"]],
  ["nocny 605 nie przyjechał", ["605"]],
  ["tramwaje 4, 14 i 52", ["4", "14", "52"]],
  ["autobus linii 173 i linia 173", ["173"]],
  ["połączcie linię 14 z 22", ["14", "22"]],
  ["179 znowu nie przyjechał", ["179"]],
  ["the 144 bus is late", ["144"]],
  ["Bus 139 skipped my stop", ["139"]],
  ["автобус 105 запізнюється", ["105"]],
])("„%s” names lines %j", (text, lines) => {
  expect(findLines(text)).toEqual(lines);
});

test.each([
  "autobus 10 minut po czasie",
  "autobus 2 dni z rzędu",
  "tramwaj o 18",
  "tramwaj 12.05 nie jechał",
  "linia 12 616 55 55",
  "tel. 600 123 456",
  "Długa 52 obok przystanku",
  "bilet za 6 zł",
  "autobus 12 maja",
  "",
])("„%s” names no line", (text) => {
  expect(findLines(text)).toEqual([]);
});

test.each(["tramwaj ", "linia nr ", "1, ", "linia 1, 2 ", "9 jedzie ", "  "])(
  "10 000 characters of „%s” end",
  (part) => {
    expect(() => findLines(part.repeat(10_000 / part.length))).not.toThrow();
  },
);
