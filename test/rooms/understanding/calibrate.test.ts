import type { Intent } from "../../../src/conversation/understanding";
import { calibrate, type Judged } from "../../../src/understanding/calibrate";
import { confidenceOf } from "../../../src/understanding/confidence";

const paszport: Intent = { kind: "article", id: "paszport" };
const dowod: Intent = { kind: "article", id: "dowod" };
const pothole: Intent = { kind: "service", id: "pothole" };

/** A text the model is so sure of; the index agrees with it. */
function heard(best: Intent, probability: number, right: Intent[], drill = false): Judged {
  const other = best.id === "dowod" ? paszport : dowod;
  const weighed = [
    { intent: best, probability },
    { intent: other, probability: (1 - probability) / 2 },
  ];
  return {
    signals: { weighed, heard: 0.01, known: 1, told: 10, found: [best.id], question: true },
    right,
    drill,
  };
}

/** 100 sure texts of which so many are wrong, and 100 unsure ones of which half are. */
const labelled = (wrong: number, drill = false) => [
  ...Array.from({ length: 100 }, (_, i) => heard(paszport, 0.95, [i < wrong ? dowod : paszport], drill)),
  ...Array.from({ length: 100 }, (_, i) => heard(paszport, 0.4, [i % 2 ? dowod : paszport], drill)),
  ...Array.from({ length: 50 }, () => heard(pothole, 0.9, [pothole])),
];
const usual = { wrongAnswers: 0.05, wrongReports: 0.1 };

test("confidence becomes the share that was right", () => {
  const { weights } = calibrate(labelled(4), usual);
  expect(confidenceOf(heard(paszport, 0.95, []).signals, weights)).toBeCloseTo(0.96, 1);
  expect(confidenceOf(heard(paszport, 0.4, []).signals, weights)).toBeCloseTo(0.5, 1);
});

test("sure texts are answered, unsure ones are not; who accepts fewer wrong answers gets fewer answers", () => {
  const { weights, bands } = calibrate(labelled(1), usual);
  expect(bands.answer).toBeLessThanOrEqual(confidenceOf(heard(paszport, 0.95, []).signals, weights) + 0.02);
  expect(bands.answer).toBeGreaterThan(confidenceOf(heard(paszport, 0.4, []).signals, weights));
  expect(calibrate(labelled(6), { ...usual, wrongAnswers: 0.01 }).bands.answer).toBe(1);
});

test("the bound keeps a short list without mistakes from promising too much", () => {
  const few = labelled(0).filter((_, i) => i % 10 === 0);
  expect(calibrate(few, usual).bands.answer).toBe(1);
});

test("drills teach how to tell meanings apart, but are not counted as wrong answers", () => {
  const natural = labelled(0);
  const drills = Array.from({ length: 60 }, () => heard(paszport, 0.97, [dowod], true));
  const wrongAtAll = (judged: Judged[]) => calibrate(judged, usual).curve[0]?.wrong;
  expect(wrongAtAll([...natural, ...drills])).toBe(0.25);
  expect(wrongAtAll([...natural, ...drills.map((one) => ({ ...one, drill: false }))])).toBeCloseTo(110 / 260, 2);
});

test("the curve tells what answering more costs", () => {
  const { curve } = calibrate(labelled(4), usual);
  expect(curve).toHaveLength(20);
  expect(curve[0]?.answered).toBe(1);
  expect(curve[0]?.wrong).toBeCloseTo(0.27, 1);
  for (const [i, { answered }] of curve.entries()) expect(answered).toBeLessThanOrEqual(curve[i - 1]?.answered ?? 1);
});
