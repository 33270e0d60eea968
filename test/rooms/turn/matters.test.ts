import type { Intent, Understanding } from "../../../src/conversation/understanding";
import { askedBeside, mattersIn } from "../../../src/turn/matters";

/** Understands three words only. */
function understand(text: string): Understanding {
  const known: [RegExp, Intent][] = [
    [/paszport/, { kind: "article", id: "paszport" }],
    [/dowód/, { kind: "article", id: "dowod" }],
    [/dziur/, { kind: "service", id: "pothole" }],
    [/dzięki/, { kind: "talk", id: "thanks" }],
  ];
  const intent = known.find(([words]) => words.test(text))?.[1];
  const confidence = intent ? 0.9 : 0;
  return {
    maskedText: text,
    language: "pl",
    candidates: intent ? [{ intent, confidence }] : [],
    confidence,
    knownWords: 1,
    telling: [],
    alarm: 0,
    vague: false,
    onlyAspect: false,
    question: false,
    entities: { serviceRequestIds: [], lines: [], plates: [] },
  };
}

const bands = { answer: 0.8, start: 0.6, offer: 0.1, human: 0.4, danger: 0.3 };
const found = ["paszport", "dowod"].map((article) => ({ article, score: 1 }));
const hear = (text: string) => ({ understanding: understand(text), found, bands });

test.each<[string, string[]]>([
  ["jak wyrobić paszport? i gdzie dowód osobisty", ["paszport", "dowod"]],
  ["jak wyrobić paszport i jak wymienić dowód", ["paszport", "dowod"]],
  ["jak wyrobić paszport. Na Długiej jest dziura", ["pothole", "paszport"]],
  ["na Długiej jest dziura, poza tym chcę paszport nowy", ["pothole", "paszport"]],
  ["na Długiej jest dziura. Ta dziura jest duża", ["pothole"]],
  ["jak wyrobić paszport? wielkie dzięki", ["paszport"]],
  ["paszport i dowód", []],
  ["zgubiłem paszport, dowód i prawo jazdy", []],
  ["jak wyrobić paszport", []],
])("“%s” holds %j", (text, ids) => {
  expect(mattersIn(text, hear).map(({ intent }) => intent.id)).toEqual(ids);
});

test.each<[string, string[]]>([
  ["gdzie jest dowód? a co z paszportem, ile kosztuje?", ["paszport"]],
  ["gdzie jest dowód? i dla dziecka dowód?", []],
  ["gdzie jest dowód? dzięki?", []],
  ["gdzie jest dowód?", []],
])("beside the dowód “%s” asks for %j", (text, ids) => {
  const whole = understand("dowód");
  expect(askedBeside(text, whole, hear).map(({ id }) => id)).toEqual(ids);
});
