import { Slot } from "../../../src/conversation/slot";
import type { Entities } from "../../../src/conversation/understanding";
import { readAnswer, readUnasked } from "../../../src/dialogs/readAnswer";
import { parts } from "./chat";

const text = { pl: "x", en: "x", uk: "x" };
const title = (pl: string) => ({ pl, en: `${pl} en`, uk: `${pl} uk` });
const slot = (expects: string, more: object = {}) =>
  Slot.parse({ slot: "it", expects, label: text, ask: text, why: text, ...more });
const size = slot("choice", {
  choices: [
    { value: "small", title: title("Jak dłoń"), words: ["mała dziura"], answers: ["mał*", "mini"] },
    { value: "big", title: title("Jak koło"), words: ["ogromn*"], answers: ["duż*", "nie mał*"] },
  ],
});
const heard = (said: string, entities: Partial<Entities> = {}) => ({
  text: said,
  attachments: [],
  entities: { serviceRequestIds: [], lines: [], plates: [], ...entities },
});
const read = (expects: Slot, said: string, entities: Partial<Entities> = {}) =>
  readAnswer(parts.commands, expects, heard(said, entities));
const unasked = (expects: Slot, said: string, entities: Partial<Entities> = {}) =>
  readUnasked(parts.commands, expects, heard(said, entities));

test("a text is any words; „tak”, „nie”, „nie wiem” and signs alone say nothing", () => {
  expect(read(slot("text"), "  Pali się cały dzień. ")).toBe("Pali się cały dzień.");
  expect(["tak", "nie", "nie wiem", "wyślij", "???", "🙂"].map((said) => read(slot("text"), said))).toEqual(
    Array(6).fill(undefined),
  );
});

test("a place is kept as said, with its landmark, unless it is a small part of a longer message", () => {
  expect(read(slot("place"), "Długa 12, przy szkole", { place: "Długa 12" })).toBe("Długa 12, przy szkole");
  const story = "dzień dobry, zgłaszam po raz trzeci to samo: na Długiej 12 znowu leżą śmieci";
  expect(read(slot("place"), story, { place: "na Długiej 12" })).toBe("na Długiej 12");
  expect(read(slot("place"), "to jest ulica Długa 12 przy kiosku", { place: "ulica Długa 12" })).toBe(
    "ulica Długa 12 przy kiosku",
  );
  expect(read(slot("place"), "Błonia")).toBe("Błonia");
});

test.each([
  "tu",
  "tutaj",
  "pod naszym blokiem",
  "koło szkoły",
  "nie wiem",
  "tak",
  "co?",
  "a kiedy przyjadą?",
  "12",
  "x".repeat(301),
])("„%s” is no place a crew can find", (said) => {
  expect(read(slot("place"), said)).toBeUndefined();
});

test("a vague place is not taken in passing either, one with a number or a name is", () => {
  expect(unasked(slot("place"), "…", { place: "pod blokiem" })).toBeUndefined();
  expect(unasked(slot("place"), "…", { place: "pod blokiem nr 5" })).toBe("pod blokiem nr 5");
  expect(unasked(slot("place"), "…", { place: "park Jordana" })).toBe("park Jordana");
});

test("a choice is known by its words anywhere, by its answers only when asked, by its title in any language", () => {
  expect(read(size, "jest ogromna")).toBe("big");
  expect(read(size, "raczej mała")).toBe("small");
  expect(read(size, "jak koło en")).toBe("big");
  expect(unasked(size, "jest ogromna")).toBe("big");
  expect(unasked(size, "raczej mała")).toBeUndefined();
});

test("of two choices the longer wording wins; equally long ones leave the question open", () => {
  expect(read(size, "nie mała")).toBe("big");
  expect(read(size, "duża, mini")).toBeUndefined();
  expect(read(size, "nie wiadomo")).toBeUndefined();
});

test("yes and no are read from the words people use, with more behind them", () => {
  const answers = ["tak", "no jasne", "ok", "nie", "nie, dziękuję", "yes please", "ні", "trudno powiedzieć"];
  expect(answers.map((said) => read(slot("yes_no"), said))).toEqual([
    "yes",
    "yes",
    "yes",
    "no",
    "no",
    "yes",
    "no",
    undefined,
  ]);
});

test("contacts and numbers come from what was found in the text", () => {
  expect(read(slot("contact"), "…", { phone: "600100200", email: "a@b.pl" })).toBe("600100200, a@b.pl");
  expect(read(slot("contact"), "nie mam")).toBeUndefined();
  expect(read(slot("phone"), "…", { phone: "600100200" })).toBe("600100200");
  expect(read(slot("email"), "…", { email: "a@b.pl" })).toBe("a@b.pl");
  expect(read(slot("number"), "około 30 sztuk")).toBe("30");
  expect(read(slot("service_request_id"), "…", { serviceRequestIds: ["KR-2026-000123-7"] })).toBe("KR-2026-000123-7");
  expect(read(slot("photo"), "zdjęcie")).toBeUndefined();
});
