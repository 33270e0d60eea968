import { CHANGE, CONFIRM } from "../../../src/dialogs/dialogParts";
import { type Chat, openChat } from "./chat";

/** A report of a pothole, asked whether it can be driven around. */
function halfway(): Chat {
  const chat = openChat("report-problem");
  chat.says("dziura na Długiej 12, ogromna", { service: "pothole" });
  expect(chat.state().asked).toBe("avoidable");
  return chat;
}

function atSummary(): Chat {
  const chat = halfway();
  for (const title of ["Nie wiem", "Pomiń", "Pomiń"]) chat.presses(title);
  expect(chat.state().asked).toBe(CONFIRM);
  return chat;
}

const KROTKA = "ul. Krótka 5 (Stare Miasto)";

test.each([
  ["zmień ulicę na Krótką 5", "Krótką 5", KROTKA],
  ["zmień mi ten adres na ul. Krótka 5", "ul. Krótka 5", KROTKA],
  ["zmień miejsce: Rynek Główny", "Rynek Główny", "Rynek Główny (Stare Miasto)"],
  ["zmień ulicę z Długiej 12 na Krótką 5", "Krótką 5", "Krótką 5"],
  ["pomyliłam się, ulica Krótka 5", "Krótka 5", KROTKA],
  ["źle wpisałem, na Krótkiej 5", "na Krótkiej 5", KROTKA],
  ["jednak na Krótkiej 5", "na Krótkiej 5", KROTKA],
  ["to jednak Krótka 5", "Krótka 5", KROTKA],
  ["change the address to ul. Krótka 5", "ul. Krótka 5", KROTKA],
  ["змінити вулицю на Krótka 5", "Krótka 5", KROTKA],
])("„%s” changes the place in the middle and at the summary", (said, place, read) => {
  for (const chat of [halfway(), atSummary()]) {
    const { asked } = chat.state();
    chat.says(said);
    expect(chat.state().answers.place).toBe(place);
    expect(chat.said()).toContain(`Zmienione. Miejsce: ${read}.`);
    expect(chat.state().asked).toBe(asked);
  }
});

test("a place, a size or a contact said plainly corrects the one known", () => {
  const chat = atSummary();
  chat.says("to jest Krótka 5");
  expect(chat.state().answers.place).toBe("Krótka 5");
  chat.says("jak opona");
  expect(chat.state().answers.size).toBe("medium");
  chat.says("mój mail to anna@przyklad.pl");
  expect(chat.state().answers.contact).toBe("anna@przyklad.pl");
});

test("naming a value asks for it anew; the old one stays until there is a new one", () => {
  const chat = atSummary();
  chat.says("zmień wielkość");
  expect(chat.said()).toContain("Teraz jest: Większa albo głęboka.");
  expect(chat.state().answers.size).toBe("big");
  chat.says("wstecz");
  expect(chat.said()).toContain("Zostaje bez zmian.");
  expect(chat.state()).toMatchObject({ asked: CONFIRM, answers: { size: "big" } });
});

test("the list of what to change may be answered by button, by name, by name and value, or left", () => {
  const chat = atSummary();
  chat.says("zmień");
  expect(chat.state().asked).toBe(CHANGE);
  chat.says("ulicę na Krótką 5");
  expect(chat.state()).toMatchObject({ asked: CONFIRM, answers: { place: "Krótką 5" } });
  chat.says("nie");
  chat.says("opis");
  chat.says("Zapadło się przy krawężniku.");
  expect(chat.state().answers.description).toBe("Zapadło się przy krawężniku.");
  chat.says("kontakt");
  expect(chat.state().asked).toBe("contact");
  chat.says("600 100 200");
  chat.presses("Zmień");
  chat.says("nic");
  chat.says("nie");
  expect(chat.state().asked).toBe(CONFIRM);
});

test("a value not asked for yet can be given ahead", () => {
  const chat = halfway();
  chat.says("zmień kontakt na 600 100 200");
  expect(chat.state()).toMatchObject({ asked: "avoidable", answers: { contact: "600100200" } });
  chat.says("zmień zdjęcia");
  expect(chat.state().asked).toBe("photo");
});

test("a description may begin with the words of a change", () => {
  const chat = openChat("report-problem");
  chat.says("na Długiej 12", { service: "road-sign" });
  expect(chat.state().asked).toBe("description");
  chat.says("zły znak ulicy, wskazuje w przeciwną stronę");
  expect(chat.state().answers).toMatchObject({
    place: "na Długiej 12",
    description: "zły znak ulicy, wskazuje w przeciwną stronę",
  });
});

test("another kind of report keeps the place and the description, and asks only what it still needs", () => {
  const chat = atSummary();
  chat.says("zmień rodzaj");
  chat.presses("Drogi i chodniki");
  chat.presses("Uszkodzony chodnik lub droga dla rowerów");
  expect(chat.said()).toContain("Zmienione. Rodzaj: Uszkodzony chodnik lub droga dla rowerów.");
  expect(chat.state().asked).toBe("injured");
  chat.presses("Nie");
  chat.presses("Wyślij");
  expect(chat.progress()).toMatchObject({
    result: {
      service: "sidewalk",
      place: "na Długiej 12",
      description: "dziura na Długiej 12, ogromna",
      answers: { injured: "no" },
    },
  });
});

test("the same kind again changes nothing", () => {
  const chat = atSummary();
  chat.says("zmień rodzaj na dziura w jezdni", { service: "pothole" });
  expect(chat.said()).toContain("Zostaje bez zmian.");
  expect(chat.state().answers.description).toBe("dziura na Długiej 12, ogromna");
});

test("more can be said about the matter at any moment", () => {
  for (const chat of [halfway(), atSummary()]) {
    const { asked } = chat.state();
    chat.says("dodaj, że obok jest szkoła");
    expect(chat.said()).toContain("Zmienione. Opis: dziura na Długiej 12, ogromna; obok jest szkoła.");
    expect(chat.state().asked).toBe(asked);
    chat.says("dodaj zdjęcie");
    expect(chat.state().asked).toBe("photo");
  }
});

test("photos and contact can be taken back", () => {
  const chat = halfway();
  chat.sendsPhotos(2);
  chat.presses("Nie wiem");
  chat.says("600 100 200");
  chat.says("zmień kontakt");
  chat.presses("Usuń");
  expect(chat.said()).toContain("Zmienione. Kontakt: nie podano.");
  chat.says("zmień zdjęcia");
  chat.presses("Usuń");
  expect(chat.state()).toMatchObject({ attachments: [], answers: { photo: "", contact: "" } });
});

test("back at the question about photos the photos are still there", () => {
  const chat = halfway();
  chat.presses("Nie wiem");
  chat.sendsPhotos(2);
  chat.says("wstecz");
  expect(chat.buttons()).toEqual(["Usuń", "Zostaw, jak jest"]);
  chat.presses("Zostaw, jak jest");
  expect(chat.state()).toMatchObject({ asked: "contact", answers: { photo: "2" } });
  expect(chat.state().attachments).toHaveLength(2);
});

test("a phone told in a sentence is kept as the contact only, however it was typed", () => {
  for (const phone of ["600 100 200", "600-100-200", "600100200", "+48 600 100 200", "0048600100200"]) {
    const chat = openChat("report-problem");
    chat.says(`wielka dziura na Długiej 12, dzwońcie ${phone} po południu`, { service: "pothole" });
    expect(chat.state().answers.contact).toMatch(/600100200$/);
    expect(chat.state().answers.description).toBe("wielka dziura na Długiej 12, dzwońcie … po południu");
  }
});
