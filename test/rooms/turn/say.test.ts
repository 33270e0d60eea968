import type { Desk } from "../../../src/conversation/facts";
import type { Language } from "../../../src/conversation/language";
import { type Article, inPolish } from "../../../src/knowledge/article";
import { loadBotPhrases } from "../../../src/loadBotPhrases";
import { loadServices } from "../../../src/serviceRequests/loadServices";
import { formatNumber } from "../../../src/serviceRequests/number";
import { usualTiming } from "../../../src/serviceRequests/office";
import { fill } from "../../../src/turn/fill";
import { sayArticle } from "../../../src/turn/sayArticle";
import { sayHandoff, sayWaiting } from "../../../src/turn/sayHandoff";
import { saySource } from "../../../src/turn/saySource";
import { sayStatus } from "../../../src/turn/sayStatus";

const botPhrases = loadBotPhrases("dialogs");
const speech = (language: Language) => ({ language, phrases: botPhrases[language] });

const article: Article = {
  id: "paszport",
  title: "Paszport",
  phrasings: [],
  keywords: [],
  unit: "Urząd",
  competence: "city",
  sources: ["https://gazeta.example/paszport", "https://www.bip.krakow.pl/1"],
  sourceDate: "2021-11",
  checkedOn: "2026-11-21",
  confidence: "high",
  checkAgain: "2027-05-21",
  whenOverdue: "caution",
  related: [],
  offices: [],
  translations: {
    en: { title: "Passport", phrasings: [], answer: "Apply in person.", sections: {} },
    uk: { title: "Паспорт", phrasings: [], answer: "Подайте особисто.", sections: {} },
  },
  answer: "Złóż wniosek osobiście.",
  sections: { need: "- zdjęcie", fee: "140 zł", caution: "Opłaty mogły się zmienić." },
};
const SOURCE = "Źródło: [bip.krakow.pl](https://www.bip.krakow.pl/1). Stan informacji: 11.2021, sprawdzone 21.11.2026.";

describe("an article", () => {
  test("short: title, answer, doubts, source, and buttons for its parts", () => {
    const { text, choices } = sayArticle(article, undefined, speech("pl"));
    expect(text).toBe(`Paszport\n\nZłóż wniosek osobiście.\n\nUwaga: Opłaty mogły się zmienić.\n\n${SOURCE}`);
    expect(choices?.map(({ title }) => title)).toEqual(["Co przygotować", "Ile kosztuje"]);
  });

  test("a part of it, to somebody who has read the doubts", () => {
    const { text, choices } = sayArticle(article, "fee", speech("pl"), { seen: true });
    expect(text).toBe(`Paszport – ile kosztuje:\n\n140 zł\n\n${SOURCE}`);
    expect(choices?.map(({ title }) => title)).toEqual(["Co przygotować"]);
  });

  test("a part it has not is not passed over in silence", () => {
    expect(sayArticle(article, "time", speech("pl"), { seen: true }).text).toContain(
      "Osobno o tym nie mam (ile to trwa). Wiem tyle:\n\nZłóż wniosek osobiście.",
    );
  });

  test("not translated: the answer in English, and doubts as a button, because they are written in Polish", () => {
    const { text, choices } = sayArticle(article, undefined, speech("en"));
    expect(text).toContain("Passport\n\nApply in person.\n\nPlease note: Some of this may have changed");
    expect(text).not.toContain("Opłaty");
    expect(choices?.map(({ title }) => title)).toEqual(["What to prepare", "How much", "Please note"]);
    expect(sayArticle(article, "caution", speech("en")).text).toContain("available in Polish only");
  });

  test.each([
    ["en", "I am sorry, this part is available in Polish only.", "I want to talk to a person"],
    ["uk", "На жаль, ця частина доступна лише польською.", "Хочу поговорити з людиною"],
  ] as const)("a part in Polish only says so in language %s, and a person is offered last", (language, note, human) => {
    const { text, choices } = sayArticle(article, "need", speech(language));
    expect(text).toContain(note);
    expect(text).toContain("- zdjęcie");
    expect(choices?.at(-1)).toEqual({ title: human, wish: { kind: "human" } });
    expect(sayArticle(article, undefined, speech(language)).choices).not.toContainEqual(choices?.at(-1));
  });

  const sections = { need: "- a photo", fee: "140 zł", caution: "Fees may have changed." };
  const { en, uk } = article.translations;
  const translated: Article = { ...article, translations: { en: { ...en, sections }, uk } };

  test("translated: the answer and the doubts, and buttons as in Polish", () => {
    const { text, choices } = sayArticle(translated, undefined, speech("en"));
    expect(text).toContain("Passport\n\nApply in person.\n\nPlease note: Fees may have changed.\n\nSource:");
    expect(choices?.map(({ title }) => title)).toEqual(["What to prepare", "How much"]);
  });

  test("a translated part is said without a note, and needs no person", () => {
    const { text, choices } = sayArticle(translated, "need", speech("en"), { seen: true });
    expect(text).toMatch(/^Passport – what to prepare:\n\n- a photo\n\nSource: /);
    expect(choices?.map(({ title }) => title)).toEqual(["How much"]);
  });

  test("an article nobody translated is told in Polish with a note, and a person beside it", () => {
    const { title, answer } = article;
    const missing: Article = { ...article, translations: { en, uk: { ...inPolish(title, answer), sections: {} } } };
    const { text, choices } = sayArticle(missing, undefined, speech("uk"));
    expect(text).toContain(`лише польською. Ви можете прочитати її нижче або запитати людину.\n\n${answer}`);
    expect(choices?.at(-1)?.wish).toEqual({ kind: "human" });
    expect(sayArticle(missing, undefined, speech("en")).text).not.toContain("in Polish only. You can read");
  });

  test("one translation says nothing of the other language", () => {
    expect(sayArticle(translated, "need", speech("uk")).text).toContain("лише польською");
    expect(sayArticle(translated, undefined, speech("uk")).text).toContain("Увага: Дещо з цього могло змінитися");
  });

  test("of parts translated singly only the others are in Polish, with a person", () => {
    const half: Article = { ...article, translations: { en: { ...en, sections: { need: "- a photo" } }, uk } };
    expect(sayArticle(half, "need", speech("en"), { seen: true }).text).toMatch(
      /^Passport – what to prepare:\n\n- a photo/,
    );
    expect(sayArticle(half, "fee", speech("en")).choices?.map(({ title }) => title)).toEqual([
      "What to prepare",
      "Please note",
      "I want to talk to a person",
    ]);
  });
});

