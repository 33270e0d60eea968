import { NUMBER, resident } from "./chat";

test("thanks, a greeting, an insult, “are you a robot”: each has its own answer, and none is a topic", () => {
  const anna = resident();
  expect(anna.says("dzień dobry")).toContain("Dzień dobry. Napisz, w jakiej sprawie mogę pomóc");
  expect(anna.says("jesteś robotem czy człowiekiem?")).toMatch(/automat/);
  expect(anna.says("dziekuje slicznie")).toContain("Proszę bardzo.");
  expect(anna.says("ty głupi automacie")).not.toContain("Nie zrozumiałem");
  expect(anna.buttons()).toContain("Chcę rozmawiać z człowiekiem");
  expect(anna.says("do widzenia")).not.toContain("?");
});

test.each(["asdfgh qwrt", "xcvb nmkl poiu", "блабла трататa"])("nonsense is not taken for a topic: “%s”", (text) => {
  const anna = resident();
  anna.says(text);
  expect(["ask_to_rephrase", "small_talk", "point_outside", "ask_for_matter"]).toContain(anna.decision());
});

test("one word that may mean many things leads to a choice of titles", () => {
  const anna = resident();
  anna.says("dowód");
  expect(anna.decision()).toBe("offer");
  const titles = anna.buttons().slice(0, -2);
  expect(titles.length).toBeGreaterThan(1);
  expect(titles.join()).toContain("dowodu osobistego");
  expect(anna.says(titles[0] ?? "")).toContain(titles[0]);
});

test.each(["gdzie złożyć wniosek", "ile to kosztuje i jak długo się czeka", "mam pytanie o terminy"])(
  "words that belong to every matter are asked about: “%s”",
  (text) => {
    const anna = resident();
    expect(anna.says(text)).toContain("o jaką sprawę chodzi");
  },
);

test("a matter of the city without an article: said openly, and a person is one button away", () => {
  const anna = resident();
  expect(anna.says("gdzie wyrobię kartę wędkarską")).toContain("nie mam jeszcze sprawdzonej odpowiedzi");
  expect(anna.buttons()).toContain("Porozmawiaj z człowiekiem");
});

test("a very long story is heard to its end and answered once", () => {
  const anna = resident();
  const story = `Dzień dobry. ${"Mieszkam tu od trzydziestu lat i zawsze było spokojnie. ".repeat(40)}Nie świeci latarnia na Krótkiej 5.`;
  const said = anna.says(story);
  expect(said.length).toBeLessThan(2_000);
  expect(["start_dialog", "offer", "ask_to_rephrase"]).toContain(anna.decision());
});

test("a number of a report is found anywhere, also in the middle of another report", () => {
  const anna = resident({ known: [NUMBER] });
  expect(anna.says(`co słychać w sprawie ${NUMBER}, bo minął tydzień`)).toContain(NUMBER);
  expect(anna.decision()).toBe("tell_status");
  anna.says("dziura w jezdni na Długiej 12");
  expect(anna.says(`a co z ${NUMBER}`)).toContain("Wracamy do sprawy: Dziura w jezdni.");
});

test("a question in the middle of a dialog is answered, and the dialog goes on", () => {
  const anna = resident();
  anna.says("nie świeci latarnia na Krótkiej 5");
  const answer = anna.says("a jak wymienić dowód osobisty?");
  expect(answer).toContain("Wymiana dowodu osobistego");
  expect(answer).toContain("Wracamy do sprawy: Nie działa latarnia.");
});

test.each([
  ["pali sie w bloku, ludzie na balkonach", "pl"],
  ["CZUĆ GAZ NA KLATCE SCHODOWEJ", "pl"],
  ["there is a fire in my building", "en"],
  ["у квартирі пожежа, рятуйте", "uk"],
] as const)("danger first, whatever is going on: “%s”", (words, language) => {
  const anna = resident({ language });
  anna.says("dziura w jezdni na Długiej 12");
  const dialog = anna.memory().dialog;
  expect(anna.says(words)).toMatch(/^\D*112/);
  expect(anna.filed.at(-1)).toMatchObject({ kind: "alert", alert: { reason: "danger" } });
  expect(anna.memory().dialog).toEqual(dialog);
  anna.says({ pl: "człowiek", en: "human", uk: "людина" }[language]);
  expect(anna.says(words)).toContain("112");
  anna.isLeftTo("consultant");
  expect(anna.says(words)).toContain("112");
  expect(anna.speaker()).toBe("consultant");
});

test("somebody speaks of suicide: whom to call, and a consultant is told", () => {
  const anna = resident();
  expect(anna.says("nie chce mi sie juz zyc")).toContain("116 123");
  expect(anna.filed).toMatchObject([{ kind: "alert", alert: { reason: "crisis", text: "nie chce mi sie juz zyc" } }]);
});

test.each(["to paląca sprawa, kiedy będzie mój dowód", "lampa pali się w dzień na Krótkiej 5", "gazeta miejska"])(
  "words that only sound like danger raise no alarm: “%s”",
  (words) => {
    const anna = resident();
    anna.says(words);
    expect(anna.filed).toEqual([]);
  },
);

test("a press on one of the titles is kept as a proposed label, “none of these” too; nothing else is", () => {
  const anna = resident();
  anna.says("dowód");
  const [first = ""] = anna.buttons();
  anna.says(first);
  expect(anna.filed).toMatchObject([
    { kind: "propose_label", label: { text: "dowód", intent: { kind: "article" }, proposedBy: "resident" } },
  ]);
  anna.says("dowód");
  anna.says("Żadne z tych");
  expect(anna.filed[1]).toMatchObject({ kind: "propose_label", label: { text: "dowód" } });
  expect(anna.filed[1]).not.toHaveProperty("label.intent");
  anna.says("dowód");
  anna.says("nie świeci latarnia na Krótkiej 5");
  expect(anna.filed).toHaveLength(2);
});

test("every turn's record says why: words that mattered, candidates, what was rejected, thresholds, versions", () => {
  const anna = resident();
  anna.says("nie świeci latarnia na Krótkiej 5");
  const record = JSON.parse(anna.record());
  expect(record.understanding.telling.map(({ word }: { word: string }) => word)).toContain("latarnia");
  expect(record.understanding.candidates[0].intent).toEqual({ kind: "service", id: "street-lamp" });
  expect(record.decided.rejected.length).toBeGreaterThan(0);
  expect(Object.keys(record.bands).sort()).toEqual(["answer", "danger", "human", "offer", "start"]);
  expect(record.contentVersion).toMatch(/^[0-9a-f]{12}$/);
  expect(record.modelVersion).toMatch(/^[0-9a-f]{12}$/);
});
