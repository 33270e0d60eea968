import { resident } from "./chat";

test("an English question is answered in English; parts in Polish say so", () => {
  const anna = resident();
  const answer = anna.says("how do I renew my id card");
  expect(answer).toContain("Renewing your identity card");
  expect(answer).toContain("Please note: Some of this may have changed or is not certain.");
  expect(answer).not.toMatch(/[ąęłśż]/);
  const fee = anna.says("how much?");
  expect(fee).toContain("This part is available in Polish only.");
  expect(fee).toContain("Wymiana jest bezpłatna.");
});

test("українською відразу українською, also when the page was Polish", () => {
  const anna = resident();
  anna.says("dziękuję");
  expect(anna.says("людина")).toContain("З'єдную вас із консультантом.");
});

test("an English report with Polish street names stays English", () => {
  const anna = resident({ language: "en" });
  expect(anna.says("pothole in the road at ulica Długa 12")).toContain("How big is the pothole?");
  expect(anna.says("change the street to Krótka 5")).toContain("Krótka 5");
  expect(anna.memory().language).toBe("en");
});

test("one foreign word does not change the language, a second message does", () => {
  const anna = resident();
  anna.says("jak wymienić dowód osobisty");
  anna.says("thanks");
  expect(anna.memory().language).toBe("pl");
  expect(anna.says("what do I need")).toContain("This part is available in Polish only.");
});

test("a language can be asked for at any time, and the dialog goes on in it", () => {
  const anna = resident();
  anna.says("dziura w jezdni na Długiej 12");
  expect(anna.says("in English please")).toContain("How big is the pothole?");
  expect(anna.says("po polsku proszę")).toContain("Jak duża jest dziura?");
});
