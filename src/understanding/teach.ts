import { isQuestion } from "./aspects";
import { type Accepted, type Calibration, calibrate, type Judged, uncalibrated } from "./calibrate";
import { findPlace } from "./findPlace";
import { type Learnt, learn } from "./learn";
import { maskPersonalData, withoutMarks } from "./maskPersonalData";
import { signalsOf } from "./signals";
import { createSpeller } from "./speller";
import { stem } from "./stem";
import type { Lessons } from "./understanding";
import { emptyWords } from "./vague";
import { wordsOf } from "./words";

/** What was made of the lessons, and can be kept between starts. */
export type Taught = {
  learnt: Learnt;
  /** In how many examples each word stands: what misspelt words are corrected to. */
  counts: Map<string, number>;
  /** Stems that say nothing of the matter. */
  empty: Set<string>;
  calibration: Calibration;
};

/** Learns from the examples, then judges the labelled texts by what was learnt, to know how far it may be believed. */
export function teach({ examples, vague = [], labelled = [], search = () => [] }: Lessons, accepted: Accepted): Taught {
  const words = examples.map(({ text }) => wordsOf(text));
  const learnt = learn(examples, words);
  const counts = countWords(words);
  const empty = emptyWords(vague, examples, words);
  if (labelled.length === 0) return { learnt, counts, empty, calibration: uncalibrated };
  const correct = createSpeller(counts);
  const judged = labelled.map(({ text, right, drill }): Judged => {
    const said = wordsOf(withoutMarks(maskPersonalData(text))).map((word) => correct(word) ?? word);
    const found = search(said.map(stem));
    return {
      signals: signalsOf(learnt, { words: said, place: findPlace(text), found, question: isQuestion(text) }),
      right,
      drill,
    };
  });
  return { learnt, counts, empty, calibration: calibrate(judged, accepted) };
}

function countWords(texts: string[][]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const words of texts) for (const word of new Set(words)) counts.set(word, (counts.get(word) ?? 0) + 1);
  return counts;
}
