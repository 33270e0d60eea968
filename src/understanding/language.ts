import { fold } from "../conversation/fold";
import type { Language } from "../conversation/language";
import type { WrittenLanguage } from "../conversation/understanding";
import { createScale, withoutTwins } from "./languageGrams";
import { withoutMarkup } from "./languageMarkup";
import { russian, ukrainian } from "./languageWordsCyrillic";
import { english, officeWords, polish } from "./languageWordsLatin";

const FEWEST_LETTERS = 4;
/** Longer texts have told by then; keeps a long one as cheap as a short one. */
const WORDS_READ = 40;
/** Names of streets and words of offices are Polish in every language. */
const FOREIGN_TO_NONE = 0.15;
/** A letter English has not, and one Ukrainian or Russian has not. */
const OWN_LETTER = 1.5;
const CYRILLIC_LETTER = 3;
/** Nobody writes Cyrillic by the way: a few words of it outweigh a title copied from a form. */
const CYRILLIC_COUNTS = 3;
/** Far more of the city's residents write Ukrainian, so it is what Cyrillic that could be either is. */
const UKRAINIAN_FIRST = 0.3;
const TELLS_SOMETHING = 0.3;
/** Below it the language spoken so far is kept. */
const SURE_ENOUGH = 0.75;

const polishOrEnglish = createScale(polish, english);
const UKRAINIAN_LETTERS = /[іїєґ'’ʼ]/i;
const RUSSIAN_LETTERS = /[ыэъё]/i;
const ukrainianOrRussian = createScale(
  withoutTwins(ukrainian, russian, UKRAINIAN_LETTERS),
  withoutTwins(russian, ukrainian, RUSSIAN_LETTERS),
);

const WORD = /\p{L}+(?:['’ʼ]\p{L}+)*/gu;
const CAPITAL = /^\p{Lu}/u;
const CYRILLIC = /\p{Script=Cyrillic}/u;
const SENTENCE_ENDS = /[.!?:\n]/;
/** Streets and people alone in a message: "Karmelicka", "Wiśniewski". */
const SURNAME = /^\p{Lu}\p{Ll}+(?:[sc]k[aąi]|[sc]kiej|wicz)$/u;
/** A house number behind a word makes it a street. */
const HOUSE = /^ \d{1,3}(?!\d)/;

/** A word as written and folded, and how much it counts. */
type Word = { written: string; folded: string; cyrillic: boolean; weight: number };

/** The language a text is written in and how sure that is (0.5–1); undefined when it is too short or tells nothing. */
export function detectLanguage(text: string): { language: WrittenLanguage; sure: number } | undefined {
  const words = readWords(text);
  if (lettersOf(words) < FEWEST_LETTERS) return undefined;
  const cyrillic = words.filter((word) => word.cyrillic);
  const latin = words.filter((word) => !word.cyrillic);
  if (weightOf(cyrillic) * CYRILLIC_COUNTS > weightOf(latin)) {
    const lead = UKRAINIAN_FIRST + sum(cyrillic, cyrillicLead);
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
export function languageOf(text: string, spoken: Language, detected = detectLanguage(text)): Language {
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
  const clean = withoutMarkup(text).replace(/(?<=[а-я])i|i(?=[а-я])/giu, "і");
  const allFolded = fold(clean);
  const shouted = !/\p{Ll}/u.test(clean);
  const words: Word[] = [];
  let end = 0;
  const onlyNames = /^\s*\p{Lu}\p{Ll}+(?:[ -]\p{Lu}\p{Ll}+)+\W*$/u.test(clean);
  for (const { 0: written, index } of clean.matchAll(WORD)) {
    const inside = words.length > 0 && !SENTENCE_ENDS.test(clean.slice(end, index));
    end = index + written.length;
    const folded = allFolded.slice(index, end).replace(/[’ʼ]/g, "'");
    const name =
      !shouted && (inside || onlyNames ? CAPITAL.test(written) && written.length > 1 : SURNAME.test(written));
    const foreign = name || HOUSE.test(clean.slice(end, end + 5)) || officeWords.test(folded);
    words.push({ written, folded, cyrillic: CYRILLIC.test(written), weight: foreign ? FOREIGN_TO_NONE : 1 });
    if (words.length === WORDS_READ) break;
  }
  return words;
}

function latinLead({ written, folded, weight }: Word): number {
  if (written === "I") return -1;
  const letters = /[ąćęłńóśźż]/i.test(written) ? OWN_LETTER : 0;
  return weight * (polishOrEnglish(folded) + letters);
}

function cyrillicLead({ written, folded, weight }: Word): number {
  const letters = (UKRAINIAN_LETTERS.test(written) ? 1 : 0) - (RUSSIAN_LETTERS.test(written) ? 1 : 0);
  return weight * (letters === 0 ? ukrainianOrRussian(folded) + endingLead(folded) : letters * CYRILLIC_LETTER);
}

/** Endings that stay apart in sloppy writing: робити – делать, загубив – потерял, стоять – стоят. */
function endingLead(folded: string): number {
  const ukrainian = /..(?:ння[мх]?|[аиу]ти|тися|[аиу]вся|[аи]в|[уюя]ть|еться|ському|ською|ою)$/.test(folded) ? 1 : 0;
  const russian = /..(?:ние|ния|нии|[ае]ть|ться|[аи]лся|[аи]л|[уюя]т|ешь|ая|ое|ую|ее)$/.test(folded) ? 1 : 0;
  return ukrainian - russian;
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
