import { z } from "zod";
import { checkYaml } from "../../../src/content/checkYaml";

const Form = z.strictObject({
  title: z.string().trim().min(1).max(10),
  phrasings: z.array(z.string()).min(3).max(4),
  source: z.url(),
  day: z.iso.date(),
  level: z.enum(["high", "low"]),
  share: z.number().max(5),
});

const good = {
  title: "tytuł",
  phrasings: ["a", "b", "c"],
  source: "https://krakow.pl",
  day: "2026-01-31",
  level: "low",
  share: 1,
};

test.each<[string, object, string]>([
  ["an empty text", { title: " " }, "to pole jest puste"],
  ["a long text", { title: "dwanaście zn" }, "za długie: ma 12 znaków, najwyżej 10"],
  ["a missing field", { title: undefined }, "brakuje tego pola"],
  ["a list for a text", { title: ["a"] }, "tu ma być: tekst"],
  ["a short list", { phrasings: ["a"] }, "za mało: jest 1, najmniej 3"],
  ["a long list", { phrasings: ["a", "b", "c", "d", "e"] }, "za dużo: jest 5, najwyżej 4"],
  ["no address", { source: "krakow" }, "to nie jest adres strony, na przykład https://www.krakow.pl"],
  ["no day", { day: "31.01.2026" }, "to nie jest dzień w postaci 2026-01-31"],
  ["another word", { level: "middle" }, "może tu być tylko: high, low"],
  ["a great number", { share: 9 }, "za dużo: najwyżej 5"],
  ["a field nobody knows", { colour: "red" }, "nie ma takiego pola"],
])("an editor reads what is wrong with %s", (_, change, words) => {
  const text = JSON.stringify({ ...good, ...change }, null, 1);
  const { mistakes } = checkYaml({ file: "a.yaml", text, firstLine: 1 }, Form);
  expect(mistakes.map(({ message }) => message)).toEqual([words]);
});
