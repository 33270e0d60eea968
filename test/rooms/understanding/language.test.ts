import type { Language } from "../../../src/conversation/language";
import { detectLanguage, languageOf } from "../../../src/understanding/language";
import { createUnderstanding } from "../../../src/understanding/understanding";

test.each<[string, string | undefined]>([
  ["gdzie zapłacę za parkowanie", "pl"],
  ["zgubilem dowod", "pl"],
  ["slub cywilny", "pl"],
  ["PASZPORT DLA DZIECKA", "pl"],
  ["meldunek", "pl"],
  ["Mój mąż Олександр nie ma PESEL", "pl"],
  ["trash", "en"],
  ["birth certificate", "en"],
  ["I need meldunek and PESEL", "en"],
  ["where is urząd miasta", "en"],
  ["lost my dowód osobisty on Rynek Główny", "en"],
  ["street lamp out on Karmelicka", "en"],
  ["як зареєструвати авто", "uk"],
  ["не працює лифт", "uk"],
  ["скильки коштуе квиток", "uk"],
  ["потрибна допомога", "uk"],
  ["мiсто i смiття", "uk"],
  ["як отримати kartę parkingową", "uk"],
  ["людина", "uk"],
  ["сколько стоит билет", "ru"],
  ["потеряла паспорт", "ru"],
  ["оплатить штраф", "ru"],
  ["вивоз мусора", "ru"],
  ["где получить PESEL и meldunek", "ru"],
  ["<div class='main'><p>gdzie zapłacę podatek</p></div>", "pl"],
  ["<script>alert(document.cookie)</script> zgubiony dowód", "pl"],
  ["gdzie jest formularz http://www.example.com/where/is/the/page", "pl"],
  ["proszę pisać na the.best.person@office.example.com", "pl"],
  ["```const the = where```", undefined],
  ["kowalska@example.com", undefined],
  ["", undefined],
  ["ok", undefined],
  ["12 616 55 55", undefined],
  ["🙂🙂🙂🙂🙂", undefined],
])("“%s” is %s", (text, language) => {
  expect(detectLanguage(text)?.language).toBe(language);
});

test.each<[string, Language, Language]>([
  ["сколько стоит билет", "pl", "uk"],
  ["паспорт", "en", "uk"],
  ["how much does it cost", "pl", "en"],
  ["ile to kosztuje", "uk", "pl"],
  // An address or a name is Polish in every language.
  ["Długa 12", "en", "en"],
  ["dluga 12", "uk", "uk"],
  ["os. Zgody 5", "en", "en"],
  ["Jan Kowalski", "en", "en"],
  ["Nowa Huta", "uk", "uk"],
  ["tak", "en", "en"],
  ["yes", "pl", "pl"],
])("“%s” in a conversation in %s is answered in %s", (text, spoken, answered) => {
  expect(languageOf(text, spoken)).toBe(answered);
});

test("more letters and more signs make it surer", () => {
  const short = detectLanguage("broken lamp")?.sure ?? 0;
  const long = detectLanguage("the lamp in front of my house is broken")?.sure ?? 0;
  expect(short).toBeGreaterThan(0.5);
  expect(long).toBeGreaterThan(short);
  expect(long).toBeLessThanOrEqual(1);
});

test("what is understood keeps the language written beside the one answered in", () => {
  const { understand } = createUnderstanding({
    examples: [
      { text: "ile kosztuje bilet", intent: { kind: "article", id: "bilety" } },
      { text: "dziura w jezdni", intent: { kind: "service", id: "pothole" } },
    ],
  });
  expect(understand("сколько стоит билет", { language: "pl" })).toMatchObject({ written: "ru", language: "uk" });
  expect(understand("12", { language: "en" })).not.toHaveProperty("written");
});
