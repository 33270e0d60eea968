import { fold, tidy } from "../conversation/fold";
import type { Language } from "../conversation/language";
import type { WrittenLanguage } from "../conversation/understanding";
import { createScale } from "./languageGrams";
import { english, officeWords, polish } from "./languageWordsLatin";
import { russian, ukrainian } from "./languageWordsCyrillic";
import { withoutMarkup } from "./languageMarkup";

const FEWEST_LETTERS = 4;
/** Longer texts have told by then; keeps a long one as cheap as a short one. */
const WORDS_READ = 40;
/** Names of streets and words of offices are Polish in every language. */
const FOREIGN_TO_NONE = 0.2;
/** A letter the other language has not. */
const OWN_LETTER = { latin: 1.5, cyrillic: 3 };
const TELLS_SOMETHING = 0.4;
/** Below it the language spoken so far is kept. */
const SURE_ENOUGH = 0.75;

const polishOrEnglish = createScale(polish, english);
const ukrainianOrRussian = createScale(ukrainian, russian);

/** A word as written and folded, and how much it counts. */
type Word = { written: string; folded: string; cyrillic: boolean; weight: number };

/** The language a text is written in and how sure that is (0.5–1); undefined when it is too short or tells nothing. */
export function detectLanguage(text: string): { language: WrittenLanguage; sure: number } | undefined {
  const words = readWords(text);
  if (lettersOf(words) < FEWEST_LETTERS) return undefined;
  const cyrillic = words.filter((word) => word.cyrillic);
  const latin = words.filter((word) => !word.cyrillic);
  if (weightOf(cyrillic) > weightOf(latin)) {
    const lead = sum(cyrillic, cyrillicLead);
    // Cyrillic that could be either is Ukrainian: far more of the city's residents write it.
    return { language: lead < 0 ? "ru" : "uk", sure: sureness(lead) };
  }
  const lead = sum(latin, latinLead);
  if (Math.abs(lead) < TELLS_SOMETHING) return undefined;
  return { language: lead > 0 ? "pl" : "en", sure: sureness(lead) };
}

/**
 * The language to answer a text in; the one spoken so far when the text does not clearly show another.
 * Russian counts as Ukrainian, and so does Cyrillic that could be either.
 */
export function languageOf(text: string, spoken: Language): Language {
  return answeredIn(detectLanguage(text), spoken);
}

export function answeredIn(detected: ReturnType<typeof detectLanguage>, spoken: Language): Language {
  if (!detected) return spoken;
  const { language, sure } = detected;
  if (language === "uk" || language === "ru") return "uk";
  return sure < SURE_ENOUGH ? spoken : language;
}

function sureness(lead: number): number {
  return 1 / (1 + Math.exp(-Math.abs(lead)));
}

function readWords(text: string): Word[] {
  // A Latin i is the usual substitute on keyboards without і.
  const clean = withoutMarkup(tidy(text)).replace(/(?<=\p{Script=Cyrillic})i|i(?=\p{Script=Cyrillic})/gu, "і");
  const shouted = !/\p{Ll}/u.test(clean);
  const words: Word[] = [];
  for (const { 0: written, index } of clean.matchAll(/\p{L}+(?:['’ʼ]\p{L}+)*/gu)) {
    if (words.length === WORDS_READ) break;
    const folded = fold(written).replace(/[’ʼ]/g, "'");
    const name = !shouted && isName(clean, written, index);
    const weight = name || officeWords.test(folded) ? FOREIGN_TO_NONE : 1;
    words.push({ written, folded, cyrillic: /\p{Script=Cyrillic}/u.test(written), weight });
  }
  return words;
}

/** A capital inside a sentence, or a house number behind it. */
function isName(text: string, written: string, at: number): boolean {
  if (/^ \d{1,3}[a-z]?(?![\p{L}\d])/u.test(text.slice(at + written.length, at + written.length + 6))) return true;
  return written.length > 1 && /^\p{Lu}/u.test(written) && /[^\s.!?:–"„(-]["„( –-]*$/u.test(text.slice(Math.max(0, at - 4), at)) && !/[.!?:]\s*$/.test(text.slice(Math.max(0, at - 4), at));
}

function latinLead({ written, folded, weight }: Word): number {
  if (written === "I") return -1;
  const letters = /[ąćęłńóśźż]/iu.test(written) ? OWN_LETTER.latin : 0;
  return weight * (polishOrEnglish(folded) + letters);
}

function cyrillicLead({ written, folded, weight }: Word): number {
  const letters = (/[іїєґ'’ʼ]/iu.test(written) ? 1 : 0) - (/[ыэъё]/iu.test(written) ? 1 : 0);
  return weight * (ukrainianOrRussian(folded.replace(/'/g, "")) + letters * OWN_LETTER.cyrillic);
}

function lettersOf(words: Word[]): number {
  return sum(words, ({ written }) => written.length);
}

function weightOf(words: Word[]): number {
  return sum(words, ({ written, weight }) => written.length * weight);
}

function sum(words: Word[], value: (word: Word) => number): number {
  return words.reduce((total, word) => total + value(word), 0);
}
