import { CONFIRM } from "../../../src/dialogs/dialogParts";
import { openForm } from "../../../src/dialogs/form";
import { type Chat, openChat, parts } from "./chat";

function atSummary(): Chat {
  const chat = openChat("report-problem");
  chat.says("dziura na Długiej 12, ogromna", { service: "pothole" });
  chat.says("nie wiem");
  chat.sendsPhotos(2);
  chat.says("+48 600 100 200, anna123456789@przyklad.pl");
  return chat;
}

test("the summary shows every value, also those left out", () => {
  const chat = atSummary();
  const form = openForm(parts, chat.state(), "pl");
  const lines = chat
    .said()
    .split("\n")
    .filter((line) => line.startsWith("- "));
  expect(lines).toEqual([
    "- Rodzaj: Dziura w jezdni",
    "- Miejsce: ul. Długa 12 (Stare Miasto)",
    "- Wielkość: Większa albo głęboka",
    "- Objazd: nie podano",
    "- Opis: dziura na Długiej 12, ogromna",
    "- Zdjęcia: 2",
    "- Kontakt: +48 600 100 200, anna123456789@przyklad.pl",
  ]);
  expect(form?.slots).toHaveLength(lines.length);
});

test("a very long description is read back by its beginning and sent whole", () => {
  const chat = atSummary();
  const story = `Zaczęło się w maju. ${"I tak co dzień. ".repeat(240)}`.trim();
  chat.says("zmień opis");
  chat.says(story);
  expect(chat.state().asked).toBe(CONFIRM);
  expect(chat.said().length).toBeLessThan(2000);
  expect(chat.said()).toMatch(/- Opis: Zaczęło się w maju\..*…\n/);
  chat.presses("Wyślij");
  expect(chat.progress()).toMatchObject({ result: { description: story } });
});

test("a message of 4,000 characters as the first word is the description", () => {
  const chat = openChat("report-problem");
  const story = "Proszę Państwa, ".repeat(250);
  chat.says(story, { service: "other" });
  chat.presses("Pomiń");
  expect(chat.said()).toContain("Masz zdjęcie?");
});

test("what residents type is read back as plain words", () => {
  const chat = openChat("report-problem");
  chat.says("zgłoszenie", { service: "other" });
  chat.says("{place} [tu](https://zle.example)\n- nowa linia");
  const said = chat.said();
  chat.says("pomiń");
  expect(said).not.toMatch(/\{|\]\(/);
  expect(chat.said()).not.toMatch(/\{|\]\(/);
});

test("„wyślij” before the summary was seen sends nothing", () => {
  const chat = openChat("report-problem");
  chat.says("dziura", { service: "pothole" });
  chat.says("wyślij");
  expect(chat.said()).toContain("Bez tej odpowiedzi nie mogę wysłać.");
  chat.says("ul. Długa 5");
  chat.presses("Nie wiem");
  chat.presses("Nie wiem");
  chat.says("auta urywają koła");
  chat.says("wyślij");
  chat.says("wyślij");
  expect(chat.said()).toContain("Wysłać?");
  chat.says("wyślij");
  expect(chat.progress().kind).toBe("finished");
});

test.each([
  ["tak", "finished"],
  ["tak, wyślij proszę", "finished"],
  ["tak, wszystko się zgadza", "finished"],
  ["no to wysyłaj", "finished"],
  ["ok", "finished"],
  ["nie", "asking"],
  ["nie wysyłaj", "cancelled"],
  ["nie, anuluj", "cancelled"],
  ["chyba", "asking"],
])("„%s” at the summary: %s", (said, kind) => {
  const chat = atSummary();
  expect(chat.says(said).kind).toBe(kind);
});
