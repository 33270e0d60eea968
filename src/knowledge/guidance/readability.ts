import type { Article } from "../article";
import { type OfficeWord, officeWordsIn } from "./officeWords";
import { sentencesIn, syllablesOf, wordsIn } from "./prose";
import { partsOf } from "./versions";

export type Readability = {
  /** Years of school needed to read it at once. */
  fog: number;
  sentences: number;
  words: number;
  /** 0–1. */
  hardWords: number;
  /** Sentences that are too long, the longest first. */
  long: { text: string; words: number }[];
  officeWords: OfficeWord[];
};

/** Plain-language guides of Polish offices ask for 15–20 words. */
const LONGEST_SENTENCE = 20;
const HARD_FROM_SYLLABLES = 4;
const SHOWN_AT_MOST = 10;

/**
 * How readable the Polish text of an article is. FOG-PL = 0.4 × (words per sentence + 100 × share of hard words),
 * hard ones having four syllables or more: the formula of R. Gunning (The Technique of Clear Writing, 1952) as the
 * Pracownia Prostej Polszczyzny of the University of Wrocław fitted it to Polish. Theirs looks at a word's base form,
 * this one at the word as it stands, so it is a little stricter.
 */
export function readabilityOf(article: Article): Readability {
  const text = partsOf(article)
    .map((part) => part.text)
    .join("\n\n");
  const sentences = sentencesIn(text).map((sentence) => ({ text: sentence, words: wordsIn(sentence) }));
  const words = sentences.flatMap((sentence) => sentence.words);
  const hard = words.filter((word) => syllablesOf(word) >= HARD_FROM_SYLLABLES).length;
  return {
    fog: round(0.4 * (words.length / Math.max(1, sentences.length) + (100 * hard) / Math.max(1, words.length))),
    sentences: sentences.length,
    words: words.length,
    hardWords: hard / Math.max(1, words.length),
    long: sentences
      .map((sentence) => ({ text: sentence.text, words: sentence.words.length }))
      .filter((sentence) => sentence.words > LONGEST_SENTENCE)
      .sort((a, b) => b.words - a.words)
      .slice(0, SHOWN_AT_MOST),
    officeWords: officeWordsIn(text),
  };
}

const round = (number: number) => Math.round(number * 10) / 10;
