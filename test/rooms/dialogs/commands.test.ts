import { afterConnector, readCommand } from "../../../src/dialogs/commands";
import { parts } from "./chat";

const command = (text: string) => readCommand(parts.commands, text);

test.each([
  ["anuluj", "cancel"],
  ["Anuluj, proszę!", "cancel"],
  ["WSTECZ", "back"],
  ["a wróć", "back"],
  ["dlaczego pytacie?", "why"],
  ["a po co wam to", "why"],
  ["why do you need my phone number?", "why"],
  ["чому питаєте?", "why"],
  ["zmien", "change"],
  ["pomyłka", "change"],
  ["pomiń proszę", "skip"],
  ["nie chcę podawać numeru", "skip"],
  ["nie wiem", "dont_know"],
  ["I don't know", "dont_know"],
  ["i don’t know", "dont_know"],
  ["не знаю", "dont_know"],
  ["tak", "yes"],
  ["no pewnie", "yes"],
  ["no dobra", "yes"],
  ["ok, dziękuję", "yes"],
  ["nie, dziękuję", "no"],
  ["jednak nie", "no"],
  ["no to wyślij", "send"],
  ["wyślij, proszę", "send"],
  ["połącz mnie z człowiekiem", "human"],
  ["людина", "human"],
])("„%s” is the command %s", (text, kind) => {
  expect(command(text)?.kind).toBe(kind);
});

test.each([
  "na Długiej 12",
  "zostaw wiadomość sąsiadowi",
  "przystanek stoi krzywo",
  "świeci cały dzień",
  "koniec ulicy Długiej",
  "zmieńcie rozkład",
  "",
  "🙂",
])("„%s” is no command", (text) => {
  expect(command(text)).toBeUndefined();
});

test.each([
  ["zmień ulicę na Krótką 5", "change", "ulicę na Krótką 5"],
  ["nie, auta wjeżdżają na przeciwny pas", "no", "auta wjeżdżają na przeciwny pas"],
  ["Tak, ale zmień adres", "yes", "ale zmień adres"],
  ["zła nawierzchnia", "mistake", "nawierzchnia"],
  ["nie wiem, gdzieś koło szkoły", "dont_know", "gdzieś koło szkoły"],
  ["no to zmień opis", "change", "opis"],
])("„%s” is the command %s, and the rest of it is „%s”", (text, kind, rest) => {
  expect(command(text)).toEqual({ kind, rest });
});

test("a new value is read without the words that lead to it", () => {
  const value = (text: string) => afterConnector(parts.commands, text);
  expect(value("na Krótką 5")).toBe("Krótką 5");
  expect(value("powinno być: Krótka 5")).toBe("Krótka 5");
  expect(value("to Krótka 5")).toBe("Krótka 5");
  expect(value("Narutowicza 5")).toBe("Narutowicza 5");
});
