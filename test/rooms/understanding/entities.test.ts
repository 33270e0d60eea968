import { findEmail, findPhone, findServiceRequestIds } from "../../../src/understanding/findContacts";
import { findPlace } from "../../../src/understanding/findPlace";

test.each([
  ["dziura na Długiej 12", "na Długiej 12"],
  ["dziura na dlugiej 12 obok sklepu", "na dlugiej 12 obok sklepu"],
  ["nie świeci lampa, ul. Karmelicka 5/7", "ul. Karmelicka 5/7"],
  ["przy rondzie Mogilskim nie działają światła", "przy rondzie Mogilskim"],
  ["wypadek, skrzyżowanie Dietla i Starowiślnej", "skrzyżowanie Dietla i Starowiślnej"],
  ["na rogu Długiej i Szlaku leżą śmieci", "na rogu Długiej i Szlaku"],
  ["os. Kolorowe 3", "os. Kolorowe 3"],
  ["na os kolorowym 3 nie swieci latarnia", "na os kolorowym 3"],
  ["śmieci naprzeciwko Biedronki na Czarnowiejskiej", "naprzeciwko Biedronki na Czarnowiejskiej"],
  ["w parku Jordana połamana ławka", "w parku Jordana"],
  ["park jordana lawka", "park jordana"],
  ["na karmelickiej nie swieci lampa", "na karmelickiej"],
  ["lampa nie działa od 12 dni na Wielickiej", "na Wielickiej"],
  ["przed blokiem nr 5 na os. Piastów", "przed blokiem nr 5 na os. Piastów"],
  ["przy ulicy Bora-Komorowskiego 25a m. 3", "przy ulicy Bora-Komorowskiego 25a m. 3"],
  ["al. 29 Listopada 130", "al. 29 Listopada 130"],
  ["W jezdni na ul. Św. Jana 3 jest dziura", "na ul. Św. Jana 3"],
  ["w Nowej Hucie śmierdzi", "w Nowej Hucie"],
  ["pothole at Długa 12", "at Długa 12"],
  ["яма на вулиці Довгій 12", "на вулиці Довгій 12"],
])("the place in „%s” is „%s”", (text, place) => {
  expect(findPlace(text)).toBe(place);
});

test.each([
  "jak wyrobić dowód w Krakowie",
  "od 3 dni nie ma prądu",
  "na mojej ulicy jest dziura",
  "ile kosztuje bilet na 3 dni",
  "mam 12 lat",
  "na zielonej trawie leży śmieć",
  "czy dziś w piątek o 12 jest otwarte",
  "",
])("„%s” names no place", (text) => {
  expect(findPlace(text)).toBeUndefined();
});

test.each([
  "KR-2026-000123-7",
  "kr 2026 123 7",
  "kr20260001237",
  "Kr/2026/000123/7",
  "sprawa KR‑2026‑000123‑7, co z nią?",
  "2026-000123-7",
])("the number in „%s” is read in its proper form", (text) => {
  expect(findServiceRequestIds(text)).toEqual(["KR-2026-000123-7"]);
});

test("several numbers are all read, and a year is none", () => {
  expect(findServiceRequestIds("KR-2026-000123-7 i KR-2026-000124-1")).toEqual([
    "KR-2026-000123-7",
    "KR-2026-000124-1",
  ]);
  expect(findServiceRequestIds("od kr 2026 roku, 12 616 55 55")).toEqual([]);
});

test("phone and e-mail are read as people write them; the city's own line is nobody's phone", () => {
  expect(findPhone("Długa 12, tel. 600-100-200")).toBe("600100200");
  expect(findPhone("+48 600 100 200")).toBe("+48600100200");
  expect(findPhone("0048600100200")).toBe("+48600100200");
  expect(findPhone("tel.600123456")).toBe("600123456");
  expect(findPhone("12 380 45 67")).toBe("123804567");
  expect(findPhone("+380 67 123 45 67")).toBe("+380671234567");
  expect(findPhone("+380671234567")).toBe("+380671234567");
  expect(findPhone("dzwoniłem na 12 616 55 55")).toBeUndefined();
  expect(findEmail("pisz: anna.nowak@example.com.")).toBe("anna.nowak@example.com");
});
