import { versionOf } from "../content/versionOf";
import type { Language } from "../conversation/language";
import type { Entities, Example, Understanding } from "../conversation/understanding";
import { findAspect, isQuestion } from "./aspects";
import { candidatesOf, confidenceOf, signalsOf } from "./confidence";
import { knownShare } from "./features";
import { findEmail, findPhone, findServiceRequestIds } from "./findContacts";
import { findPlace } from "./findPlace";
import { keptOrLearnt } from "./keptModel";
import { languageOf } from "./language";
import { type Learnt, learn, weigh } from "./learn";
import { maskPersonalData, withoutMarks } from "./maskPersonalData";
import { NORMALISER_VERSION, terms, wordsOf } from "./words";

/** Everything the bot hears: what a message may want, how sure that is, and what it names. */
export type Understander = {
  understand(text: string, spoken: { language: Language }): Understanding;
  /** Changes whenever the same text could be understood in another way. */
  version: string;
  /** Comparable words of a text; the search index uses the same. */
  terms(text: string): string[];
};

/**
 * Learns from the examples of all content and returns what understands messages. With `modelFile`, what was learnt from
 * the same examples at an earlier start is taken from there.
 */
export function createUnderstanding(examples: Example[], modelFile?: string): Understander {
  const version = versionOf([NORMALISER_VERSION, examples]);
  const learnt = modelFile ? keptOrLearnt(modelFile, version, () => learn(examples)) : learn(examples);
  return {
    understand: (text, spoken) => understand(learnt, text, spoken.language),
    version,
    terms,
  };
}

function understand(learnt: Learnt, text: string, spoken: Language): Understanding {
  const maskedText = maskPersonalData(text);
  const entities = findEntities(text);
  const { weighed, confidence, knownWords } = judge(learnt, withoutMarks(maskedText), entities.place);
  return {
    maskedText,
    language: languageOf(text, spoken),
    candidates: candidatesOf(weighed, confidence),
    confidence,
    knownWords,
    ...findAspect(text),
    question: isQuestion(text),
    entities,
  };
}

/** Weighs a text's meanings and says how far to believe it. A place's name is known by nobody and counts not as unknown. */
export function judge(learnt: Learnt, text: string, place: string | undefined) {
  const words = wordsOf(text);
  const weighed = weigh(learnt, words);
  const wordsToKnow = place === undefined ? words : wordsOf(text.replace(place, " "));
  const knownWords = knownShare(wordsToKnow.length > 0 ? wordsToKnow : words, learnt.vocabulary);
  const signals = signalsOf(weighed, knownWords, words.length);
  return { weighed, signals, knownWords, confidence: weighed.length > 0 ? confidenceOf(signals) : 0 };
}

function findEntities(text: string): Entities {
  const place = findPlace(text);
  const phone = findPhone(text);
  const email = findEmail(text);
  return {
    ...(place !== undefined && { place }),
    ...(phone !== undefined && { phone }),
    ...(email !== undefined && { email }),
    serviceRequestIds: findServiceRequestIds(text),
  };
}
