import { plainText } from "../../../src/conversation/plainText";

test.each([
  ["no marks", "Zwykły tekst.\n\n- punkt\n- drugi", "Zwykły tekst.\n\n- punkt\n- drugi"],
  ["a link", "Zobacz [opis](https://bip.krakow.pl/a) tam.", "Zobacz opis (https://bip.krakow.pl/a) tam."],
  ["an address as its own words", "[mpo.krakow.pl](https://mpo.krakow.pl/)", "https://mpo.krakow.pl/"],
  ["two on a line", "[a](https://a.pl), [b](https://b.pl)", "a (https://a.pl), b (https://b.pl)"],
  ["brackets that are no link", "opłata [zł] (roczna)", "opłata [zł] (roczna)"],
])("%s", (_, markdown, text) => expect(plainText(markdown)).toBe(text));
