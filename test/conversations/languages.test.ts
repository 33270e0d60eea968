import { readdirSync } from "node:fs";
import { join } from "node:path";
import { resident } from "./chat";

test("an English question is answered in English; parts in Polish say so", () => {
  const anna = resident();
  const answer = anna.says("how do I renew my id card");
  expect(answer).toContain("Renewing your identity card");
  expect(answer).toContain("Please note: Some of this may have changed or is not certain.");
  expect(answer).not.toMatch(/[ąęłśż]/);
  const fee = anna.says("how much?");
  expect(fee).toContain("this part is available in Polish only.");
  expect(fee).toContain("Wymiana jest bezpłatna.");
});

test("a translated article is read in English to the end: answer, doubts and parts", () => {
  const anna = resident({ language: "en" });
  const answer = anna.says("how do I register my address as a foreigner");
  expect(answer).toContain("Address registration for foreigners");
  expect(answer).toContain("Please note: Some of this information is from 2020");
  expect(anna.buttons()).toContain("What to prepare");
  const need = anna.says("What to prepare");
  expect(anna.because()).toBe("a_button_was_pressed");
  expect(need).toContain("Address registration for foreigners – what to prepare:\n\n- ");
  expect(need).toContain("passport");
  expect(need).not.toContain("available in Polish only");
  expect(anna.buttons()).not.toContain("I want to talk to a person");
});

test("і українською до кінця", () => {
  const anna = resident();
  const answer = anna.says("як зареєструвати місце проживання українцю");
  expect(answer).toContain("Реєстрація проживання іноземця");
  expect(answer).toContain("Увага: Частина інформації – з 2020 року");
  const need = anna.says("Що підготувати");
  expect(need).toContain("Реєстрація проживання іноземця – що підготувати:\n\n- форму повідомлення про проживання");
  expect(need).not.toContain("лише польською");
  expect(anna.says("скільки коштує")).toContain("Безкоштовно.");
});

test.each([
  ["en", "how do I renew my id card", "What to prepare", "available in Polish only", "I want to talk to a person"],
  ["uk", "як поміняти посвідчення особи", "Що підготувати", "доступна лише польською", "Хочу поговорити з людиною"],
] as const)(
  "what nobody has translated to %s is read in Polish, or a person is asked",
  (language, question, part, note, person) => {
    const translated = readdirSync(join(__dirname, "../../knowledge", language));
    const anna = resident({ language });
    anna.says(question);
    expect(translated).not.toContain(`${anna.memory().topic}.md`);
    const need = anna.says(part);
    expect(need).toContain(note);
    expect(need).toContain("zdjęcie 35 x 45 mm");
    expect(anna.buttons().at(-1)).toBe(person);
    anna.says(person);
    expect(anna.speaker()).toBe("waiting");
  },
);

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
  expect(anna.says("what do I need")).toContain("this part is available in Polish only.");
});

test("a language can be asked for at any time, and the dialog goes on in it", () => {
  const anna = resident();
  anna.says("dziura w jezdni na Długiej 12");
  expect(anna.says("in English please")).toContain("How big is the pothole?");
  expect(anna.says("po polsku proszę")).toContain("Jak duża jest dziura?");
});
