import { resident } from "./chat";
import { ID, mineIs } from "./filed";

const RECEIPT =
  "Dziękujemy za wiadomość. To automatyczne potwierdzenie: list dotarł i odpowie na niego konsultant Krakowskiego Centrum Kontaktu.";
const URGENT = "Pilna sprawa? Zadzwoń: 12 616 55 55.";

const writer = () => resident({ channel: "email" });

test("a question the bot is sure of is answered in one letter without buttons", () => {
  const anna = writer();
  const letter = anna.says("Dzień dobry,\n\njak wyrobić dowód?\n\nPozdrawiam\nAnna");
  expect(letter).toContain("dowód osobisty");
  expect([anna.decision(), anna.buttons(), anna.speaker()]).toEqual(["answer", [], "bot"]);
});

test.each([
  "dziura w jezdni na Długiej 12",
  "coś z dowodem i paszportem",
  "Dziękuję i pozdrawiam",
  "Proszę o sprawdzenie tego, o czym była mowa",
  "Proszę o kontakt z konsultantem",
  "Kto zajmuje się prądem? Nie mam prądu w mieszkaniu",
])("%s: nobody is asked back by mail, a person answers", (text) => {
  const anna = writer();
  expect(anna.says(text)).toBe(`${RECEIPT} ${URGENT}`);
  expect([anna.decision(), anna.speaker()]).toEqual(["hand_off", "waiting"]);
  expect(anna.memory().dialog).toBeUndefined();
  expect(anna.effects().map(({ kind }) => kind)).toContain("enter_queue");
});

test("a photo and a recorded voice go to a person", () => {
  const anna = writer();
  expect(anna.sendsPhoto()).toBe(`${RECEIPT} ${URGENT}`);
  const piotr = writer();
  expect(piotr.sendsVoice()).toBe(`${RECEIPT} ${URGENT}`);
  expect(piotr.speaker()).toBe("waiting");
});

test("at night a letter waits all the same, and its writer reads until when", () => {
  const anna = writer();
  anna.desk("closed");
  expect(anna.says("dziura w jezdni na Długiej 12")).toBe(`${RECEIPT} Najbliższy dyżur: jutro o 7:40. ${URGENT}`);
  expect(anna.speaker()).toBe("waiting");
  const piotr = writer();
  piotr.desk("nobody");
  piotr.says("coś z dowodem i paszportem");
  expect(piotr.speaker()).toBe("waiting");
});

test("there is one automatic letter an hour at most; what comes before that goes to a person in silence", () => {
  const anna = writer();
  anna.says("jak wyrobić dowód");
  anna.passes(30);
  expect(anna.says("a jak wyrobić paszport?")).toBe("");
  expect([anna.decision(), anna.speaker()]).toEqual(["hand_off", "waiting"]);
  expect(anna.effects()).toContainEqual({
    kind: "enter_queue",
    waiting: expect.objectContaining({ topic: { kind: "article", id: "paszport" } }),
  });
  anna.isLeftTo("bot");
  anna.passes(31);
  expect(anna.says("jak wyrobić paszport?")).toContain("aszport");
});

test("who waits or talks to a consultant gets no letters of ours", () => {
  const anna = writer();
  anna.says("coś z dowodem i paszportem");
  anna.passes(90);
  expect(anna.says("Halo, kiedy odpowiecie?")).toBe("");
  expect([anna.decision(), anna.speaker()]).toEqual(["stay_silent", "waiting"]);
  anna.isLeftTo("consultant");
  expect(anna.says("jak wyrobić dowód")).toBe("");
});

test("somebody in danger reads the numbers also by mail; within the hour consultants are alerted", () => {
  const anna = writer();
  anna.says("coś z dowodem i paszportem");
  expect(anna.says("pali się mój dom, pomocy!")).toBe("");
  expect(anna.effects().map(({ kind }) => kind)).toContain("alert");
  anna.passes(61);
  expect(anna.says("pali się mój dom, pomocy!")).toContain("112");
  expect(anna.speaker()).toBe("waiting");
});

test("how what was filed stands is told, and news is ended, in one letter", () => {
  const anna = writer();
  anna.hasFiled([mineIs("forwarded"), { ...mineIs("done"), service_request_id: "KR-2026-000006-4" }]);
  expect(anna.says(`co z moimi zgłoszeniami?`)).toContain(ID);
  expect(anna.decision()).toBe("tell_status");
  anna.passes(61);
  anna.follows([{ id: ID, own: true, on: true }]);
  expect(anna.says("STOP")).toContain("nie będziemy już wysyłać powiadomień");
});
