import { en } from "../../../src/pages/texts/en";
import { pl } from "../../../src/pages/texts/pl";
import { uk } from "../../../src/pages/texts/uk";

test.each([
  [0, 1, "najwyżej jeden dzień", "one day at most", "не довше одного дня"],
  [4, 4, "około 4 dni", "about 4 days", "близько 4 днів"],
  [0, 21, "od 1 do 21 dni", "between 1 and 21 days", "від 1 до 21 дня"],
  [3, 11, "od 3 do 11 dni", "between 3 and 11 days", "від 3 до 11 днів"],
])("from %d to %d days is said as people say it", (from, to, ...said) => {
  [pl, en, uk].forEach((texts, n) => {
    expect(texts.expected.days(from, to)).toContain(said[n]);
  });
});
