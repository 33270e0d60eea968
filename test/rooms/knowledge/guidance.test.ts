import type { Language } from "../../../src/conversation/language";
import type { Article } from "../../../src/knowledge/article";
import { differencesIn } from "../../../src/knowledge/guidance/differences";
import { guidanceFor } from "../../../src/knowledge/guidance/guidance";
import { unsafeLinks } from "../../../src/knowledge/guidance/links";
import { numbersIn } from "../../../src/knowledge/guidance/numbers";
import { officeWordsIn } from "../../../src/knowledge/guidance/officeWords";
import { fewPhrasings } from "../../../src/knowledge/guidance/phrasings";
import { sentencesIn, syllablesOf, wordsIn } from "../../../src/knowledge/guidance/prose";
import { readabilityOf } from "../../../src/knowledge/guidance/readability";
import { daysLeft } from "../../../src/knowledge/guidance/review";
import { rivalsOf } from "../../../src/knowledge/guidance/rivals";
import { unquotedIn } from "../../../src/knowledge/guidance/unquoted";
import { missingParts } from "../../../src/knowledge/guidance/versions";

const translation = { title: "Permit", phrasings: ["a", "b", "c", "d", "e"], answer: "It costs 17 zł.", sections: {} };
const article = (given: Partial<Article> = {}): Article => ({
  id: "abonament",
  title: "Abonament",
  phrasings: ["ile kosztuje abonament", "jak przedłużyć abonament"],
  keywords: [],
  unit: "Zarząd Dróg",
  competence: "city",
  sources: ["https://example.org"],
  sourceDate: "2026-01-15",
  checkedOn: "2026-01-15",
  confidence: "high",
  checkAgain: "2026-07-15",
  whenOverdue: "caution",
  related: [],
  offices: [],
  translations: { en: translation, uk: { ...translation, answer: "Коштує 17 злотих." } },
  answer: "Abonament kosztuje 17 zł.",
  sections: {},
  ...given,
});
const inEnglish = (pl: string, en: string) =>
  differencesIn(
    article({
      answer: pl,
      translations: { en: { ...translation, answer: en }, uk: { ...translation, answer: pl } },
    }),
  );

describe("numbers, days and amounts", () => {
  test.each([
    ["Opłata to 1 000 zł.", "The fee is PLN 1,000."],
    ["Opłata to 12,50 zł.", "The fee is 12.50 zł."],
    ["Czynne 8:00–16:00.", "Open 8 am to 4 pm."],
    ["Czynne 7.40–15.30.", "Open 7:40-15:30."],
    ["Do 15 września 2026.", "By September 15, 2026."],
    ["Od 1.09 do 30.06.", "From 1 September to 30 June."],
    ["Od 01.05.2026.", "From 2026-05-01."],
    ["Weź 2 zdjęcia.", "Bring two photos."],
    ["Weź dwa zdjęcia.", "Bring 2 photos."],
    ["Zadzwoń: 12 616 55 55.", "Call 126165555."],
    ["[17 zł](https://example.org/2024/9)", "17 zł"],
    ["Adres: al. 29 Listopada 59", "Address: al. 29 Listopada 59"],
  ])("%j and %j tell the same", (pl, en) => {
    expect(inEnglish(pl, en)).toEqual([]);
  });

  test.each([
    ["Kosztuje 17 zł.", "It costs 22 zł.", ["17 zł"], ["22 zł"]],
    ["Do 15 września.", "By 15 October.", ["15 września"], ["15 October"]],
    ["Masz 14 dni.", "You have two weeks.", ["14"], []],
    ["Czynne do 16:00.", "Open until 6 pm.", ["16:00"], ["6 pm"]],
    ["Weź zdjęcie.", "Bring a photo; you may declare 3.", [], ["3"]],
  ])("%j and %j differ", (pl, en, onlyInPolish, onlyThere) => {
    expect(inEnglish(pl, en)).toEqual([{ part: "answer", language: "en", onlyInPolish, onlyThere }]);
  });

  test("what another part tells is no difference, and what is not translated is none either", () => {
    const sections = { fee: "Opłata: 17 zł.", time: "Do 30 dni." };
    const en = { ...translation, answer: "It costs 17 zł, within 30 days." };
    expect(differencesIn(article({ answer: "Tanio.", sections, translations: { en, uk: en } }))).toEqual([]);
  });

  test("addresses in links and mailboxes hold no numbers", () => {
    expect(numbersIn("[cennik](https://a.pl/2026/17) biuro12@um.krakow.pl")).toEqual([]);
  });
});

