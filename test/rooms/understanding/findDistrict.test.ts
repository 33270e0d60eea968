import { findDistrict } from "../../../src/understanding/findDistrict";

test.each([
  ["śmieci na Podgórzu", "Podgórze"],
  ["park na Podgórzu Duchackim", "Podgórze Duchackie"],
  ["w podgorzu duchackim ktos wyrzuca gruz", "Podgórze Duchackie"],
  ["W Nowej Hucie śmierdzi", "Nowa Huta"],
  ["nowa huta bez wody", "Nowa Huta"],
  ["в Новій Гуті не світить ліхтар", "Nowa Huta"],
  ["на Підгужі сміття", "Podgórze"],
  ["hałas na Starym Mieście", "Stare Miasto"],
  ["mieszkańcy Prądnika Czerwonego", "Prądnik Czerwony"],
  ["pradnik bialy odsniezanie", "Prądnik Biały"],
  ["z Dębnik do centrum", "Dębniki"],
  ["w Borku Fałęckim", "Łagiewniki-Borek Fałęcki"],
  ["w Łagiewnikach", "Łagiewniki-Borek Fałęcki"],
  ["Bieżanów - Prokocim", "Bieżanów-Prokocim"],
  ["na Wzgórzach Krzesławickich", "Wzgórza Krzesławickie"],
  ["there is no park in Zwierzyniec", "Zwierzyniec"],
  ["dzielnica XII", "Bieżanów-Prokocim"],
  ["dz. 4 nieodśnieżona", "Prądnik Biały"],
  ["dzielnica nr 18", "Nowa Huta"],
  ["X dzielnica zalana", "Swoszowice"],
  ["w dzielnicy XVIII latarnie gasną", "Nowa Huta"],
  ["dzielnica piętnasta", "Mistrzejowice"],
])("„%s” names %s", (text, district) => {
  expect(findDistrict(text)).toBe(district);
});

test.each([
  "ul. Podgórska 3",
  "na Grzegórzeckiej 10",
  "Nowohucka bez świateł",
  "na Zwierzynieckiej",
  "zajezdnia Podgórze",
  "pętla Krowodrza Górka",
  "nowa kuchnia, stare meble",
  "dzielnica 19",
  "dz. nr 123/4",
  "dz. 4/12 obręb 3",
  "w dzielnicy 3 dni nie ma wody",
  "",
])("„%s” names no district", (text) => {
  expect(findDistrict(text)).toBeUndefined();
});

test.each(["podgorze ", "dzielnica ", "dz. 1", "nowa ", "x", "  "])("10 000 characters of „%s” end", (part) => {
  expect(() => findDistrict(part.repeat(10_000 / part.length))).not.toThrow();
});
