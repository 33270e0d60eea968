import { fits } from "../../../src/dialogs/engine";
import { findPhone } from "../../../src/understanding/findContacts";
import { findPlace } from "../../../src/understanding/findPlace";
import { type Chat, openChat, parts } from "./chat";

function howFits(chat: Chat, text: string) {
  const place = findPlace(text);
  const phone = findPhone(text);
  const entities = {
    ...(place !== undefined && { place }),
    ...(phone !== undefined && { phone }),
    serviceRequestIds: [],
    lines: [],
    plates: [],
  };
  return fits(parts, chat.state(), { text, attachments: [], entities }, "pl");
}

function asking(slot: "place" | "avoidable" | "contact" | "description"): Chat {
  const chat = openChat("report-problem");
  if (slot === "description") chat.says("na Długiej 12", { service: "road-sign" });
  else chat.says(slot === "place" ? "dziura" : "dziura na Długiej 12, ogromna", { service: "pothole" });
  if (slot === "contact") for (const title of ["Nie wiem", "Pomiń"]) chat.presses(title);
  expect(chat.state().asked).toBe(slot);
  return chat;
}

test("a command, a found place, a button's words and a phone surely answer", () => {
  expect(howFits(asking("place"), "wstecz")).toBe("surely");
  expect(howFits(asking("place"), "dlaczego pytacie?")).toBe("surely");
  expect(howFits(asking("place"), "ul. Długa 12")).toBe("surely");
  expect(howFits(asking("avoidable"), "nie da się ominąć")).toBe("surely");
  expect(howFits(asking("contact"), "600 100 200")).toBe("surely");
});

test("words that could be anything may answer", () => {
  expect(howFits(asking("place"), "pod wiaduktem kolejowym na Zabłociu")).not.toBe("no");
  expect(howFits(asking("description"), "znak jest zasłonięty gałęziami")).toBe("maybe");
  expect(howFits(asking("place"), "a może ul. Długa 12?")).toBe("maybe");
});

test("a question, or an answer of another kind, does not", () => {
  expect(howFits(asking("place"), "a ile kosztuje dowód osobisty?")).toBe("no");
  expect(howFits(asking("description"), "kiedy przyjedzie ekipa?")).toBe("no");
  expect(howFits(asking("contact"), "jaka będzie pogoda")).toBe("no");
});

test("of a dialog that exists no more nothing is an answer, and it ends with nothing sent", () => {
  const chat = asking("place");
  const state = { ...chat.state(), service: "no-such-service" };
  const heard = { text: "Długa 12", attachments: [], entities: { serviceRequestIds: [], lines: [], plates: [] } };
  expect(fits(parts, state, heard, "pl")).toBe("no");
});