test.each([
  ["2026-03-05", "Stan informacji: 05.03.2026,"],
  ["2025-12", "Stan informacji: 12.2025,"],
  ["2020-2021 (BIP starszy)", "Stan informacji: 2020–2021,"],
  ["stare (2010-2014), SMS 2020+", "Stan informacji: 2010–2020,"],
  ["2020-05 (godziny), 2023-06 (e-wniosek)", "Stan informacji: 2020–2023,"],
  ["2021 i starsze", "Stan informacji: 2021,"],
  ["unknown (po 2022)", "/1). Sprawdzone 21.11.2026."],
])("the editor's date “%s” is read as “%s”", (sourceDate, said) => {
  expect(saySource({ ...article, sourceDate }, botPhrases.pl)).toContain(said);
});

test("without a page to show, it says so", () => {
  expect(saySource({ ...article, sources: [] }, botPhrases.pl)).toContain("Potwierdź je pod numerem 12 616 55 55.");
});

test("the most official page is shown, or the first when none is", () => {
  expect(saySource(article, botPhrases.pl)).toContain("bip.krakow.pl");
  expect(saySource({ ...article, sources: ["https://gazeta.example/a"] }, botPhrases.pl)).toContain("[gazeta.example]");
});

describe("the status of a report", () => {
  const at = new Date("2026-11-23T10:00:00Z");
  const id = formatNumber(2026, 7);
  const facts = {
    now: at,
    desk: { open: true, present: 1, free: 1 },
    serviceRequests: [
      {
        service_request_id: id,
        service: "gone",
        state: "done",
        status: "closed" as const,
        status_notes: "Naprawione.",
        agency_responsible: "zdmk",
        requestedAt: at,
        updatedAt: at,
      },
    ],
  };
  const office = {
    routing: { rules: [] },
    ways: { units: {} },
    sentences: { sentences: [] },
    timings: { usual: usualTiming, services: {} },
    topics: { off: [] },
    expected: () => undefined,
  };
  const content = { content: { services: new Map(), units: new Map(), botPhrases }, office };

  test("what became of it and who has it; a kind editors have removed is still named", () => {
    expect(sayStatus([id], facts, "pl", content)).toEqual([
      {
        text: `Zgłoszenie ${id}: gone.\n\nStan od 23.11.2026: wykonane. Naprawione.\n\nProwadzi: zdmk. Przyjęte 23.11.2026.`,
      },
    ]);
  });

  test("of a private kind strangers learn nothing but the state", () => {
    const [noise] = loadServices("dialogs").filter(({ code }) => code === "noise");
    const services = new Map(noise && [["gone", noise]]);
    const [{ text } = { text: "" }] = sayStatus([id], facts, "pl", {
      ...content,
      content: { ...content.content, services },
    });
    expect(text).toContain("wykonane");
    for (const word of ["Hałas", "zdmk", "Naprawione"]) expect(text).not.toContain(word);
  });

  test("a number nobody has, and a number that cannot be", () => {
    const [unknown, mistyped] = sayStatus(["KR-2026-000123-7", "KR-2026-000123-8"], facts, "pl", content);
    expect(unknown?.text).toContain("Nie mam zgłoszenia o numerze KR-2026-000123-7.");
    expect(mistyped?.text).toContain("W numerze KR-2026-000123-8 jest pomyłka");
    expect(unknown?.choices).toEqual([{ title: "Chcę rozmawiać z człowiekiem", wish: { kind: "human" } }]);
  });

  test("no more than five at once", () => {
    expect(
      sayStatus(
        Array.from({ length: 50 }, () => id),
        facts,
        "pl",
        content,
      ),
    ).toHaveLength(5);
  });
});