describe("readability", () => {
  test("an abbreviation ends no sentence, a line of a list is one", () => {
    expect(sentencesIn("Przyjdź na ul. Wielicką 28a. Weź dowód.\n\n- wniosek\n- np. Akt urodzenia")).toEqual([
      "Przyjdź na ul. Wielicką 28a.",
      "Weź dowód.",
      "wniosek",
      "np. Akt urodzenia",
    ]);
  });

  test("an address of a mailbox ends a sentence like any word, and is one word", () => {
    const [first, second] = sentencesIn("Napisz na sa.umk@um.krakow.pl. Gdy chcesz, zadzwoń.");
    expect([wordsIn(first ?? "").length, second]).toEqual([3, "Gdy chcesz, zadzwoń."]);
  });

  test.each([
    ["dowód", 2],
    ["wniosek", 2],
    ["zameldowanie", 5],
    ["miasto", 2],
    ["auto", 2],
    ["nauka", 3],
    ["w", 0],
    ["17", 0],
  ])("%s has %d syllables", (word, syllables) => {
    expect(syllablesOf(word)).toBe(syllables);
  });

  test("FOG-PL is 0.4 of words in a sentence and of long words in a hundred", () => {
    // Two sentences of four words, two of the eight long: 0.4 × (4 + 25).
    expect(
      readabilityOf(article({ answer: "Weź na zameldowanie dowód. To jest bardzo niezrozumiałe." })),
    ).toMatchObject({
      sentences: 2,
      words: 8,
      hardWords: 0.25,
      fog: 11.6,
      long: [],
    });
  });

  test("too long sentences are shown, the longest first", () => {
    const long = (n: number) => `${"Słowo ".repeat(n).trim()}.`;
    expect(
      readabilityOf(article({ answer: `${long(21)} ${long(20)} ${long(30)}` })).long.map(({ words }) => words),
    ).toEqual([30, 21]);
  });

  test("office words are found in any form, with plain ones; what holds no such word has none", () => {
    expect(officeWordsIn("W przypadku braku należy niezwłocznie przedłożyć niniejszy wniosek. Należy!")).toMatchObject([
      { said: "w przypadku", instead: "gdy, jeśli", times: 1 },
      { said: "niezwłocznie", times: 1 },
      { said: "niniejszy", times: 1 },
      { said: "przedłożyć", times: 1 },
      { said: "należy", times: 2 },
    ]);
    expect(officeWordsIn("Weź dowód i przyjdź.")).toEqual([]);
  });
});

describe("look-alikes", () => {
  const weighed: Record<string, [string, number][]> = {
    "ile kosztuje abonament": [
      ["parkowanie", 0.6],
      ["abonament", 0.3],
    ],
    "jak przedłużyć abonament": [
      ["abonament", 0.5],
      ["parkowanie", 0.41],
    ],
    c: [
      ["abonament", 0.04],
      ["parkowanie", 0.03],
    ],
    a: [
      ["abonament", 0.9],
      ["parkowanie", 0.05],
    ],
    b: [["bilety", 0.4]],
  };
  const weigh = (text: string, _: Language) =>
    (weighed[text] ?? [["abonament", 1]]).map(([id, confidence]) => {
      return { intent: { kind: "article" as const, id: String(id) }, confidence: Number(confidence) };
    });

  test("are those that win a phrasing or come close, with the words they fight over", () => {
    const one = article({ translations: { en: translation, uk: { ...translation, phrasings: [] } } });
    expect(rivalsOf(one, weigh)).toEqual([
      {
        article: "parkowanie",
        phrases: [
          { text: "ile kosztuje abonament", language: "pl", own: 0.3, other: 0.6, lost: true },
          { text: "jak przedłużyć abonament", language: "pl", own: 0.5, other: 0.41, lost: false },
        ],
      },
      { article: "bilety", phrases: [{ text: "b", language: "en", own: 0, other: 0.4, lost: true }] },
    ]);
  });

  test("a report that is likelier is no article that competes", () => {
    const service = () => [{ intent: { kind: "service" as const, id: "pothole" }, confidence: 0.9 }];
    expect(rivalsOf(article(), service)).toEqual([]);
  });
});

test("few phrasings, missing parts, unsafe links and the day to look again", () => {
  const one = article({
    sources: ["http://bip.example", "https://bip.example"],
    sections: { fee: "[cennik](http://stare.example/cennik)", where: "Tu." },
    translations: { en: { ...translation, phrasings: ["a"], sections: { fee: "x" } }, uk: translation },
  });
  expect(fewPhrasings(one).map(({ language, there }) => [language, there])).toEqual([
    ["pl", 2],
    ["en", 1],
  ]);
  expect(missingParts(one)).toEqual([
    { language: "en", parts: ["where"] },
    { language: "uk", parts: ["where", "fee"] },
  ]);
  expect(unsafeLinks(one)).toEqual([
    { url: "http://bip.example" },
    { url: "http://stare.example/cennik", language: "pl" },
  ]);
  expect([daysLeft(one, "2026-07-15"), daysLeft(one, "2026-07-18"), daysLeft(one, "2026-06-15")]).toEqual([0, -3, 30]);
});

test("an article is only said to be due when that is soon or past", () => {
  const at = (today: string) => guidanceFor(article(), { weigh: () => [], today }).due;
  expect([at("2026-06-14"), at("2026-06-15"), at("2026-07-20")]).toEqual([undefined, 30, -5]);
});

describe("numbers that the quotes from the sources do not hold", () => {
  const told = article({
    answer: "Abonament kosztuje 30 zł i jest ważny 12 miesięcy.",
    sections: { time: "Wniosek złóż do 1 września 2026.", where: "Okienko nr 4." },
  });

  test("are named part by part, however they are written", () => {
    const quotes = ["Opłata wynosi 30,00 złotych.", "Ważność: dwanaście miesięcy.", "Termin upływa 01.09.2026"];
    expect(unquotedIn(told, quotes)).toEqual([{ part: "where", said: ["4"] }]);
    expect(unquotedIn(told, ["Opłata wynosi 25 zł."])).toMatchObject([
      { part: "answer", said: ["30 zł", "12"] },
      { part: "where" },
      { part: "time" },
    ]);
  });

  test("are not looked for as long as nothing is quoted", () => {
    const weigh = () => [];
    expect(guidanceFor(told, { weigh, today: "2026-02-01" })).not.toHaveProperty("unquoted");
    expect(guidanceFor({ ...told, quotes: ["30 zł"] }, { weigh, today: "2026-02-01" }).unquoted).toHaveLength(3);
  });
});
