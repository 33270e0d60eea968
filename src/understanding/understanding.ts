import { versionOf } from "../content/versionOf";
import type { Language } from "../conversation/language";
import type { Bands, Example, Understanding } from "../conversation/understanding";
import { alarmOf } from "./alarm";
import { findAspect, isQuestion } from "./aspects";
import { type Accepted, type Labelled, usuallyAccepted } from "./calibrate";
import { candidatesOf, confidenceOf } from "./confidence";
import { findEntities } from "./findEntities";
import { keptOrTaught } from "./keptModel";
import { detectLanguage, languageOf } from "./language";
import { tellingWords } from "./learn";
import { maskPersonalData, withoutMarks } from "./maskPersonalData";
import { normaliserVersion } from "./normaliser";
import { signalsOf } from "./signals";
import { createSpeller } from "./speller";
import { stem } from "./stem";
import { teach } from "./teach";
import { leastConfidence, type RiskPoint, riskAt } from "./thresholds";
import { isVague } from "./vague";
import { wordsOf } from "./words";

/** What a message was said in: the language so far, and the articles the search index finds for it, best first. */
export type Spoken = { language: Language; found?: string[] };

/** Everything the bot hears: what a message may want, how sure that is, and what it names. */
export type Understander = {
  understand(text: string, spoken: Spoken): Understanding;
  /** Comparable words of a text, misspelt ones corrected: what to ask the search index for. */
  searchTerms(text: string): string[];
  /** From which confidence the bot acts. */
  bands: Bands;
  /** What answering from each confidence on would cost; for operators. */
  curve: RiskPoint[];
  /** How often the bot may be wrong. */
  accepted: Accepted;
  /** From where on it would answer, and what that would cost, if this share of answers might be wrong. */
  risk(wrongAnswers: number): RiskPoint;
  /** Changes whenever the same text could be understood in another way. */
  version: string;
};

/** All that understanding is made from. */
export type Lessons = {
  examples: Example[];
  /** Texts from which nobody could guess the matter. */
  vague?: string[];
  /** Texts nobody trains on: they tell how far the model may be believed. */
  labelled?: Labelled[];
  accepted?: Accepted | undefined;
  /** The second opinion: articles by the search index for comparable words, best first. */
  search?: (terms: string[]) => string[];
};

/**
 * Learns from the examples, measures itself on the labelled texts and returns what understands messages. With
 * `modelFile`, what was made of the very same lessons at an earlier start is taken from there.
 */
export function createUnderstanding(lessons: Lessons, modelFile?: string): Understander {
  const { examples, vague = [], labelled = [], accepted = usuallyAccepted } = lessons;
  const version = versionOf([normaliserVersion, examples, vague, labelled, accepted]);
  const made = () => teach(lessons, accepted);
  const { learnt, counts, empty, calibration } = modelFile ? keptOrTaught(modelFile, version, made) : made();
  const correct = createSpeller(counts);
  const corrected = lastRemembered((text) => wordsOf(text).map((word) => correct(word) ?? word));
  return {
    understand(text, { language, found = [] }) {
      const maskedText = maskPersonalData(text);
      const entities = findEntities(text);
      const words = corrected(withoutMarks(maskedText));
      const question = isQuestion(text);
      const signals = signalsOf(learnt, { words, place: entities.place, found, question });
      const confidence = confidenceOf(signals, calibration.weights);
      const candidates = candidatesOf(signals.weighed, confidence);
      const [best] = candidates;
      const detected = detectLanguage(text);
      return {
        maskedText,
        language: languageOf(text, language, detected),
        ...(detected && { written: detected.language }),
        candidates,
        confidence,
        knownWords: signals.known,
        telling: best ? tellingWords(learnt, words, best.intent) : [],
        alarm: alarmOf({ heard: signals.heard, candidates, question }, calibration.alarmWeights),
        vague: isVague(words.map(stem), empty),
        ...findAspect(text),
        question,
        entities,
      };
    },
    searchTerms: (text) => corrected(text).map(stem),
    bands: calibration.bands,
    curve: calibration.curve,
    accepted,
    risk: (wrong) => riskAt(calibration.answers, leastConfidence(calibration.answers, wrong)),
    version,
  };
}

/** The search index and the classifier ask for the words of the same text one after the other. */
function lastRemembered<T>(make: (text: string) => T): (text: string) => T {
  let last: { text: string; made: T } | undefined;
  return (text) => {
    if (last?.text !== text) last = { text, made: make(text) };
    return last.made;
  };
}