describe("handing over", () => {
  const now = new Date("2026-11-20T17:00:00Z");
  const at = (desk: Partial<Desk>) => ({ now, desk: { open: true, present: 0, free: 0, ...desk } });
  const opening = (utc: string) => at({ open: false, opensAt: new Date(utc) });
  const closed = opening("2026-11-24T06:40:00Z");
  const wait = { fromMinutes: 3, toMinutes: 12 };
  const both = ["Zostaw kontakt", "Wróć do asystenta"];
  test.each<[string, Partial<Desk>, string, string[]]>([
    ["somebody is free", { present: 2, free: 1, wait }, "Łączę Cię z konsultantem.", ["Wróć do asystenta"]],
    ["all are busy", { present: 2, wait }, "Wszyscy konsultanci są teraz zajęci.", both],
    ["nobody is present", { wait }, "żaden konsultant nie jest przy czacie", ["Zostaw kontakt"]],
    ["closed", closed.desk, "Najbliższy dyżur: wtorek, 24 listopada 7:40.", ["Zostaw kontakt"]],
    ["closed until tomorrow", opening("2026-11-21T08:00:00Z").desk, "dyżur: jutro o 9:00.", ["Zostaw kontakt"]],
    ["closed for a while today", opening("2026-11-20T18:30:00Z").desk, "dyżur: dziś o 19:30.", ["Zostaw kontakt"]],
    ["closed for long", { open: false }, "Teraz nie ma konsultantów. Zostaw kontakt", ["Zostaw kontakt"]],
  ])("%s", (_, desk, words, buttons) => {
    const { text, choices } = sayHandoff("asked_for_human", at(desk), "pl", botPhrases.pl);
    expect(text).toContain(words);
    expect(choices?.map(({ title }) => title)).toEqual(buttons);
  });

  test.each<[Language, string, string]>([
    ["pl", "Ostatnio czeka się od 3 do 12 minut.", "Jak długo to potrwa, jeszcze nie wiemy."],
    ["en", "Lately people have waited 3 to 12 minutes.", "We do not know yet how long it will take."],
    ["uk", "Останнім часом чекають від 3 до 12 хвилин.", "Скільки це триватиме, ми ще не знаємо."],
  ])("how long it takes, when that is known (%s)", (language, known, unknown) => {
    for (const free of [0, 1]) {
      expect(
        sayHandoff("asked_for_human", at({ present: 1, free, wait }), language, botPhrases[language]).text,
      ).toContain(known);
      expect(sayHandoff("asked_for_human", at({ present: 1, free }), language, botPhrases[language]).text).toContain(
        unknown,
      );
      expect(sayWaiting(at({ present: 1, free, wait }), language, botPhrases[language]).text).toContain(known);
    }
  });

  test("an empty desk promises no time", () => {
    expect(sayWaiting(at({ wait }), "pl", botPhrases.pl).text).not.toMatch(/czeka się|\{wait\}| {2}/);
  });

  test("why, when nobody asked for it", () => {
    expect(sayHandoff("dialog_stuck", closed, "en", botPhrases.en).text).toMatch(/^We are stuck/);
    expect(sayHandoff("none_of_these", closed, "pl", botPhrases.pl).text).toMatch(/^Wciąż nie rozumiem/);
    expect(sayHandoff("dialog_stuck", closed, "uk", botPhrases.uk).text).toContain("вівторок");
  });

  test("waiting on", () => {
    expect(sayWaiting(at({ present: 1, free: 1 }), "pl", botPhrases.pl).choices).toHaveLength(1);
    expect(sayWaiting(closed, "pl", botPhrases.pl).choices?.map(({ wish }) => wish.kind)).toEqual([
      "start",
      "stop_waiting",
    ]);
  });
});

test("fill puts values in and leaves unknown blanks for the commit", () => {
  expect(fill("{a} z {b}, {queue_position}", { a: "$1", b: "{a}" })).toBe("$1 z {a}, {queue_position}");
});
